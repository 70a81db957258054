package fundtrail.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.tokens.TestSignIn;
import fundtrail.tokens.TokenCheck;
import fundtrail.tokens.TokenRefused;
import fundtrail.tokens.TokenRefused.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose tokens the reading side believes, as its environment says. */
class SignInSettingsTest {
    private static TokenCheck tokens(TestSignIn issuer, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "FUNDTRAIL_TOKENS_ISSUER", issuer.issuer(), "FUNDTRAIL_TOKENS_AUDIENCE", TestSignIn.AUDIENCE));
        environment.putAll(more);
        return QueryMain.tokens(environment, Clock.systemUTC());
    }

    @Test
    void an_issuer_and_an_audience_are_enough() throws TokenRefused {
        try (TestSignIn issuer = new TestSignIn()) {
            assertEquals("li", tokens(issuer, Map.of()).check("Bearer " + issuer.token("li")).subject());
        }
    }

    @Test
    void clients_are_named_with_commas_between() throws TokenRefused {
        try (TestSignIn issuer = new TestSignIn()) {
            TokenCheck check = tokens(issuer, Map.of("FUNDTRAIL_TOKENS_CLIENTS", "console, shell"));
            check.check("Bearer " + issuer.token("li", Instant.now(), claims -> claims.claim("azp", "shell")));
            TokenRefused refused = assertThrows(TokenRefused.class, () -> check.check("Bearer " + issuer.token("li")));
            assertEquals(Reason.WRONG_CLIENT, refused.reason());
        }
    }

    @Test
    void an_address_of_keys_takes_the_place_of_discovery() {
        try (TestSignIn issuer = new TestSignIn()) {
            TokenCheck check = tokens(issuer, Map.of("FUNDTRAIL_TOKENS_JWKS", issuer.issuer() + "/nothing-here"));
            TokenRefused refused = assertThrows(TokenRefused.class, () -> check.check("Bearer " + issuer.token("li")));
            assertEquals(Reason.KEYS_UNAVAILABLE, refused.reason());
        }
    }

    @Test
    void what_is_missing_or_contradicts_itself_is_said_by_name() {
        Map<String, String> both = Map.of("FUNDTRAIL_TOKENS_REHEARSALKEYS", "keys", "FUNDTRAIL_TOKENS_ISSUER", "https://s.example");
        for (Map<String, String> environment : List.of(both, Map.<String, String>of())) {
            String said = assertThrows(IllegalArgumentException.class,
                    () -> QueryMain.tokens(environment, Clock.systemUTC())).getMessage();
            assertTrue(said.contains("FUNDTRAIL_TOKENS_ISSUER"), said);
        }
    }
}
