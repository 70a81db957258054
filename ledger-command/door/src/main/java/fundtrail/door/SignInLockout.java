package fundtrail.door;

import com.github.benmanes.caffeine.cache.Cache;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Closes the door for a while to an address from which too many tokens were refused. It is then not even asked what it
 * brings, so that guessing costs us nothing; other addresses notice nothing. Safe for use by many threads.
 *
 * <p>A request without any token counts for nothing: it guesses nothing.
 */
public final class SignInLockout {
    private final SignInLimit limit;
    private final Clock clock;
    private final Buckets refusals;
    private final Cache<String, Instant> closedUntil;

    public SignInLockout(SignInLimit limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
        this.refusals = new Buckets(limit.refusals(), limit.refusals(), limit.within(), clock);
        this.closedUntil = Buckets.kept(limit.closed(), clock).build();
    }

    /** How long the door stays closed to the client; zero when it is open. */
    public Duration closedFor(Client client) {
        Instant until = closedUntil.getIfPresent(client.network());
        Instant now = clock.instant();
        return until == null || !now.isBefore(until) ? Duration.ZERO : Duration.between(now, until);
    }

    /** A token from there was not accepted, or belongs to nobody registered. */
    public void refused(Client client) {
        Bucket left = refusals.of(client.network());
        if (!left.tryConsume(1) || left.getAvailableTokens() == 0) {
            closedUntil.put(client.network(), clock.instant().plus(limit.closed()));
        }
    }
}
