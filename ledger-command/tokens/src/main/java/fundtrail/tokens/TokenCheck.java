package fundtrail.tokens;

import static fundtrail.tokens.TokenRefused.Reason.EXPIRED;
import static fundtrail.tokens.TokenRefused.Reason.KEYS_UNAVAILABLE;
import static fundtrail.tokens.TokenRefused.Reason.MALFORMED;
import static fundtrail.tokens.TokenRefused.Reason.MISSING;
import static fundtrail.tokens.TokenRefused.Reason.NOT_YET_VALID;
import static fundtrail.tokens.TokenRefused.Reason.UNKNOWN_KEY;
import static fundtrail.tokens.TokenRefused.Reason.UNSIGNED;
import static fundtrail.tokens.TokenRefused.Reason.WRONG_ALGORITHM;
import static fundtrail.tokens.TokenRefused.Reason.WRONG_AUDIENCE;
import static fundtrail.tokens.TokenRefused.Reason.WRONG_CLIENT;
import static fundtrail.tokens.TokenRefused.Reason.WRONG_ISSUER;
import static fundtrail.tokens.TokenRefused.Reason.WRONG_SIGNATURE;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Decides whether an {@code Authorization} header names somebody: RFC 6750 for the header, RFC 7519 for the token, RFC 8725
 * for what not to believe. Safe for use by many threads; a key set is fetched by one of them while others wait.
 *
 * <p>The clock is the real one, in a rehearsal too: a token's life is not part of what is rehearsed.
 */
public final class TokenCheck {

    public static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    /** How far the issuer's clock and ours may differ, either way. */
    public static final Duration TOLERANCE = Duration.ofSeconds(30);
    /** Longest token looked at, in characters; what is longer is refused before it is parsed. */
    public static final int LONGEST = 8_192;

    private static final int LONGEST_SUBJECT = 255;
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

    private final String issuer;
    private final String audience;
    private final Set<String> clients;
    private final JWKSource<SecurityContext> keys;
    private final Clock clock;
    private final GoodSignatures good = new GoodSignatures();

