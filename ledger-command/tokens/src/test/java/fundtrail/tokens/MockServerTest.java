package fundtrail.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.tokens.TokenRefused.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An OpenID Connect server that others wrote: its metadata, its keys, its tokens. */
class MockServerTest {

    private static final String AUDIENCE = "fundtrail";

    private final MockOAuth2Server server = new MockOAuth2Server(
            new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(), Set.of(), new NettyWrapper()));
    private TokenCheck check;

    @BeforeEach void it_starts() {
        server.start();
        check = TokenCheck.of(TrustedIssuer.discovered(issuer("county"), AUDIENCE), Clock.systemUTC());
    }

    @AfterEach void it_stops() {
        server.shutdown();
    }

    @Test void its_token_is_accepted_by_discovery_alone() throws TokenRefused {
        var signedIn = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        var bearer = check.check("Bearer " + token("county", AUDIENCE, Map.of("auth_time", signedIn.getEpochSecond())));
        assertEquals(issuer("county"), bearer.issuer());
        assertEquals("an.yi", bearer.subject());
        assertEquals(signedIn, bearer.authTime());
    }

    @Test void another_realm_of_the_same_server_is_another_issuer() {
        assertEquals(Reason.WRONG_ISSUER, refusal(token("province", AUDIENCE, Map.of())));
    }

    @Test void a_token_for_another_audience_is_refused() {
        assertEquals(Reason.WRONG_AUDIENCE, refusal(token("county", "payroll", Map.of())));
    }

    @Test void an_expired_token_is_refused() {
        var past = server.issueToken("county", "console", callback("county", AUDIENCE, Map.of(), Duration.ofMinutes(-5)));
        assertEquals(Reason.EXPIRED, refusal(past.serialize()));
    }

    @Test void a_realm_whose_metadata_has_another_name_than_is_set_is_not_believed() {
        var misspelt = TokenCheck.of(TrustedIssuer.discovered(issuer("county") + "/", AUDIENCE), Clock.systemUTC());
        var token = token("county", AUDIENCE, Map.of("iss", issuer("county") + "/"));
        assertEquals(Reason.KEYS_UNAVAILABLE, assertThrows(TokenRefused.class, () -> misspelt.check("Bearer " + token)).reason());
    }

    private String issuer(String realm) {
        return server.issuerUrl(realm).toString();
    }

    private String token(String realm, String audience, Map<String, Object> claims) {
        return server.issueToken(realm, "console", callback(realm, audience, claims, Duration.ofMinutes(10))).serialize();
    }

    private static DefaultOAuth2TokenCallback callback(
            String realm, String audience, Map<String, Object> claims, Duration life) {
        return new DefaultOAuth2TokenCallback(realm, "an.yi", "JWT", List.of(audience), claims, life.toSeconds());
    }

    private Reason refusal(String token) {
        return assertThrows(TokenRefused.class, () -> check.check("Bearer " + token)).reason();
    }
}
