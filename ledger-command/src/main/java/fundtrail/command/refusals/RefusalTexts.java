package fundtrail.command.refusals;

import fundtrail.command.decide.Decision.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says refusals in words, in Chinese when asked for, else in English: what was refused, where and why, and what to do
 * now. In the catalogues {@code {name}} is a particular of the refusal; {@code {name|list}} one whose words are looked
 * up in a list of the catalogue, {@code list.WORD}, where they stand there.
 */
public final class RefusalTexts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(?:\\|(\\w+))?}");
    private static final Pattern WORD = Pattern.compile("[\\w-]+");
    private static final String NOTHING = "–";

    private final Properties english = load("en");
    private final Properties chinese = load("zh");

    /**
     * A refusal in words.
     *
     * @param title  a few words
     * @param what   what was refused, where and why
     * @param advice what to do now
     */
    public record Text(String title, String what, String advice) {}

    public Text render(Refused refused, Locale locale) {
        Properties catalogue = "zh".equals(locale.getLanguage()) ? chinese : english;
        Map<String, String> particulars = particulars(refused);
        return new Text(
                catalogue.getProperty(refused.code() + ".title"),
                fill(catalogue.getProperty(refused.code() + ".what"), particulars, catalogue),
                fill(catalogue.getProperty(refused.code() + ".advice"), particulars, catalogue));
    }

    /** The placeholders of its texts for which a refusal brings nothing; a reader sees a dash there. */
    public Set<String> unfilled(Refused refused) {
        Set<String> names = new LinkedHashSet<>();
        for (Properties catalogue : List.of(english, chinese)) {
            names.addAll(placeholders(catalogue.getProperty(refused.code() + ".what")));
            names.addAll(placeholders(catalogue.getProperty(refused.code() + ".advice")));
        }
        names.removeAll(particulars(refused).keySet());
        return names;
    }

    static Set<String> placeholders(String text) {
        Set<String> names = new LinkedHashSet<>();
        PLACEHOLDER.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    private static Map<String, String> particulars(Refused refused) {
        Map<String, String> particulars = new TreeMap<>(refused.details());
        particulars.put("subject", refused.subject());
        return particulars;
    }

    private static String fill(String text, Map<String, String> particulars, Properties catalogue) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String value = flat(particulars.getOrDefault(found.group(1), ""), catalogue.getProperty("separator"));
            String list = found.group(2);
            return Matcher.quoteReplacement(list == null ? value : WORD.matcher(value).replaceAll(word ->
                    Matcher.quoteReplacement(catalogue.getProperty(list + "." + word.group(), word.group()))));
        });
    }

    /** A list as a person writes it, and a dash for nothing. */
    private static String flat(String value, String separator) {
        boolean list = value.startsWith("[") && value.endsWith("]");
        String flat = list ? value.replaceAll("[\\[\\]]", "").replace(", ", separator) : value;
        return flat.isBlank() ? NOTHING : flat;
    }

    static Properties load(String language) {
        String name = "/fundtrail/command/refusals_" + language + ".properties";
        Properties texts = new Properties();
        try (InputStream in = RefusalTexts.class.getResourceAsStream(name);
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("the texts of refusals cannot be read: " + name, e);
        }
    }
}
