package fundtrail.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/**
 * Issues tokens to the made-up people of a rehearsal ledger, with one ES256 key kept in the ledger's own folder.
 * A production ledger is told another issuer, so it refuses every one of them.
 */
public final class RehearsalIssuer {

    public static final String ISSUER = "urn:fundtrail:rehearsal";
    public static final String AUDIENCE = "fundtrail";

    private final ECKey key;

    private RehearsalIssuer(ECKey key) {
        this.key = key;
    }

    /**
     * The issuer whose key lies in {@code folder}; the key is made at the first call, by whichever process comes first.
     *
     * @throws java.io.UncheckedIOException  when the key cannot be read or written
     * @throws IllegalStateException when others than its owner may read the key, or it is not a key
     */
    public static RehearsalIssuer in(Path folder) {
        return new RehearsalIssuer(KeyFile.in(folder));
    }

    /** The public half only. */
    public JWKSet jwks() {
        return new JWKSet(key.toPublicJWK());
    }

    /** Accepts this issuer's tokens and no others. */
    public TokenCheck check(Clock clock) {
        return TokenCheck.of(ISSUER, AUDIENCE, jwks(), clock);
    }

    /** A token for {@code subject}, signed in at {@code now} (so {@code auth_time} is fresh), valid for {@code life} from then. */
    public String token(String subject, Duration life, Instant now) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(subject)
                .issueTime(Date.from(now))
                .claim("auth_time", now.getEpochSecond())
                .expirationTime(Date.from(now.plus(life)))
                .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The rehearsal issuer's key cannot sign: " + e.getMessage(), e);
        }
        return token.serialize();
    }
}
