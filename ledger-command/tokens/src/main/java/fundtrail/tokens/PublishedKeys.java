package fundtrail.tokens;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * An issuer's keys, as it publishes them. Fetched when first needed, again after five minutes, and whenever a token names a
 * key not yet seen (rotation), but at most twice in half a minute (so that invented key names cannot make us flood the
 * issuer). While the issuer is away, the last keys seen serve for a day.
 */
final class PublishedKeys implements JWKSource<SecurityContext> {

    static final Duration KEPT = Duration.ofMinutes(5);
    static final Duration TWO_FETCHES_IN = Duration.ofSeconds(30);
    static final Duration OUTAGE_BRIDGED = Duration.ofDays(1);
    private static final Duration LONGEST_WAIT_FOR_A_FETCH = Duration.ofSeconds(10);

    private final KeysOfIssuer fetched;
    private final JWKSource<SecurityContext> kept;
    private volatile boolean seen;

    PublishedKeys(TrustedIssuer issuer, Clock clock) {
        fetched = new KeysOfIssuer(issuer);
        var built = (JWKSetBasedJWKSource<SecurityContext>) JWKSourceBuilder.create(fetched)
                .cache(KEPT.toMillis(), LONGEST_WAIT_FOR_A_FETCH.toMillis())
                .refreshAheadCache(false)
                .rateLimited(TWO_FETCHES_IN.toMillis())
                .outageTolerant(OUTAGE_BRIDGED.toMillis())
                .build();
        kept = new JWKSetBasedJWKSource<>(new ByClock(built.getJWKSetSource(), clock));
    }

    /** @throws KeySourceException when it is not known whether the issuer publishes such a key */
    @Override
    public List<JWK> get(JWKSelector wanted, SecurityContext context) throws KeySourceException {
        try {
            var found = kept.get(wanted, context);
            seen = true;
            if (found.isEmpty() && fetched.isAway()) {
                throw new JWKSetUnavailableException("no such key was seen before the issuer went away; it may be a new one");
            }
            return found;
        } catch (RateLimitReachedException e) {
            // The issuer was asked a moment ago. If it answered, the key named here is one it does not publish.
            if (seen && !fetched.isAway()) return List.of();
            throw e;
        }
    }

    /** The builder's chain, by a clock that a test may set. */
    private record ByClock(JWKSetSource<SecurityContext> chain, Clock clock) implements JWKSetSource<SecurityContext> {
        @Override
        public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
                throws KeySourceException {
            return chain.getJWKSet(refresh, clock.millis(), context);
        }

        @Override
        public void close() throws IOException {
            chain.close();
        }
    }
}
