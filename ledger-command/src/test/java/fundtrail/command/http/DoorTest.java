package fundtrail.command.http;

import static fundtrail.command.kit.RunningLedger.json;
import static fundtrail.command.kit.RunningLedger.succeeded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.command.documents.Documents;
import fundtrail.command.kit.RunningLedger;
import fundtrail.contract.Digest;
import fundtrail.postgres.TestPostgres;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The writing side through its door, as its callers meet it. */
@ExtendWith(TestPostgres.class)
class DoorTest {
    private static final String INSTITUTION =
            """
            {"institution":"%s","creditCode":"%s","name":"青溪镇卫生院","type":"TOWNSHIP_HEALTH_CENTRE",
             "ownership":"PUBLIC","division":"330521"}""";
    private static final String H1 = INSTITUTION.formatted("H1", "12330521471100016Q");

    private static RunningLedger ledger;

    @BeforeAll
    static void open() {
        ledger = new RunningLedger();
        ledger.person("p-clerk", "li", "CL");
        ledger.person("p-checker", "wang", "CK");
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    @Test
    void a_wish_of_two_hands_is_proposed_by_one_and_posted_by_the_other() {
        JsonNode proposed = succeeded(ledger.ask("li", "register-institution", "two-hands", H1));
        assertEquals("PROPOSED", proposed.get("outcome").asText());
        HttpResponse<String> own = approve("li", proposed, "own");
        assertEquals("ROLE_MISSING", json(own).get("code").asText());
        JsonNode posted = succeeded(approve("wang", proposed, "two-hands"));
        assertEquals("POSTED", posted.get("outcome").asText());
        assertEquals(1, posted.get("facts").get("InstitutionRegistered").asInt());
    }

    @Test
    void the_same_key_is_answered_alike_also_after_a_restart() {
        String body = INSTITUTION.formatted("H2", "12330521471100024K");
        HttpResponse<String> first = ledger.ask("li", "register-institution", "again", body);
        HttpResponse<String> second = ledger.ask("li", "register-institution", "again", body);
        assertEquals(201, first.statusCode());
        assertEquals(200, second.statusCode());
        assertEquals(first.body(), second.body());
        ledger.stop();
        ledger.start();
        assertEquals(first.body(), ledger.ask("li", "register-institution", "again", body).body());
        HttpResponse<String> other = ledger.ask("li", "register-institution", "again", H1);
        assertEquals("409 KEY_REUSED", status(other));
    }

    @Test
    void what_cannot_be_read_says_where_and_why() {
        assertEquals("400 MALFORMED_JSON", status(ledger.ask("li", "register-institution", "m1", "{\"institution\":")));
        assertEquals("400 FIELD_WRONG", status(ledger.ask("li", "register-institution", "m2", H1.replace("\"name\"", "\"nom\""))));
        HttpResponse<String> missing = ledger.ask("li", "register-institution", "m3", "{\"institution\":\"H9\"}");
        assertEquals("400 FIELD_MISSING", status(missing));
        assertTrue(json(missing).get("detail").asText().contains("creditCode, name, type, ownership, division"), missing.body());
        HttpResponse<String> credit = ledger.ask("li", "register-institution", "m4", H1.replace("00016Q", "00016R"));
        assertEquals("400 FIELD_WRONG", status(credit));
        assertTrue(json(credit).get("detail").asText().contains("creditCode"), credit.body());
        for (String amount : new String[] {"1.001", "1", "1e3", "99999999999999.00", " 1.00", "１.00"}) {
            HttpResponse<String> wrong = ledger.ask("li", "return-payment", "m5",
                    "{\"payment\":\"P1\",\"amount\":\"" + amount + "\",\"bankRef\":\"B\",\"reason\":\"r\"}");
            assertEquals("400 FIELD_WRONG", status(wrong), amount);
        }
        assertEquals("400 FIELD_WRONG", status(ledger.ask("li", "execute-batch", "m6",
                "{\"effectiveDate\":\"2026-02-30\",\"batch\":\"B1\"}")));
        assertEquals("400 FIELD_WRONG", status(ledger.ask("li", "return-payment", "m7",
                "{\"payment\":\"P1\",\"amount\":1.5,\"bankRef\":\"B\",\"reason\":\"r\"}")));
        assertEquals("400 FIELD_WRONG", status(ledger.ask("li", "execute-batch", "m8", "[]")));
        HttpResponse<String> number = ledger.ask("li", "close-year", "m9", "{\"division\":\"330521\"}");
        assertEquals("400 FIELD_MISSING", status(number));
        assertTrue(json(number).get("detail").asText().contains("budgetYear"), number.body());
        assertEquals("400 MALFORMED_JSON", status(ledger.ask("li", "execute-batch", "m9", "null")));
        assertEquals("404 COMMAND_UNKNOWN", status(ledger.ask("li", "steal-money", "m10", "{}")));
    }

    @Test
    void a_file_is_checked_for_nobody_who_has_no_hand_in_that_divisions_batches() {
        String check = "/imports/disbursement-batch?batch=B9&bankAccount=CT&division=";
        byte[] file = "no spreadsheet".getBytes(StandardCharsets.UTF_8);
        assertEquals("403 NO_HAND_IN_BATCHES", status(ledger.send("POST", check + "330522", file, headers("li", "c1"))));
        assertEquals("403 NO_HAND_IN_BATCHES", status(ledger.send("POST", check + "330521", file, headers("an", "c2"))));
        assertEquals("422 FILE_REFUSED", status(ledger.send("POST", check + "330521&submit=true", file, headers("li", "c3"))));
    }

    @Test
    void a_funding_plan_is_proposed_to_whoever_could_sign_one_there() {
        String plan = "/funding-plans/330521/BSP/2026/proposal";
        assertEquals("403 NO_HAND_IN_PLANS", status(ledger.send("GET", plan, new byte[0], headers("li", "p1"))));
        assertEquals("403 NO_HAND_IN_PLANS", status(ledger.send("GET", plan.replace("330521", "330522"), new byte[0], headers("wang", "p2"))));
        assertEquals("400 PARAMETER_WRONG", status(ledger.send("GET", plan.replace("2026", "26"), new byte[0], headers("wang", "p3"))));
        JsonNode proposed = succeeded(ledger.send("GET", plan, new byte[0], headers("wang", "p4")));
        assertEquals("330521 BSP 2026 1 0.00", proposed.at("/wish/division").asText() + " " + proposed.at("/wish/programme").asText() + " "
                + proposed.at("/wish/budgetYear").asText() + " " + proposed.at("/wish/revision").asText() + " " + proposed.at("/wish/shortfall").asText());
        assertEquals("0.00", proposed.get("reserve").asText());
    }

    @Test
    void what_is_too_large_is_not_read() {
        byte[] large = new byte[CommandController.MAX_BODY_BYTES + 1];
        Arrays.fill(large, (byte) ' ');
        assertEquals("413 TOO_LARGE", status(ledger.send("POST", "/commands/execute-batch", large, headers("li", "large"))));
    }

    /** Ten of the greatest size are more than is held in memory at once: each gives its room back. */
    @Test
    void large_contents_come_one_after_another_as_long_as_one_likes() {
        byte[] large = new byte[Documents.MAX_BYTES];
        for (int i = 0; i < 10; i++) {
            assertEquals("400 HASH_DIFFERS", status(ledger.send("PUT", "/documents/" + "0".repeat(64), large, headers("li", "l" + i))));
        }
    }

    @Test
    void a_token_that_is_missing_expired_unsigned_or_anothers_is_refused_by_name() {
        assertEquals("401 TOKEN_MISSING", status(ledger.send("POST", "/commands/execute-batch", new byte[0], Map.of())));
        assertEquals("401 TOKEN_MALFORMED", status(with("not-a-token")));
        assertEquals("401 TOKEN_EXPIRED", status(with(ledger.token("li", Instant.now().minus(Duration.ofHours(2))))));
        String unsigned = base64("{\"alg\":\"none\"}") + "." + base64("{\"sub\":\"li\",\"iss\":\"urn:fundtrail:rehearsal\"}") + ".";
        assertEquals("401 TOKEN_UNSIGNED", status(with(unsigned)));
        assertEquals("403 PERSON_UNKNOWN", status(with(ledger.token("nobody"))));
    }

    @Test
    void a_signature_needs_a_fresh_sign_in() {
        String stale = ledger.token("wang", Instant.now().minus(Duration.ofMinutes(6)));
        HttpResponse<String> response = ledger.send("POST", "/commands/approve-proposal",
                ("{\"proposal\":\"x\",\"contentHash\":\"" + "0".repeat(64) + "\"}").getBytes(StandardCharsets.UTF_8),
                Map.of("Authorization", "Bearer " + stale, "Idempotency-Key", "stale"));
        assertEquals("403 SIGN_IN_AGAIN", status(response));
    }

    @Test
    void a_wish_needs_a_key_and_a_clock_that_can_be_read() {
        String token = "Bearer " + ledger.token("li");
        byte[] body = "{\"batch\":\"B1\"}".getBytes(StandardCharsets.UTF_8);
        assertEquals("400 KEY_MISSING",
                status(ledger.send("POST", "/commands/execute-batch", body, Map.of("Authorization", token))));
        assertEquals("400 KEY_MALFORMED", status(ledger.send("POST", "/commands/execute-batch", body,
                Map.of("Authorization", token, "Idempotency-Key", "k".repeat(129)))));
        assertEquals("400 CLOCK_MALFORMED", status(ledger.send("POST", "/commands/execute-batch", body,
                Map.of("Authorization", token, "Idempotency-Key", "k", "Rehearsal-Clock", "yesterday"))));
        assertEquals("409 CLOCK_BACKWARDS", status(ledger.send("POST", "/commands/execute-batch", body,
                Map.of("Authorization", token, "Idempotency-Key", "k", "Rehearsal-Clock", "2020-01-01T00:00:00Z"))));
    }

    @Test
    void a_document_is_known_by_its_bytes_and_kept_only_if_it_is_one() {
        byte[] pdf = "%PDF-1.7\n%made up\n".getBytes(StandardCharsets.UTF_8);
        String hash = Digest.sha256(pdf);
        assertEquals(201, ledger.send("PUT", "/documents/" + hash, pdf, headers("li", "d")).statusCode());
        assertEquals(200, ledger.send("PUT", "/documents/" + hash, pdf, headers("li", "d")).statusCode());
        assertEquals("400 HASH_DIFFERS", status(ledger.send("PUT", "/documents/" + "0".repeat(64), pdf, headers("li", "d"))));
        byte[] exe = "MZ, named letter.pdf".getBytes(StandardCharsets.UTF_8);
        assertEquals("422 DOCUMENT_KIND_UNKNOWN", status(ledger.send(
                "PUT", "/documents/" + Digest.sha256(exe), exe, headers("li", "d"))));
        assertEquals("405 METHOD_NOT_ALLOWED", status(ledger.send("GET", "/documents/" + hash, null, headers("li", "d"))),
                "documents are read on the reading side");
        assertEquals("400 REQUEST_UNREADABLE", status(ledger.send("GET", "/documents/..%2fx", null, headers("li", "d"))));
    }

    @Test
    void a_fact_may_rest_only_on_a_document_that_is_there() {
        HttpResponse<String> response = ledger.ask("cai", "publish-rule-set", "nodoc",
                """
                {"document":{"type":"规则","body":"局","number":"1号","date":"2026-01-01","sha256":"%s"},
                 "ruleSet":"r-2","validFrom":"2026-02-01","programmes":[{"code":"BPH","nameZh":"公卫","nameEn":"BPH"}],"holidays":[],"workingWeekends":[],
                 "payeeAccountWaitDays":1,"duplicateWindowDays":7,"proposalDays":60,"passDownDays":30}""".formatted("a".repeat(64)));
        assertEquals("422 DOCUMENT_NOT_UPLOADED", status(response));
    }

    @Test
    void a_registry_row_changed_behind_the_ledgers_back_signs_nothing() throws Exception {
        ledger.person("p-other", "zhao", "CL");
        ledger.asSuperuser("update ledger.person set rest = set_byte(rest, 20, get_byte(rest, 20) # 1) where person_ref = 'p-other'");
        assertEquals("403 REGISTRY_CHANGED",
                status(ledger.ask("zhao", "register-institution", "changed", INSTITUTION.formatted("H3", "12330521471100016Q"))));
    }

    @Test
    void problems_speak_the_callers_language() {
        HttpResponse<String> chinese = ledger.send("POST", "/commands/none", new byte[0],
                Map.of("Authorization", "Bearer " + ledger.token("li"), "Accept-Language", "zh-CN"));
        assertEquals("没有这个指令", json(chinese).get("title").asText());
        assertEquals("application/problem+json", chinese.headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void every_address_has_its_problem_and_the_open_ones_answer() {
        assertEquals("404 ADDRESS_UNKNOWN", status(ledger.send("GET", "/nowhere", null, Map.of())));
        assertEquals("405 METHOD_NOT_ALLOWED", status(ledger.send("GET", "/commands/execute-batch", null, Map.of())));
        JsonNode api = succeeded(ledger.send("GET", "/openapi.json", null, Map.of()));
        assertEquals("3.1.0", api.get("openapi").asText());
        assertTrue(api.get("paths").has("/commands/disburse-batch"));
        assertEquals("UP", succeeded(ledger.send("GET", "/health", null, Map.of())).get("status").asText());
        assertTrue(ledger.send("GET", "/metrics", null, Map.of()).body().contains("ledger_position_durable"));
    }

    private static HttpResponse<String> approve(String subject, JsonNode proposed, String key) {
        return ledger.ask(subject, "approve-proposal", key + "/approve",
                "{\"proposal\":" + proposed.get("proposal") + ",\"contentHash\":" + proposed.get("contentHash") + "}");
    }

    private static HttpResponse<String> with(String token) {
        return ledger.send("POST", "/commands/execute-batch", "{\"batch\":\"B1\"}".getBytes(StandardCharsets.UTF_8),
                Map.of("Authorization", "Bearer " + token, "Idempotency-Key", "t"));
    }

    private static Map<String, String> headers(String subject, String key) {
        return Map.of("Authorization", "Bearer " + ledger.token(subject), "Idempotency-Key", key);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String status(HttpResponse<String> response) {
        return response.statusCode() + " " + (response.body().isEmpty() ? "" : json(response).path("code").asText());
    }
}
