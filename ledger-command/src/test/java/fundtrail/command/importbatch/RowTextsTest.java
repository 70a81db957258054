package fundtrail.command.importbatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.importbatch.ImportFault.Words;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowTextsTest {
    @Test
    void everything_that_can_be_wrong_is_said_in_both_languages_with_what_to_do() {
        Set<Mismatch> ofNothing = Set.of(Mismatch.BASIS_MISSING, Mismatch.OFFSET_INCOMPLETE); // an empty cell has nothing to show
        for (Mismatch mismatch : Mismatch.values()) {
            for (RowTexts texts : List.of(RowTexts.CHINESE, RowTexts.ENGLISH)) {
                Words words = texts.words(mismatch, "金额", "<found>", "<recorded>");
                assertTrue(ofNothing.contains(mismatch) || words.what().contains("<found>"), mismatch::name);
                assertFalse(words.advice().isBlank(), mismatch::name);
                assertFalse((words.what() + words.advice()).contains("{"), mismatch::name);
            }
        }
    }

    @Test
    void the_two_catalogues_say_the_same_things() {
        assertEquals(RowTexts.load("zh").keySet(), RowTexts.load("en").keySet());
    }
}
