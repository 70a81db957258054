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
        assertEquals(particulars(english), particulars(chinese));
    }

    @Test
    void no_text_is_left_over_from_a_code_that_is_gone() throws IOException {
        Set<String> keys = Arrays.stream(DoorCode.values())
                .flatMap(code -> Stream.of(code + ".title", code + ".detail", code + ".advice"))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String language : new String[] {"en", "zh"}) {
            Properties texts = new Properties();
            try (InputStreamReader in = new InputStreamReader(
                    DoorTexts.class.getResourceAsStream("/fundtrail/command/door_" + language + ".properties"), StandardCharsets.UTF_8)) {
                texts.load(in);
            }
            assertEquals(keys, new TreeSet<>(texts.stringPropertyNames()), language);
        }
    }

    private static Set<String> particulars(Problem.Text text) {
        return PLACEHOLDER.matcher(text.title() + text.detail() + text.advice()).results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
