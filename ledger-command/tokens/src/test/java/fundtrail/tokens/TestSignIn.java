package fundtrail.tokens;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A sign-in service of a test: it publishes metadata and keys over HTTP, can go away and come back at its address, change its
 * keys and publish nonsense; and it signs whatever it is told to.
 */
public final class TestSignIn implements AutoCloseable {
    public static final String AUDIENCE = "fundtrail";

    private static final String METADATA = "/realm/.well-known/openid-configuration";
    private static final String KEYS = "/realm/keys";
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final AtomicInteger metadataAsked = new AtomicInteger();
    private final AtomicInteger keysAsked = new AtomicInteger();
    private final int port;
    private HttpServer server;
    private ECKey signing = SigningKeys.ec("first");
    private volatile String metadata;
    private volatile String keys;
    private volatile String movedTo;

    /** One that answers, with one key. */
    public TestSignIn() {
        server = listening(0);
        port = server.getAddress().getPort();
        metadata = "{\"issuer\":\"" + issuer() + "\",\"jwks_uri\":\"" + keysAddress() + "\"}";
        publishes(signing.toPublicJWK());
    }

    /** Has nothing at its address yet. */
    public static TestSignIn away() {
        TestSignIn issuer = new TestSignIn();
        issuer.goes();
        return issuer;
    }

    public String issuer() {
        return "http://127.0.0.1:" + port + "/realm";
    }

    public String keysAddress() {
        return "http://127.0.0.1:" + port + KEYS;
    }

    public TrustedIssuer trusted() {
        return TrustedIssuer.discovered(issuer(), AUDIENCE);
    }

    /** A token of somebody who signed in now. */
    public String token(String subject) {
        return token(subject, Instant.now());
    }

    /** A token of somebody who signed in then, issued then, good for half an hour. */
    public String token(String subject, Instant signedIn) {
        return token(subject, signedIn, claims -> { });
    }

    /** The same, with these claims changed. */
    public String token(String subject, Instant signedIn, Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer()).audience(AUDIENCE).subject(subject)
                .issueTime(Date.from(signedIn)).expirationTime(Date.from(signedIn.plus(LIFE)))
                .claim("auth_time", signedIn.getEpochSecond());
        change.accept(claims);
        return SigningKeys.es256(signing, claims.build());
    }

    /** Signs with a new key from now on; publishes it beside the old one, or alone. */
    public void changesKey(String name, boolean keepsOld) {
        ECKey old = signing;
        signing = SigningKeys.ec(name);
        publishes(keepsOld ? new JWK[] {old.toPublicJWK(), signing.toPublicJWK()} : new JWK[] {signing.toPublicJWK()});
    }

    void publishes(JWK... published) {
        keys = new JWKSet(List.of(published)).toString(true);
    }

    void publishesKeys(String document) {
        keys = document;
    }

    void publishesMetadata(String document) {
        metadata = document;
    }

    /** Answers everything with a redirect. */
    void movesTo(String address) {
        movedTo = address;
    }

    int metadataAsked() {
        return metadataAsked.get();
    }

    int keysAsked() {
        return keysAsked.get();
    }

    /** Nobody answers at its address any more. */
    public void goes() {
        server.stop(0);
    }

    public void comesBack() {
        server = listening(port);
    }

    @Override
    public void close() {
        goes();
    }

    private HttpServer listening(int at) {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
            started.createContext(METADATA, exchange -> answer(exchange, metadataAsked, metadata));
            started.createContext(KEYS, exchange -> answer(exchange, keysAsked, keys));
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange, AtomicInteger asked, String document) throws IOException {
        try (exchange) {
            asked.incrementAndGet();
            if (movedTo != null) {
                exchange.getResponseHeaders().putAll(Map.of("Location", List.of(movedTo)));
                exchange.sendResponseHeaders(302, -1);
                return;
            }
            byte[] body = document.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
