package fundtrail.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.StartRefused.Reason;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

class StartRefusedTest {
    @ParameterizedTest
    @EnumSource(Reason.class)
    void every_reason_says_what_and_what_now_in_both_languages(Reason reason) {
        StartRefused refused = new StartRefused(reason, "<first>", "<second>");
        for (String text : new String[] {refused.what(Locale.UK), refused.what(Locale.SIMPLIFIED_CHINESE)}) {
            assertTrue(text.contains("<first>"), text);
            assertFalse(text.contains("{"), text);
        }
        assertTrue(refused.what(Locale.SIMPLIFIED_CHINESE).codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN));
        assertFalse(refused.advice(Locale.UK).isBlank() || refused.advice(Locale.SIMPLIFIED_CHINESE).isBlank());
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void whoever_starts_the_service_reads_it_in_place_of_a_stack_trace(Reason reason) {
        StartRefused refused = new StartRefused(reason, "<first>", "<second>");
        FailureAnalysis analysis = new StartRefused.Analyzer().analyze(new IllegalStateException("while making a bean", refused));
        assertEquals(refused.what(Locale.getDefault()), analysis.getDescription());
        assertEquals(refused.advice(Locale.getDefault()), analysis.getAction());
    }
}
