package fundtrail.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.fact.CommandRefused;
import fundtrail.contract.id.PersonRef;
import fundtrail.postgres.TestPostgres;
import fundtrail.query.asof.Cursor;
import fundtrail.query.http.Served;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long lists in parts. */
@ExtendWith(TestPostgres.class)
@TestInstance(Lifecycle.PER_CLASS)
class PagesTest {
    private RunningQuery running;

    @BeforeAll void read(@TempDir Path keys) {
        running = RunningQuery.chenghu(keys);
    }

    @AfterAll void closed() {
        running.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/api/facts?known=60", "/api/facts?known=60&order=NEWEST_FIRST", "/api/facts?known=60&type=RoleGranted", "/api/institutions?known=60",
        "/api/allotments?known=60", "/api/payments?known=60", "/api/batches/B1/rows?known=70", "/api/proposals/prop-1/rows?known=60",
        "/api/institutions/H1/statement?known=60", "/api/balances?known=60", "/api/people?known=60", "/api/holds?known=70",
        "/api/proposals?known=60", "/api/rule-sets?known=60"})
    void pages_of_one_and_two_give_the_whole_list_once(String path) {
        List<JsonNode> whole = items(running.get("p-au", path + "&limit=1000"));
        assertFalse(whole.isEmpty());
        for (int limit = 1; limit <= 2; limit++) {
            List<JsonNode> pieces = new ArrayList<>();
            JsonNode page = running.get("p-au", path + "&limit=" + limit);
            pieces.addAll(items(page));
            while (page.has("next")) {
                assertEquals(limit, page.get("items").size());
                page = running.get("p-au", path + "&limit=" + limit + "&cursor=" + page.get("next").textValue());
                pieces.addAll(items(page));
            }
            assertEquals(whole, pieces);
            assertEquals(whole.size(), new HashSet<>(pieces).size());
        }
    }

    @Test void a_list_does_not_shift_while_facts_arrive() {
        JsonNode first = running.get("p-au", "/api/facts?order=NEWEST_FIRST&limit=2");
        running.ledger().signedBy().write(new CommandRefused(new PersonRef("p-ck"), "DisburseBatch", "CASH_EXCEEDED", "CEN"));
        running.awaitHead();
        JsonNode second = running.get("p-au", "/api/facts?order=NEWEST_FIRST&limit=2&cursor=" + first.get("next").textValue());
        assertEquals(first.get("knownPosition"), second.get("knownPosition"));
        assertEquals(first.get("effective"), second.get("effective"));
        assertEquals(first.get("items").get(1).get("position").longValue() - 1, second.get("items").get(0).get("position").longValue());
        assertTrue(running.get("p-au", "/api/ledger").get("knownPosition").longValue() > first.get("knownPosition").longValue());
    }

    @Test void a_cursor_belongs_to_its_question() {
        String next = running.get("p-au", "/api/facts?type=RoleGranted&limit=2").get("next").textValue();
        assertEquals("CURSOR_OF_ANOTHER_QUESTION", code(running.ask("p-au", "/api/facts?limit=2&cursor=" + next)));
        assertEquals("CURSOR_OF_ANOTHER_QUESTION", code(running.ask("p-au", "/api/people?cursor=" + next)));
        assertEquals("PARAMETER_MALFORMED", code(running.ask("p-au", "/api/facts?cursor=rubbish")));
    }

    @Test void a_cursor_belongs_to_its_reader() {
        String next = running.get("p-au", "/api/payments?limit=1").get("next").textValue();
        assertEquals("CURSOR_OF_ANOTHER_QUESTION", code(running.ask("p-is2", "/api/payments?limit=1&cursor=" + next)));
        assertEquals("CURSOR_OF_ANOTHER_QUESTION", code(running.ask("p-cl", "/api/payments?limit=1&cursor=" + next)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/facts", "/api/payments", "/api/balances", "/api/institutions/H1/statement", "/api/batches/B1/rows"})
    void an_altered_cursor_is_refused_and_breaks_nothing(String path) {
        var cursor = Cursor.parse(running.get("p-au", path + "?limit=1").get("next").textValue());
        for (List<String> after : List.of(List.<String>of(), List.of(""), List.of("x", "y", "z"))) {
            String altered = new Cursor(cursor.known(), cursor.effective(), cursor.open(), cursor.question(), after).text();
            int status = running.ask("p-au", path + "?limit=1&cursor=" + altered).statusCode();
            assertTrue(status == 400 || status == 200, path + " after " + after + ": " + status);
        }
    }

    @Test void a_page_has_one_to_a_thousand_items() {
        for (String limit : List.of("0", "1001", "-1", "ten", "1.5", "+5", "")) {
            assertEquals("PARAMETER_MALFORMED", code(running.ask("p-au", "/api/facts?limit=" + limit)), limit);
        }
    }

    private static List<JsonNode> items(JsonNode page) {
        List<JsonNode> items = new ArrayList<>();
        page.get("items").forEach(items::add);
        return items;
    }

    private static String code(HttpResponse<byte[]> response) {
        return Served.json(response).path("code").asText();
    }
}
