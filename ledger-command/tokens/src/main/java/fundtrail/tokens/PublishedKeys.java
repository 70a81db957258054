package fundtrail.tokens;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;

/**
 * An issuer's keys, as it publishes them. Asked again after five minutes and whenever a token names a key not yet
 * seen (rotation), but at most twice in half a minute (so that invented key names cannot make us flood the issuer);
 * while the issuer is away, the last keys seen serve for a day.
 */
final class PublishedKeys {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration LONGEST_WAIT_FOR_A_FETCH = Duration.ofSeconds(10);
    private static final Duration TWO_FETCHES_IN = Duration.ofSeconds(30);
    private static final Duration OUTAGE_BRIDGED = Duration.ofDays(1);
    private static final Duration CONNECT_AND_READ = Duration.ofSeconds(2);
    private static final int LARGEST_BYTES = 200_000;

    private PublishedKeys() { }

    static JWKSource<SecurityContext> at(URI jwks) {
        if (!"https".equals(jwks.getScheme()) && !"http".equals(jwks.getScheme())) {
            throw new IllegalArgumentException("The issuer's keys are at an https: or http: address, not at " + jwks);
        }
        var millis = Math.toIntExact(CONNECT_AND_READ.toMillis());
        try {
            return JWKSourceBuilder.create(jwks.toURL(), new DefaultResourceRetriever(millis, millis, LARGEST_BYTES))
                    .cache(KEPT.toMillis(), LONGEST_WAIT_FOR_A_FETCH.toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(TWO_FETCHES_IN.toMillis())
                    .retrying(true)
                    .outageTolerant(OUTAGE_BRIDGED.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("Not an address the issuer's keys could be fetched from: " + jwks, e);
        }
    }
}
