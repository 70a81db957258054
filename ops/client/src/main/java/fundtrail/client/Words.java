package fundtrail.client;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** What the command line says, in Chinese or in English, from a catalogue ({@code words_*.properties}). */
public final class Words {
    private static final ResourceBundle.Control ONLY_WHAT_IS_ASKED =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final List<ResourceBundle> catalogues;

    private Words(Locale locale, List<ResourceBundle> catalogues) {
        this.locale = locale;
        this.catalogues = List.copyOf(catalogues);
    }

    /** Chinese for any tag beginning with {@code zh}, otherwise English. */
    public static Words in(String tag) {
        Locale locale = tag.toLowerCase(Locale.ROOT).startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
        return new Words(locale, List.of()).and("fundtrail.client.words");
    }

    /** These and those of another catalogue, by the name of its bundle. */
    public Words and(String bundle) {
        List<ResourceBundle> more = new ArrayList<>(catalogues);
        more.add(ResourceBundle.getBundle(bundle, locale, ONLY_WHAT_IS_ASKED));
        return new Words(locale, more);
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
        return new MessageFormat(sentence(key), locale).format(texts);
    }

    /** The sentence of that key if there is one, else {@code otherwise}. */
    public String sayOr(String key, String otherwise) {
        return catalogues.stream().anyMatch(catalogue -> catalogue.containsKey(key)) ? say(key) : otherwise;
    }

    private String sentence(String key) {
        return catalogues.stream()
                .filter(catalogue -> catalogue.containsKey(key))
                .findFirst()
                .orElse(catalogues.getFirst())
                .getString(key);
    }

    public boolean isChinese() {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    }

    /** For {@code Accept-Language}. */
    public String languageTag() {
        return isChinese() ? "zh-CN" : "en";
    }
}
