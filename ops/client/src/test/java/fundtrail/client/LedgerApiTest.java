package fundtrail.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerApiTest {
    private static final String POSTED =
            """
            {"outcome":"POSTED","firstPosition":7,"lastPosition":8,"recordedAt":"2026-01-05T01:00:00.000000Z",
             "facts":{"FundReceived":2}}""";
    private static final String JSON = "application/json";

    private final List<Duration> pauses = new ArrayList<>();
    private final ScriptedServer server = new ScriptedServer();
    private final Words english = Words.in("en");
    private final LedgerApi api =
            new LedgerApi(server.addresses(), english, new Patience(4, Duration.ofSeconds(3), pauses::add));

    @AfterEach
    void close() {
        api.close();
        server.close();
    }

    private Answer.Given ask() {
        return api.ask("record-fund-receipt", Map.of("amount", "1.00"), "key-1", "the-token", Instant.parse("2026-01-05T01:00:00Z"));
    }

    @Test
    void a_wish_carries_key_token_clock_and_language() {
        server.then(201, JSON, POSTED);
        Answer.Given given = ask();
        assertEquals(7, given.answer().firstPosition());
        assertFalse(given.before());
        ScriptedServer.Asked asked = server.asked().getFirst();
        assertEquals("POST /commands/record-fund-receipt", asked.method() + " " + asked.path());
        assertEquals("key-1", asked.header("Idempotency-key"));
        assertEquals("Bearer the-token", asked.header("Authorization"));
        assertEquals("2026-01-05T01:00:00Z", asked.header("Rehearsal-clock"));
        assertEquals("en", asked.header("Accept-language"));
        assertEquals("{\"amount\":\"1.00\"}", asked.body());
    }

    @Test
    void an_answer_given_before_says_so() {
        server.then(200, JSON, POSTED);
        assertTrue(ask().before());
    }

    @Test
    void a_busy_ledger_is_asked_again_with_the_same_key_after_the_time_it_names() {
        server.thenBusy("2").thenBusy("600").then(201, JSON, POSTED);
        ask();
        assertEquals(List.of(Duration.ofSeconds(2), Duration.ofSeconds(3)), pauses);
        assertEquals(List.of("key-1", "key-1", "key-1"), server.asked().stream().map(asked -> asked.header("Idempotency-key")).toList());
    }

    @Test
    void whoever_asks_too_often_waits_as_long_as_the_ledger_says() {
        server.thenTooMany("2").then(201, JSON, POSTED);
        ask();
        assertEquals(List.of(Duration.ofSeconds(2)), pauses);
    }

    @Test
    void a_lost_connection_is_asked_again_with_the_same_key() {
        server.thenLost().then(200, JSON, POSTED);
        assertTrue(ask().before());
        assertEquals(server.asked().get(0).body(), server.asked().get(1).body());
        assertEquals("key-1", server.asked().get(1).header("Idempotency-key"));
    }

    @Test
    void patience_ends_and_the_last_answer_is_the_problem() {
        server.thenBusy("1").thenBusy("1").thenBusy("1").thenBusy("1");
        assertTrue(assertThrows(ProblemAnswer.class, this::ask).is("BUSY"));
        assertEquals(3, pauses.size());
    }

    @Test
    void when_nobody_answers_at_all_it_is_said_with_the_address() {
        server.thenLost().thenLost().thenLost().thenLost();
        LedgerUnreachable nobody = assertThrows(LedgerUnreachable.class, this::ask);
        assertTrue(nobody.inWords(english).contains(server.addresses().command().toString()), nobody.inWords(english));
        assertTrue(nobody.inWords(english).contains("Asking again with the same key is safe"));
    }

    @Test
    void a_refusal_is_not_asked_again_and_says_what_where_and_what_now() {
        server.then(422, "application/problem+json",
                """
                {"type":"urn:x","title":"Rows refused","status":422,"code":"ROWS_REFUSED","detail":"2 rows are refused.",
                 "advice":"Correct them.","instance":"/commands/disburse-batch","correlation":"c-1",
                 "faults":[{"row":12,"field":"amount","code":"ALLOTMENT_EXCEEDED","detail":"Too much.","advice":"Pay less."}]}""");
        ProblemAnswer refused = assertThrows(ProblemAnswer.class, this::ask);
        assertEquals(1, server.asked().size());
        String words = refused.inWords(english);
        for (String part : List.of("Rows refused", "ROWS_REFUSED", "2 rows are refused.", "/commands/record-fund-receipt", "c-1",
                "Correct them.", "row 12", "amount", "Too much.", "Pay less.")) {
            assertTrue(words.contains(part), part + " in\n" + words);
        }
    }

    @Test
    void another_program_at_the_port_is_recognised() {
        server.then(404, "text/html", "<h1>It works!</h1>");
        assertTrue(assertThrows(ProblemAnswer.class, this::ask).is("NOT_A_LEDGER"));
    }

    @Test
    void a_list_is_read_page_after_page_with_the_same_question() {
        server.then(200, JSON, "{\"knownPosition\":9,\"items\":[{\"a\":1},{\"a\":2}],\"next\":\"c1\"}")
                .then(200, JSON, "{\"knownPosition\":9,\"items\":[{\"a\":3}]}");
        List<JsonNode> items = api.readAll("/api/payments", Map.of("batch", "B 1"), "the-token");
        assertEquals("[{\"a\":1}, {\"a\":2}, {\"a\":3}]", items.toString());
        String first = server.asked().get(0).path();
        String second = server.asked().get(1).path();
        assertTrue(first.contains("batch=B+1") && !first.contains("cursor"), first);
        assertTrue(second.contains("batch=B+1") && second.contains("cursor=c1"), second);
    }

    @Test
    void an_upload_tells_how_much_has_left() {
        server.then(200, JSON, "{\"fileHash\":\"f\",\"batch\":\"B\",\"rows\":1,\"faults\":[]}");
        List<String> told = new ArrayList<>();
        BatchFile file = new BatchFile("a.csv", new byte[40_000], "B", "CT", "330521", null, null, null, null);
        api.check(file, "the-token", null, (sent, of) -> told.add(sent + "/" + of));
        assertEquals(List.of("16384/40000", "32768/40000", "40000/40000"), told);
        assertEquals("text/csv", server.asked().getFirst().header("Content-type"));
    }
}
