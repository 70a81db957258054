package fundtrail.query.http;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Locale;
import java.util.ResourceBundle.Control;
import java.util.ResourceBundle;

/** Every text a person reads, in Chinese and in English, from one pair of files. */
public final class Catalogue {
    /** The languages there are; the first is for those who ask for none of them. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

    private Catalogue() {}

    /** The language for an {@code Accept-Language} header (RFC 9110, 12.5.4); null or unreadable: the first one. */
    public static Locale language(String acceptLanguage) {
        if (acceptLanguage == null) {
            return LANGUAGES.getFirst();
        }
        try {
            Locale wanted = Locale.lookup(LanguageRange.parse(acceptLanguage), LANGUAGES);
            return wanted == null ? LANGUAGES.getFirst() : wanted;
        } catch (IllegalArgumentException unreadable) {
            return LANGUAGES.getFirst();
        }
    }

    /** What a code says, with its particulars. */
    public static HttpProblem.Text problem(ProblemCode code, Locale language, Object... particulars) {
        return new HttpProblem.Text(
                text(code + ".title", language),
                new MessageFormat(text(code + ".detail", language), language).format(particulars),
                text(code + ".advice", language));
    }

    /** What a code says where no particular case is at hand: the places of particulars stay open. */
    public static HttpProblem.Text page(ProblemCode code, Locale language) {
        return problem(code, language, "…", "…", "…", "…");
    }

    /** What may stand in a parameter ({@link Parameter#allowed}). */
    public static String allowed(String key, Locale language) {
        return text("parameter." + key, language);
    }

    /** A word or sentence of the interface itself, without particulars. */
    public static String word(String key, Locale language) {
        return text(key, language);
    }

    private static String text(String key, Locale language) {
        return bundle(language).getString(key);
    }

    static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "fundtrail.query.messages", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
