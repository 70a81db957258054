package fundtrail.query.follow;

import fundtrail.query.follow.FollowerState.Status;
import fundtrail.query.follow.Projection.Overtaken;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works the feed into a projection, batch by batch, for as long as it is open. Whatever goes wrong on the way, it says
 * so in {@link #state()} and in the log, and tries again; only a broken feed makes it stop, and that it says too.
 */
public final class FeedFollower implements AutoCloseable {
    /** Entries in one transaction. */
    static final int BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(FeedFollower.class);
    /** How long to wait for a notification before looking all the same. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(250);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(30);

    private final FeedAddress address;
    private final Projection projection;
    private final AwaitPosition await;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("feed-follower").daemon().unstarted(this::run);
    private volatile FollowerState state = FollowerState.INITIAL;
    private Duration backOff = FIRST_BACK_OFF;

    /** @param clock the real one; for how long we are behind, and for nothing else */
    public FeedFollower(FeedAddress address, Projection projection, AwaitPosition await, Clock clock) {
        this.address = address;
        this.projection = projection;
        this.await = await;
        this.clock = clock;
    }

    public void start() {
        thread.start();
    }

    /** Whether its thread runs. */
    public boolean isAlive() {
        return thread.isAlive();
    }

    public FollowerState state() {
        return state;
    }

    private void run() {
        while (!isClosing()) {
            try {
                Mark mark = projection.mark();
                stored(mark);
                try (Feed feed = Feed.open(address)) {
                    follow(feed, mark);
                }
            } catch (FeedBroken broken) {
                LOG.error("the feed is broken, the follower has stopped: {}", broken.getMessage());
                state = new FollowerState(Status.STOPPED, state.position(), state.feedHead(), state.behindSince(), broken.getMessage());
                return;
            } catch (SQLException | RuntimeException | Error failure) {
                backOff(failure);
            }
        }
        state = new FollowerState(Status.CLOSED, state.position(), state.feedHead(), state.behindSince(), null);
    }

    private void follow(Feed feed, Mark stored) throws SQLException, FeedBroken {
        Mark mark = stored;
        while (!isClosing()) {
            List<FeedEntry> batch = FeedCheck.following(mark, feed.rows(Math.max(0, mark.position()), BATCH + 1));
            try {
                if (!batch.isEmpty()) {
                    projection.project(mark, batch);
                    mark = Mark.after(batch);
                }
            } catch (Overtaken overtaken) {
                LOG.info("another follower works into the same database: {}", overtaken.getMessage());
                mark = projection.mark();
            }
            stands(mark.position(), feed.last());
            if (batch.isEmpty()) {
                feed.awaitNews(LOOK_EVERY);
            }
        }
    }

    /** What is stored can be read, whether or not the feed can. */
    private void stored(Mark mark) {
        state = new FollowerState(state.status(), mark.position(), state.feedHead(), state.behindSince(), state.trouble());
        await.reached(mark.position());
    }

    private void stands(long position, long feedHead) {
        if (state.status() != Status.FOLLOWING) {
            LOG.info("following {} from position {}", address, position);
        }
        backOff = FIRST_BACK_OFF;
        Instant behindSince = position >= feedHead ? null : state.behindSince() != null ? state.behindSince() : clock.instant();
        state = new FollowerState(Status.FOLLOWING, position, feedHead, behindSince, null);
        await.reached(position);
    }

    private void backOff(Throwable failure) {
        LOG.warn("the feed cannot be followed at position {}; next try in {} ms", state.position(), backOff.toMillis(), failure);
        Instant behindSince = state.behindSince() != null ? state.behindSince() : clock.instant();
        state = new FollowerState(Status.RETRYING, state.position(), state.feedHead(), behindSince,
                trouble(failure));
        try {
            boolean _ = closing.await(backOff.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closing.countDown();
        }
        Duration doubled = backOff.multipliedBy(2);
        backOff = doubled.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : doubled;
    }

    private static String trouble(Throwable failure) {
        return failure instanceof SQLException ? FollowerState.FEED_AWAY
                : failure.getCause() instanceof SQLException ? FollowerState.STORE_AWAY
                : FollowerState.NOT_WORKED_IN;
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Finishes the batch at hand and ends. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
