package fundtrail.command.refusals;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A catalogue of texts in Chinese and English. {@code {name}} is a particular; {@code {name|list}} one whose words are
 * looked up in a list of the catalogue, {@code list.WORD}, where they stand there; a list is written with the
 * catalogue's {@code separator}, and a particular nobody gave is a dash.
 */
public final class Wording {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(?:\\|(\\w+))?}");
    private static final Pattern WORD = Pattern.compile("[\\w-]+");
    private static final String NOTHING = "–";

    private final Properties english;
    private final Properties chinese;

    private Wording(String catalogue) {
        english = load(catalogue, "en");
        chinese = load(catalogue, "zh");
    }

    /** @param catalogue the beginning of its files' names on the class path, such as {@code /fundtrail/command/door} */
    public static Wording of(String catalogue) {
        return new Wording(catalogue);
    }

    /** The text of that key, in Chinese when the locale's language is Chinese, else in English. */
    public String say(String key, Map<String, String> particulars, Locale locale) {
        Properties catalogue = "zh".equals(locale.getLanguage()) ? chinese : english;
        return PLACEHOLDER.matcher(catalogue.getProperty(key)).replaceAll(found -> {
            String value = flat(particulars.getOrDefault(found.group(1), ""), catalogue.getProperty("separator"));
            String list = found.group(2);
            return Matcher.quoteReplacement(list == null ? value : WORD.matcher(value).replaceAll(word ->
                    Matcher.quoteReplacement(catalogue.getProperty(list + "." + word.group(), word.group()))));
        });
    }

    /** The particulars a text of that key speaks of, in either language. */
    Set<String> placeholdersOf(String key) {
        Set<String> names = new LinkedHashSet<>(placeholders(english.getProperty(key)));
        names.addAll(placeholders(chinese.getProperty(key)));
        return names;
    }

    static Set<String> placeholders(String text) {
        Set<String> names = new LinkedHashSet<>();
        PLACEHOLDER.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /** A list as a person writes it, and a dash for nothing. */
    private static String flat(String value, String separator) {
        boolean list = value.startsWith("[") && value.endsWith("]");
        String flat = list ? value.replaceAll("[\\[\\]]", "").replace(", ", separator) : value;
        return flat.isBlank() ? NOTHING : flat;
    }

    static Properties load(String catalogue, String language) {
        String name = catalogue + "_" + language + ".properties";
        Properties texts = new Properties();
        try (InputStream in = Wording.class.getResourceAsStream(name);
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("the texts cannot be read: " + name, e);
        }
    }
}
