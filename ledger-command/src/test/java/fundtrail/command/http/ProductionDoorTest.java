package fundtrail.command.http;

import static fundtrail.command.kit.RunningLedger.json;
import static fundtrail.command.kit.RunningLedger.succeeded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.command.kit.RunningLedger;
import fundtrail.postgres.TestPostgres;
import fundtrail.tokens.RehearsalIssuer;
import fundtrail.tokens.TestSignIn;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A production ledger behind its door: its people sign in at a sign-in service, and nothing of a rehearsal gets in. */
@ExtendWith(TestPostgres.class)
class ProductionDoorTest {
    private static final String INSTITUTION =
            """
            {"institution":"%s","creditCode":"12330521471100016Q","name":"青溪镇卫生院","type":"TOWNSHIP_HEALTH_CENTRE",
             "ownership":"PUBLIC","division":"330521"}""";

    private static TestSignIn issuer;
    private static RunningLedger ledger;

    @BeforeAll
    static void open() {
        issuer = TestSignIn.away();
        ledger = RunningLedger.production(issuer);
        issuer.comesBack();
        ledger.claimed();
        ledger.person("p-clerk", "li", "CL");
        ledger.person("p-checker", "wang", "CK");
    }

    @AfterAll
    static void close() {
        ledger.close();
        issuer.close();
    }

    @Test
    void a_person_signs_in_and_a_proposal_goes_through_its_hands() {
        HttpResponse<String> proposed = ledger.ask("li", "register-institution", "hands", INSTITUTION.formatted("H1"));
        assertEquals("PROPOSED", succeeded(proposed).get("outcome").asText());
        assertEquals("403 SIGN_IN_AGAIN", status(approve(json(proposed), ledger.token("wang", Instant.now().minusSeconds(301)))));
        assertEquals("403 SIGN_IN_AGAIN",
                status(approve(json(proposed), issuer.token("wang", Instant.now(), claims -> claims.claim("auth_time", null)))));
        JsonNode posted = succeeded(approve(json(proposed), ledger.token("wang", Instant.now().minusSeconds(270))));
        assertEquals("POSTED", posted.get("outcome").asText());
    }

    @Test
    void tokens_that_are_not_this_issuers_for_this_ledger_and_now_open_nothing() {
        Instant now = Instant.now();
        assertEquals("401 TOKEN_WRONG_AUDIENCE", with(issuer.token("li", now, claims -> claims.audience("payroll"))));
        assertEquals("401 TOKEN_EXPIRED", with(issuer.token("li", now.minus(Duration.ofHours(1)))));
        assertEquals("401 TOKEN_NOT_YET_VALID", with(issuer.token("li", now.plus(Duration.ofMinutes(2)))));
        assertEquals("401 TOKEN_WRONG_ISSUER", with(issuer.token("li", now, claims -> claims.issuer("https://elsewhere.example"))));
        assertEquals("403 PERSON_UNKNOWN", with(issuer.token("nobody", now)));
        assertEquals("400 FIELD_MISSING", with(issuer.token("li", now, claims -> claims.audience(List.of("payroll", "fundtrail")))));
        HttpResponse<String> giant = send(issuer.token("li", now, claims -> claims.claim("groups", "g".repeat(100_000))), Map.of());
        assertEquals(4, giant.statusCode() / 100, giant.body());
        assertFalse(giant.body().contains("Exception"), giant.body());
    }

    @Test
    void a_rehearsals_token_opens_nothing_on_a_production_ledger() {
        RehearsalIssuer rehearsal = RehearsalIssuer.in(ledger.folder().resolve("elsewhere"));
        HttpResponse<String> response = send(rehearsal.token("li", Duration.ofMinutes(10), Instant.now()), Map.of());
        assertEquals("401 TOKEN_WRONG_ISSUER", status(response));
        assertTrue(json(response).get("advice").asText().contains("rehearsal"), response.body());
    }

    @Test
    void a_production_ledger_has_no_clock_but_the_servers() {
        assertEquals("403 REHEARSAL_ONLY", status(send(ledger.token("li"), Map.of("Rehearsal-Clock", "2026-01-05T02:00:00Z"))));
    }

    @Test
    void after_the_opening_there_is_nothing_to_claim() {
        HttpResponse<String> late = ledger.claim(ledger.token("an"), "AD-22222-22222-22222-22222-22222-22222-22222");
        assertEquals("409 LEDGER_OPEN", status(late));
        assertEquals("409 LEDGER_OPEN", status(ledger.claim(ledger.token("mallory"), "anything")));
    }

    private static HttpResponse<String> approve(JsonNode proposed, String token) {
        return ledger.send("POST", "/commands/approve-proposal",
                ("{\"proposal\":" + proposed.get("proposal") + ",\"contentHash\":" + proposed.get("contentHash") + "}")
                        .getBytes(StandardCharsets.UTF_8),
                Map.of("Authorization", "Bearer " + token, "Idempotency-Key", "approve"));
    }

    private static String with(String token) {
        return status(send(token, Map.of()));
    }

    private static HttpResponse<String> send(String token, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(Map.of("Authorization", "Bearer " + token, "Idempotency-Key", "k"));
        headers.putAll(more);
        return ledger.send("POST", "/commands/execute-batch", "{}".getBytes(StandardCharsets.UTF_8), headers);
    }

    private static String status(HttpResponse<String> response) {
        return response.statusCode() + " " + (response.body().isEmpty() ? "" : json(response).path("code").asText());
    }
}
