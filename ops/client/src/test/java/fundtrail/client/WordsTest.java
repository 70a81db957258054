package fundtrail.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Pattern PLACEHOLDERS = Pattern.compile("\\{[0-9]}");

    @Test
    void both_languages_say_the_same_with_the_same_particulars() throws IOException {
        Properties english = catalogue("en");
        Properties chinese = catalogue("zh");
        assertEquals(english.stringPropertyNames(), chinese.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertEquals(particulars(english.getProperty(key)), particulars(chinese.getProperty(key)), key);
        }
    }

    @Test
    void every_sentence_can_be_said() throws IOException {
        for (String language : new String[] {"en", "zh"}) {
            Words words = Words.in(language);
            for (String key : catalogue(language).stringPropertyNames()) {
                String said = words.say(key, "§0", "§1", "§2", "§3", "§4", "§5");
                assertFalse(said.contains("{"), key + " in " + language + ": " + said);
            }
        }
    }

    @Test
    void the_shell_chooses_the_language_and_the_first_variable_that_is_set_wins() {
        assertTrue(Words.ofShell(Map.of("LANG", "zh_CN.UTF-8")).isChinese());
        assertFalse(Words.ofShell(Map.of("LC_ALL", "C.UTF-8", "LANG", "zh_CN.UTF-8")).isChinese());
        assertTrue(Words.ofShell(Map.of("LC_ALL", "", "LC_MESSAGES", "zh_TW", "LANG", "C")).isChinese());
        assertFalse(Words.ofShell(Map.of()).isChinese());
    }

    private static Properties catalogue(String language) throws IOException {
        Properties catalogue = new Properties();
        try (var in = new InputStreamReader(
                Words.class.getResourceAsStream("words_" + language + ".properties"), StandardCharsets.UTF_8)) {
            catalogue.load(in);
        }
        return catalogue;
    }

    private static Set<String> particulars(String sentence) {
        return PLACEHOLDERS.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
