package fundtrail.query.follow;

import java.time.Duration;
import java.time.Instant;

/**
 * How the follower fares.
 *
 * @param position    the last position worked in; −1 before the first
 * @param feedHead    the last position seen in the feed; −1 when none was seen
 * @param behindSince since when something seen is not worked in, by the real clock; null when nothing is
 * @param trouble     what is wrong, in words that give nothing away; null when nothing is. The log tells more
 */
public record FollowerState(Status status, long position, long feedHead, Instant behindSince, String trouble) {

    /** Trouble: the feed's database does not answer. */
    public static final String FEED_AWAY = "FEED_AWAY";
    /** Trouble: the store's database does not answer, or refuses a row. */
    public static final String STORE_AWAY = "STORE_AWAY";
    /** Trouble: a fact cannot be folded, such as one written by a newer version; trying again will hardly help. */
    public static final String NOT_WORKED_IN = "NOT_WORKED_IN";

    /** What it is doing. */
    public enum Status {
        /** Not connected yet. */
        STARTING,
        /** Connected; works in all there is from the start, and readers wait until that is done. */
        BUILDING,
        /** Connected; works in what comes. */
        FOLLOWING,
        /** One of the databases is away, or a batch could not be worked in; tries again by itself. */
        RETRYING,
        /** The feed is broken ({@link FeedBroken}); waits for a person. */
        STOPPED,
        /** Closed in order. */
        CLOSED
    }

    static final FollowerState INITIAL = new FollowerState(Status.STARTING, -1, -1, null, null);

    /** Whether it takes a person to go on. */
    public boolean needsHelp() {
        return status == Status.STOPPED || NOT_WORKED_IN.equals(trouble);
    }

    /** Positions seen and not yet worked in. */
    public long lag() {
        return Math.max(0, feedHead - position);
    }

    /** For how long something seen has been waiting. */
    public Duration behindFor(Instant now) {
        return behindSince == null ? Duration.ZERO : Duration.between(behindSince, now);
    }
}
