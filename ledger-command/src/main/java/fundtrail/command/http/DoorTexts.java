package fundtrail.command.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The door's texts in the caller's language: Chinese when asked for, else English. */
final class DoorTexts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final Properties english = load("en");
    private final Properties chinese = load("zh");

    Problem.Text of(DoorCode code, Map<String, String> details, Locale locale) {
        Properties texts = "zh".equals(locale.getLanguage()) ? chinese : english;
        return new Problem.Text(
                fill(texts.getProperty(code + ".title"), details),
                fill(texts.getProperty(code + ".detail"), details),
                fill(texts.getProperty(code + ".advice"), details));
    }

    /** Fills {@code {name}}; a particular nobody gave stays visible as its name. */
    private static String fill(String text, Map<String, String> details) {
        return PLACEHOLDER.matcher(text).replaceAll(found ->
                Matcher.quoteReplacement(details.getOrDefault(found.group(1), found.group())));
    }

    private static Properties load(String language) {
        Properties texts = new Properties();
        try (InputStream in = DoorTexts.class.getResourceAsStream("/fundtrail/command/door_" + language + ".properties");
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("the texts of the door cannot be read", e);
        }
    }
}
