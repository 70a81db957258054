package fundtrail.people;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The key of the people registry cannot be used. The texts say what, where, why, and what to do now. */
public final class KeyUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public enum Reason {
        /** There is no such file. */
        MISSING,
        /** Others than the file's owner may read or write it. */
        OPEN_TO_OTHERS,
        /** The file holds something else. */
        NO_KEY,
        UNREADABLE,
        UNWRITABLE,
        /** A key was to be made where a file lies already. */
        THERE_ALREADY,
        /** A good key, but not the one this registry's rows were sealed with. */
        ANOTHER_REGISTRYS
    }

    private static final String CATALOGUE = "fundtrail.people.key";

    private final Reason reason;
    private final transient Object[] particulars;

    /** @param particulars the file, then what else the reason's text speaks of */
    public KeyUnusable(Reason reason, Object... particulars) {
        this(reason, null, particulars);
    }

    KeyUnusable(Reason reason, Throwable cause, Object... particulars) {
        super(reason.name(), cause);
        this.reason = reason;
        this.particulars = particulars;
    }

    public Reason reason() {
        return reason;
    }

    /** In Chinese where the locale's language is Chinese, else in English. */
    public String text(Locale locale) {
        String text = said(locale, reason.name(), particulars);
        return getCause() == null ? text : text + " (" + getCause() + ")";
    }

    @Override
    public String getMessage() {
        return text(Locale.ENGLISH);
    }

    /** A text of the catalogue. */
    static String said(Locale locale, String key, Object... particulars) {
        Locale language = "zh".equals(locale.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
        return new MessageFormat(ResourceBundle.getBundle(
                        CATALOGUE, language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                .getString(key), language).format(particulars);
    }
}