    private TokenCheck(String issuer, String audience, Set<String> clients, JWKSource<SecurityContext> keys, Clock clock) {
        this.issuer = Objects.requireNonNull(issuer, "issuer");
        this.audience = Objects.requireNonNull(audience, "audience");
        this.clients = clients;
        this.keys = keys;
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Keys as the issuer publishes them, fetched when first needed, kept and renewed as {@link PublishedKeys} says: a sign-in
     * service that is away keeps nobody from starting.
     */
    public static TokenCheck of(TrustedIssuer issuer, Clock clock) {
        return new TokenCheck(issuer.issuer(), issuer.audience(), issuer.clients(), new PublishedKeys(issuer, clock), clock);
    }

    /** Keys known from the start, for an issuer that never changes them. */
    public static TokenCheck of(String issuer, String audience, JWKSet keys, Clock clock) {
        return new TokenCheck(issuer, audience, Set.of(), new ImmutableJWKSet<>(keys), clock);
    }

    /** @param authorizationHeader the header's value, null when there is none */
    public Bearer check(String authorizationHeader) throws TokenRefused {
        var jwt = signed(tokenIn(authorizationHeader));
        var claims = claims(jwt);
        // Refused before its signature is looked at, so that another issuer's tokens never make us fetch keys.
        if (!issuer.equals(claims.getIssuer())) throw new TokenRefused(WRONG_ISSUER, issuer);
        requireSignature(jwt);
        return bearer(claims);
    }

    private static String tokenIn(String header) throws TokenRefused {
        if (header == null || header.isBlank()) throw new TokenRefused(MISSING);
        var parts = header.strip().split(" +");
        if (parts.length != 2 || !parts[0].toLowerCase(Locale.ROOT).equals("bearer")) {
            throw new TokenRefused(MALFORMED, "Authorization");
        }
        if (parts[1].length() > LONGEST) throw new TokenRefused(MALFORMED, "Authorization (> " + LONGEST + ")");
        return parts[1];
    }

    private static SignedJWT signed(String token) throws TokenRefused {
        try {
            return switch (JWTParser.parse(token)) {
                case PlainJWT _ -> throw new TokenRefused(UNSIGNED);
                case SignedJWT jwt -> {
                    var type = jwt.getHeader().getType();
                    if (type != null && !TYPES.contains(type.getType().toLowerCase(Locale.ROOT))) {
                        throw new TokenRefused(MALFORMED, "typ");
                    }
                    if (!ALGORITHMS.contains(jwt.getHeader().getAlgorithm())) throw new TokenRefused(WRONG_ALGORITHM);
                    yield jwt;
                }
                default -> throw new TokenRefused(MALFORMED, "JWS");
            };
        } catch (ParseException e) {
            throw refused(e, MALFORMED, "JWS");
        }
    }

    private void requireSignature(SignedJWT jwt) throws TokenRefused {
        var candidates = candidates(jwt);
        if (candidates.isEmpty()) throw new TokenRefused(UNKNOWN_KEY, issuer);
        var token = jwt.getParsedString();
        if (good.isGood(token, candidates)) return;
        var verifiers = new DefaultJWSVerifierFactory();
        for (var key : candidates) {
            if (!(key instanceof AsymmetricJWK pair)) continue;
            try {
                if (jwt.verify(verifiers.createJWSVerifier(jwt.getHeader(), pair.toPublicKey()))) {
                    good.add(token, key);
                    return;
                }
            } catch (JOSEException e) {
                throw refused(e, WRONG_SIGNATURE, issuer);
            }
        }
        throw new TokenRefused(WRONG_SIGNATURE, issuer);
    }

    private List<JWK> candidates(SignedJWT jwt) throws TokenRefused {
        try {
            return keys.get(new JWKSelector(JWKMatcher.forJWSHeader(jwt.getHeader())), null);
        } catch (KeySourceException e) {
            throw refused(e, KEYS_UNAVAILABLE, issuer);
        }
    }

    private Bearer bearer(JWTClaimsSet claims) throws TokenRefused {
        if (!claims.getAudience().contains(audience)) throw new TokenRefused(WRONG_AUDIENCE, audience);
        if (!clients.isEmpty() && !clients.contains(client(claims))) throw new TokenRefused(WRONG_CLIENT, String.join(", ", clients));
        if (!isSubject(claims.getSubject())) throw new TokenRefused(MALFORMED, "sub");
        var expiresAt = instant(claims.getExpirationTime());
        if (expiresAt == null) throw new TokenRefused(MALFORMED, "exp");
        var now = clock.instant();
        if (!now.isBefore(expiresAt.plus(TOLERANCE))) throw new TokenRefused(EXPIRED, expiresAt);
        var authTime = authTime(claims);
        for (var ahead : new Instant[] {instant(claims.getNotBeforeTime()), instant(claims.getIssueTime()), authTime}) {
            if (ahead != null && now.isBefore(ahead.minus(TOLERANCE))) throw new TokenRefused(NOT_YET_VALID, ahead);
        }
        return new Bearer(issuer, claims.getSubject(), authTime, expiresAt);
    }

    private static JWTClaimsSet claims(SignedJWT jwt) throws TokenRefused {
        try {
            return jwt.getJWTClaimsSet();
        } catch (ParseException e) {
            throw refused(e, MALFORMED, "claims");
        }
    }

    /** OpenID Connect Core 2: at most 255 characters; a control character would hide in a page or a log. */
    private static boolean isSubject(String sub) {
        return sub != null && !sub.isBlank() && sub.length() <= LONGEST_SUBJECT && sub.chars().noneMatch(Character::isISOControl);
    }

    /** The program the token was given to, or the empty text where it does not say. */
    private static String client(JWTClaimsSet claims) throws TokenRefused {
        for (var claim : new String[] {"azp", "client_id"}) {
            try {
                var client = claims.getStringClaim(claim);
                if (client != null) return client;
            } catch (ParseException e) {
                throw refused(e, MALFORMED, claim);
            }
        }
        return "";
    }

    private static Instant authTime(JWTClaimsSet claims) throws TokenRefused {
        try {
            return instant(claims.getDateClaim("auth_time"));
        } catch (ParseException e) {
            throw refused(e, MALFORMED, "auth_time");
        }
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }

    private static TokenRefused refused(Exception cause, TokenRefused.Reason reason, Object... particulars) {
        var refusal = new TokenRefused(reason, particulars);
        refusal.initCause(cause);
        return refusal;
    }
}
