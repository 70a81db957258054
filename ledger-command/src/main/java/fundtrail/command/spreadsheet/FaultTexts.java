package fundtrail.command.spreadsheet;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Says faults in words, in Chinese or English: what is wrong and where ({@code CODE.message}), and what to do
 * ({@code CODE.advice}). In the catalogue {0} is the place, {1} what was found and {2} what it is measured against.
 */
public final class FaultTexts {

    private static final ResourceBundle.Control ONLY_WHAT_IS_ASKED =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle catalogue;
    private final Locale locale;

    private FaultTexts(Locale locale) {
        this.locale = locale;
        this.catalogue = ResourceBundle.getBundle("fundtrail.command.spreadsheet.faults", locale, ONLY_WHAT_IS_ASKED);
    }

    /** Chinese for any Chinese locale, otherwise English. */
    public static FaultTexts in(Locale locale) {
        return new FaultTexts(locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH);
    }

    /** Where, what and why: one sentence. */
    public String message(Fault fault) {
        return said(fault, ".message");
    }

    /** What to do now: one or two sentences. */
    public String advice(Fault fault) {
        return said(fault, ".advice");
    }

    private String said(Fault fault, String kind) {
        return format(fault.code().name() + kind, where(fault.place()), fault.found(), fault.bound()).strip();
    }

    private String where(Place place) {
        String header = place.header().isEmpty() ? "" : format("place.header", place.header());
        if (place.row() == 0) {
            return place.letter().isEmpty() ? format("place.file") : format("place.column", place.letter(), header);
        }
        String row = String.valueOf(place.row());
        return place.letter().isEmpty() ? format("place.row", row) : format("place.cell", row, place.letter(), header);
    }

    private String format(String key, Object... arguments) {
        return new MessageFormat(catalogue.getString(key), locale).format(arguments);
    }
}
