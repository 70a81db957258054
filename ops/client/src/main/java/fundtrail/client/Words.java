package fundtrail.client;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** What the command line says, in Chinese or in English, from one catalogue ({@code words_*.properties}). */
public final class Words {
    private static final ResourceBundle.Control ONLY_WHAT_IS_ASKED =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle catalogue;

    private Words(Locale locale) {
        this.locale = locale;
        this.catalogue = ResourceBundle.getBundle("fundtrail.client.words", locale, ONLY_WHAT_IS_ASKED);
    }

    /** Chinese for any tag beginning with {@code zh}, otherwise English. */
    public static Words in(String tag) {
        return new Words(tag.toLowerCase(Locale.ROOT).startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
    }

    /** The language a shell asks for: the first that is set of LC_ALL, LC_MESSAGES and LANG (POSIX.1-2017, 8.2). */
    public static Words ofShell(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return in(value);
            }
        }
        return in("");
    }

    /** The sentence of that key, {@code {0}} and following filled in as they are: no number is regrouped. */
    public String say(String key, Object... particulars) {
        Object[] texts = new Object[particulars.length];
        for (int i = 0; i < particulars.length; i++) {
            texts[i] = String.valueOf(particulars[i]);
        }
        return new MessageFormat(catalogue.getString(key), locale).format(texts);
    }

    /** The sentence of that key if the catalogue has one, else {@code otherwise}. */
    public String sayOr(String key, String otherwise) {
        return catalogue.containsKey(key) ? say(key) : otherwise;
    }

    public boolean isChinese() {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    }

    /** For {@code Accept-Language}. */
    public String languageTag() {
        return isChinese() ? "zh-CN" : "en";
    }
}
