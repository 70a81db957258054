package fundtrail.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Account;
import fundtrail.contract.Book;
import fundtrail.contract.FactTypes;
import fundtrail.contract.FactTypes.FactType;
import fundtrail.contract.Json;
import fundtrail.contract.Role;
import fundtrail.contract.Signature.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TermsTest {
    private final Terms english = new Terms(Words.in("en"));
    private final Terms chinese = new Terms(Words.in("zh"));

    private static JsonNode hand(String stead) throws JsonProcessingException {
        return Json.MAPPER.readTree("""
                {"step":"APPROVER","role":"CA","person":"p-wu","name":"吴建国","post":"科长"%s,"position":12}""".formatted(stead));
    }

    @Test
    void a_hand_of_ones_own_is_said_with_name_post_and_role() throws JsonProcessingException {
        assertEquals("approver: 吴建国, 科长, as chief accountant (CA), at position 12", english.hand(hand("")));
    }

    @Test
    void a_hand_that_was_lent_is_said_to_be_in_somebodys_stead() throws JsonProcessingException {
        JsonNode lent = hand(",\"onBehalfOf\":\"p-shen\",\"onBehalfOfName\":\"沈若兰\"");
        assertEquals("approver: 吴建国 (in the stead of 沈若兰), 科长, as chief accountant (CA), at position 12", english.hand(lent));
        assertEquals("审批：吴建国（代 沈若兰），科长，以总会计师（CA）身份，位置 12", chinese.hand(lent));
    }

    @Test
    void whoever_lent_a_hand_and_has_no_name_any_more_is_said_by_reference() throws JsonProcessingException {
        assertEquals(" (in the stead of p-shen)", english.stead(hand(",\"onBehalfOf\":\"p-shen\"")));
    }

    @Test
    void what_was_recorded_is_listed_in_words_with_how_many_where_there_are_several() {
        Map<String, Integer> facts = new LinkedHashMap<>();
        facts.put("DisbursementBatchApprovedRows", 3);
        facts.put("DisbursementBatchApproved", 1);
        assertEquals("Rows of an approved batch × 3, Disbursement batch approved", english.recorded(facts));
        assertEquals("拨款批次明细 × 3、拨款批次批准", chinese.recorded(facts));
    }

    @Test
    void every_fact_role_and_step_has_words_in_both_languages() {
        for (Terms terms : List.of(english, chinese)) {
            for (FactType type : FactTypes.all()) {
                assertNotEquals(type.name(), terms.fact(type.name()));
            }
            for (Role role : Role.values()) {
                assertNotEquals(role.name(), terms.role(role.name()));
            }
            for (Step step : Step.values()) {
                assertNotEquals(step.name(), terms.step(step.name()));
            }
        }
    }

    @Test
    void accounts_and_books_are_said_in_chinese_with_the_code_they_go_by() {
        for (Account account : Account.values()) {
            assertEquals(account.name(), english.account(account.name()));
            assertTrue(chinese.account(account.name()).matches("\\p{IsHan}+（" + account + "）"), account.name());
        }
        for (Book book : Book.values()) {
            assertTrue(chinese.book(book.name()).matches("\\p{IsHan}+（" + book + "）"), book.name());
        }
    }

    @Test
    void commands_and_states_have_words_and_what_is_not_known_yet_is_shown_as_recorded() {
        assertEquals("allotting a budget", english.command("AllotBudget"));
        assertEquals("指标下达", chinese.command("AllotBudget"));
        assertEquals("已复核", chinese.state("CHECKED"));
        assertEquals("MoveMountains", english.command("MoveMountains"));
    }
}
