package fundtrail.command.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoorTextsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    @ParameterizedTest
    @EnumSource(DoorCode.class)
    void every_code_says_what_where_why_and_what_now_in_both_languages(DoorCode code) {
        Problem.Text english = new DoorTexts().of(code, Map.of(), Locale.UK);
        Problem.Text chinese = new DoorTexts().of(code, Map.of(), Locale.SIMPLIFIED_CHINESE);
        for (Problem.Text text : new Problem.Text[] {english, chinese}) {
            Stream.of(text.title(), text.detail(), text.advice()).forEach(part -> assertFalse(part.isBlank(), code + ": " + text));
        }
        assertNotEquals(english.detail(), chinese.detail());
    }

    @ParameterizedTest
    @EnumSource(DoorCode.class)
    void both_languages_name_the_same_particulars(DoorCode code) throws IOException {
        assertEquals(particulars(code, texts("en")), particulars(code, texts("zh")));
    }

    @Test
    void no_text_is_left_over_from_a_code_that_is_gone() throws IOException {
        Set<String> keys = Arrays.stream(DoorCode.values())
                .flatMap(code -> Stream.of(code + ".title", code + ".detail", code + ".advice"))
                .collect(Collectors.toCollection(TreeSet::new));
        keys.add("separator");
        for (String language : new String[] {"en", "zh"}) {
            assertEquals(keys, new TreeSet<>(texts(language).stringPropertyNames()), language);
        }
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                DoorTexts.class.getResourceAsStream("/fundtrail/command/door_" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }

    private static Set<String> particulars(DoorCode code, Properties texts) {
        String all = texts.getProperty(code + ".title") + texts.getProperty(code + ".detail") + texts.getProperty(code + ".advice");
        return PLACEHOLDER.matcher(all).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }
}
