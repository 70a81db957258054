package fundtrail.command.importbatch;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.importbatch.ImportFault.Words;
import fundtrail.command.refusals.RefusalTexts;
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

/**
 * Says in words what is wrong with a row. A refusal is said in the words it always has, except that its advice is what
 * to do in the file where the catalogue here knows better.
 */
final class RowTexts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final RefusalTexts REFUSALS = new RefusalTexts();

    static final RowTexts CHINESE = new RowTexts(Locale.CHINESE);
    static final RowTexts ENGLISH = new RowTexts(Locale.ENGLISH);

    private final Locale locale;
    private final Properties texts;

    private RowTexts(Locale locale) {
        this.locale = locale;
        this.texts = load(locale.getLanguage());
    }

    /**
     * @param column   the column's header
     * @param found    what stands there
     * @param recorded what it is measured against: what the ledger has, a sum, a limit; may be empty
     */
    Words words(Mismatch mismatch, String column, String found, String recorded) {
        Map<String, String> particulars = Map.of("column", column, "found", found, "recorded", recorded);
        return new Words(
                fill(texts.getProperty(mismatch + ".what"), particulars),
                fill(texts.getProperty(mismatch + ".advice"), particulars));
    }

    Words words(Refused refused) {
        RefusalTexts.Text text = REFUSALS.render(refused, locale);
        return new Words(text.what(), texts.getProperty(refused.code() + ".advice.here", text.advice()));
    }

    private static String fill(String text, Map<String, String> particulars) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(particulars.get(found.group(1))));
    }

    static Properties load(String language) {
        String name = "rows_" + language + ".properties";
        Properties texts = new Properties();
        try (InputStream in = RowTexts.class.getResourceAsStream(name);
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("the texts of a file's rows cannot be read: " + name, e);
        }
    }
}
