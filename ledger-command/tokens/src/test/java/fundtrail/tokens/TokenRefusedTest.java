package fundtrail.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.tokens.TokenRefused.Reason;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenRefusedTest {

    @ParameterizedTest @EnumSource(Reason.class)
    void every_reason_says_what_where_why_and_what_now_in_both_languages(Reason reason) {
        var refusal = new TokenRefused(reason, "<particular>");
        var english = refusal.text(Locale.UK);
        var chinese = refusal.text(Locale.SIMPLIFIED_CHINESE);
        for (var text : new TokenRefused.Text[] {english, chinese}) {
            for (var part : new String[] {text.title(), text.detail(), text.advice()}) {
                assertFalse(part.isBlank());
                assertFalse(part.contains("{0}"), part);
                assertFalse(part.contains("'"), "an apostrophe hides what follows it: " + part);
            }
        }
        assertTrue(chinese.detail().codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN));
        assertNotEquals(english, chinese);
        assertEquals(english.detail().contains("<particular>"), chinese.detail().contains("<particular>"));
    }

    @Test void both_catalogues_have_the_same_keys() {
        assertEquals(keys(Locale.ENGLISH), keys(Locale.CHINESE));
    }

    @Test void other_languages_read_english() {
        var refusal = new TokenRefused(Reason.MISSING);
        assertEquals(refusal.text(Locale.ENGLISH), refusal.text(Locale.FRENCH));
    }

    private static TreeSet<String> keys(Locale language) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new TreeSet<>(ResourceBundle.getBundle("fundtrail.tokens.refusals", language, control).keySet());
    }
}
