package fundtrail.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpServer;
import fundtrail.tokens.TokenRefused.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishedKeysTest {

    private static final String ISSUER = "https://sign-in.example";

    private final ECKey first = SigningKeys.ec("first");
    private final ECKey second = SigningKeys.ec("second");
    private final AtomicInteger asked = new AtomicInteger();
    private volatile JWKSet published = new JWKSet(first.toPublicJWK());
    private HttpServer issuer;

    @BeforeEach void the_issuer_publishes() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/jwks", exchange -> {
            asked.incrementAndGet();
            var body = published.toString(true).getBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        issuer.start();
    }

    @AfterEach void the_issuer_closes() {
        issuer.stop(0);
    }

    @Test void keys_are_fetched_once_for_many_tokens() throws TokenRefused {
        var check = check();
        for (int i = 0; i < 50; i++) assertEquals("clerk-1", check.check(tokenBy(first)).subject());
        assertEquals(1, asked.get());
    }

    @Test void a_new_key_is_found_as_soon_as_a_token_names_it() throws TokenRefused {
        var check = check();
        check.check(tokenBy(first));
        published = new JWKSet(List.of(first.toPublicJWK(), second.toPublicJWK()));
        assertEquals("clerk-1", check.check(tokenBy(second)).subject());
    }

    @Test void invented_key_names_do_not_flood_the_issuer_and_stay_unknown() throws TokenRefused {
        var check = check();
        check.check(tokenBy(first));
        for (int i = 0; i < 50; i++) {
            assertEquals(Reason.UNKNOWN_KEY, refusal(check, tokenBy(SigningKeys.ec("invented-" + i))).reason());
        }
        assertTrue(asked.get() <= 3, "asked " + asked + " times");
        assertEquals("clerk-1", check.check(tokenBy(first)).subject());
    }

    @Test void keys_once_seen_serve_while_the_issuer_is_away() throws TokenRefused {
        var check = check();
        check.check(tokenBy(first));
        issuer.stop(0);
        assertEquals("clerk-1", check.check(tokenBy(first)).subject());
    }

    @Test void an_issuer_never_reached_makes_keys_unavailable_however_often_one_asks() {
        var check = check();
        issuer.stop(0);
        for (int i = 0; i < 5; i++) assertEquals(Reason.KEYS_UNAVAILABLE, refusal(check, tokenBy(first)).reason());
    }

    @Test void keys_do_not_come_from_files() {
        assertThrows(IllegalArgumentException.class,
                () -> TokenCheck.of(ISSUER, "fundtrail", URI.create("file:/etc/keys.json"), Clock.systemUTC()));
    }

    private TokenCheck check() {
        var address = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/jwks");
        return TokenCheck.of(ISSUER, "fundtrail", address, Clock.systemUTC());
    }

    private static String tokenBy(ECKey key) {
        return "Bearer " + SigningKeys.es256(key, new JWTClaimsSet.Builder()
                .issuer(ISSUER).audience("fundtrail").subject("clerk-1")
                .expirationTime(Date.from(Instant.now().plusSeconds(300))).build());
    }

    private static TokenRefused refusal(TokenCheck check, String header) {
        return assertThrows(TokenRefused.class, () -> check.check(header));
    }
}
