package fundtrail.command.http;

import static fundtrail.command.kit.RunningLedger.json;
import static fundtrail.command.kit.RunningLedger.succeeded;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.kit.RunningLedger;
import fundtrail.postgres.TestPostgres;
import fundtrail.tokens.TestSignIn;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A sign-in service that is away keeps the service from nothing but telling who asks. */
@ExtendWith(TestPostgres.class)
class SignInServiceAwayTest {
    @Test
    void the_service_starts_without_it_and_says_when_to_ask_again() {
        try (TestSignIn issuer = TestSignIn.away(); RunningLedger ledger = RunningLedger.production(issuer)) {
            HttpResponse<String> early = ledger.claim(ledger.token("an"), ledger.secret("administrator"));
            assertEquals("503 TOKENS_UNCHECKABLE", early.statusCode() + " " + json(early).get("code").asText());
            assertEquals("30", early.headers().firstValue("Retry-After").orElseThrow());
            assertEquals("UP", succeeded(ledger.send("GET", "/health", null, Map.of())).get("status").asText());
        }
    }

    @Test
    void people_whose_key_was_seen_work_on_while_it_is_away() {
        try (TestSignIn issuer = new TestSignIn(); RunningLedger ledger = RunningLedger.production(issuer)) {
            ledger.claimed();
            issuer.goes();
            ledger.person("p-clerk", "li", "CL");
            issuer.changesKey("second", true);
            HttpResponse<String> unseen = ledger.ask("an", "grant-role", "k", "{}");
            assertEquals("503 TOKENS_UNCHECKABLE", unseen.statusCode() + " " + json(unseen).get("code").asText());
            issuer.comesBack();
        }
    }
}
