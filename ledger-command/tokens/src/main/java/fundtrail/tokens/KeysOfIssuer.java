package fundtrail.tokens;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the issuer's keys, each time it is asked, from where its metadata says they are. The metadata is read when first
 * needed, again after ten minutes, and again after the keys could not be had where it said: an issuer may move them.
 *
 * <p>Asked by one thread at a time; {@link PublishedKeys} sees to that, and to how often.
 */
final class KeysOfIssuer implements JWKSetSource<SecurityContext> {

    private static final Logger LOG = LoggerFactory.getLogger(KeysOfIssuer.class);
    static final Duration METADATA_KEPT = Duration.ofMinutes(10);

    private final TrustedIssuer issuer;
    private final Fetch fetch = new Fetch();
    private URI keysAt;
    private long metadataReadAt;
    private volatile boolean away;

    KeysOfIssuer(TrustedIssuer issuer) {
        this.issuer = issuer;
    }

    /** Whether the last attempt failed, so that keys seen before may not be all there are. */
    boolean isAway() {
        return away;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
            throws JWKSetUnavailableException {
        try {
            var keys = JWKSet.parse(fetch.json(keysAt(now)));
            if (away) LOG.info("the keys of the issuer {} can be had again", issuer.issuer());
            away = false;
            return keys;
        } catch (IOException | ParseException e) {
            LOG.warn("the keys of the issuer {} cannot be had: {}", issuer.issuer(), e.getMessage());
            away = true;
            keysAt = null;
            throw new JWKSetUnavailableException(e.getMessage(), e);
        }
    }

    private URI keysAt(long now) throws IOException, ParseException {
        if (issuer.jwks() != null) return issuer.jwks();
        if (keysAt == null || now - metadataReadAt >= METADATA_KEPT.toMillis()) {
            keysAt = named(fetch.json(issuer.metadata()));
            metadataReadAt = now;
        }
        return keysAt;
    }

    /** Discovery 4.3: metadata that names another issuer is somebody else's. */
    private URI named(String metadata) throws IOException, ParseException {
        var claims = JSONObjectUtils.parse(metadata, Fetch.LARGEST_BYTES);
        var named = JSONObjectUtils.getString(claims, "issuer");
        if (!issuer.issuer().equals(named)) {
            throw new IOException("the metadata at " + issuer.metadata() + " is of the issuer \"" + named + "\", and tokens of \""
                    + issuer.issuer() + "\" are believed: the setting and the metadata must agree to the letter");
        }
        var address = JSONObjectUtils.getURI(claims, "jwks_uri");
        if (address == null || !issuer.mayHaveKeysAt(address)) {
            throw new IOException("the metadata at " + issuer.metadata() + " has the jwks_uri \"" + address
                    + "\", from which keys are not taken: it must be an https: address");
        }
        return address;
    }

    @Override
    public void close() {
        // Holds nothing that must be let go of.
    }
}
