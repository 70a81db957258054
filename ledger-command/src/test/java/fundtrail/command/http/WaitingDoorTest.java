package fundtrail.command.http;

import static fundtrail.command.kit.RunningLedger.json;
import static fundtrail.command.kit.RunningLedger.succeeded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.command.kit.RunningLedger;
import fundtrail.postgres.TestPostgres;
import fundtrail.tokens.TestSignIn;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A production ledger that waits for its opening, as its first two people and everybody else meet it. */
@ExtendWith(TestPostgres.class)
class WaitingDoorTest {
    /** The secret of another opening. */
    private static final String ANOTHER = "AD-22223-22224-22225-22226-22227-22228-22229";

    private final TestSignIn issuer = new TestSignIn();
    private final RunningLedger ledger = RunningLedger.production(issuer);

    @AfterEach
    void close() {
        ledger.close();
        issuer.close();
    }

    @Test
    void every_address_says_whose_claim_is_awaited_but_those_that_describe_the_service() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        for (String[] request : List.of(
                new String[] {"POST", "/commands/grant-role"}, new String[] {"PUT", "/people/p-1"},
                new String[] {"PUT", "/documents/" + "0".repeat(64)},
                new String[] {"POST", "/imports/disbursement-batch"})) {
            HttpResponse<String> response = ledger.send(request[0], request[1], body, Map.of());
            assertEquals("503 LEDGER_NOT_OPENED", status(response), request[1]);
            assertTrue(json(response).get("detail").asText().contains("awaited: AD, CA ("), response.body());
            assertTrue(response.headers().firstValue("Retry-After").isPresent());
        }
        assertEquals("UP", succeeded(ledger.send("GET", "/health", null, Map.of())).get("status").asText());
        assertEquals(200, ledger.send("GET", "/metrics", null, Map.of()).statusCode());
        JsonNode claims = succeeded(ledger.send("GET", "/openapi.json", null, Map.of())).get("paths").get("/opening/claims").get("post");
        assertTrue(claims.get("responses").has("201"), claims.toString());
        succeeded(ledger.claim(ledger.token("an"), ledger.secret("administrator")));
        HttpResponse<String> chinese = ledger.send("POST", "/commands/none", body, Map.of("Accept-Language", "zh-CN"));
        assertTrue(json(chinese).get("detail").asText().contains("尚待：CA（"), chinese.body());
    }

    @Test
    void both_claim_and_are_the_first_two() {
        String administrator = ledger.secret("administrator");
        JsonNode first = succeeded(ledger.claim(ledger.token("an"), administrator.toLowerCase().replace("-", " ")));
        assertEquals("{\"outcome\":\"CLAIMED\",\"person\":\"p-admin\",\"role\":\"AD\",\"awaited\":[\"CA\"]}", first.toString());
        assertEquals(first, succeeded(ledger.claim(ledger.token("an"), administrator)), "asked again, answered again");
        HttpResponse<String> second = ledger.claim(ledger.token("cai"), ledger.secret("chief-accountant"));
        assertEquals(201, second.statusCode());
        assertEquals("{\"outcome\":\"OPENED\",\"person\":\"p-accountant\",\"role\":\"CA\",\"awaited\":[]}", second.body());
        ledger.person("p-clerk", "li", "CL");
    }

    @Test
    void a_claim_needs_a_token_of_somebody_who_signed_in_just_now() {
        String secret = ledger.secret("administrator");
        assertEquals("401 TOKEN_MISSING", status(ledger.send("POST", "/opening/claims", new byte[0], Map.of())));
        assertEquals("403 SIGN_IN_AGAIN", status(ledger.claim(ledger.token("an", Instant.now().minusSeconds(301)), secret)));
        assertEquals("403 SIGN_IN_AGAIN",
                status(ledger.claim(issuer.token("an", Instant.now(), claims -> claims.claim("auth_time", null)), secret)));
        assertEquals(200, ledger.claim(ledger.token("an", Instant.now().minusSeconds(270)), secret).statusCode());
    }

    @Test
    void a_slip_is_told_from_a_wrong_secret_and_ten_wrong_ones_close_the_claims() {
        String secret = ledger.secret("administrator");
        String token = ledger.token("an");
        assertEquals("400 SECRET_MALFORMED", status(ledger.claim(token, secret.substring(0, 30))));
        char fourth = secret.charAt(21);
        HttpResponse<String> slip = ledger.claim(token, secret.substring(0, 21) + (fourth == '7' ? '8' : '7') + secret.substring(22));
        assertEquals("422 SECRET_MISTYPED", status(slip));
        assertTrue(json(slip).get("detail").asText().startsWith("Group 4 of seven"), slip.body());
        for (int left = 9; left >= 0; left--) {
            HttpResponse<String> wrong = ledger.claim(token, ANOTHER);
            assertEquals("403 SECRET_WRONG", status(wrong));
            assertTrue(json(wrong).get("detail").asText().contains("; " + left + " more"), wrong.body());
        }
        assertEquals("403 CLAIMS_CLOSED", status(ledger.claim(token, secret)));
    }

    @Test
    void the_longest_name_a_sign_in_service_may_give_is_good_enough_to_open_with() {
        succeeded(ledger.claim(ledger.token("a".repeat(255)), ledger.secret("administrator")));
        assertEquals(201, ledger.claim(ledger.token("c".repeat(255)), ledger.secret("chief-accountant")).statusCode());
    }

    @Test
    void one_sign_in_claims_once_and_one_secret_binds_once() {
        succeeded(ledger.claim(ledger.token("an"), ledger.secret("administrator")));
        assertEquals("409 SIGN_IN_BOUND", status(ledger.claim(ledger.token("an"), ledger.secret("chief-accountant"))));
        assertEquals("409 SECRET_USED", status(ledger.claim(ledger.token("cai"), ledger.secret("administrator"))));
    }

    private static String status(HttpResponse<String> response) {
        return response.statusCode() + " " + (response.body().isEmpty() ? "" : json(response).path("code").asText());
    }
}
