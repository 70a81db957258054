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
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works the feed into a projection, batch by batch, for as long as it is open. Whatever goes wrong on the way, it says
 * so in {@link #state()} and in the log, and tries again; only a broken feed makes it stop, and that it says too.
 */
public final class FeedFollower implements AutoCloseable {
    /** Entries in one transaction, where so many wait. */
    static final int BATCH = 2_000;
    /** With fewer facts in the feed than this, making what readers need at the end would save nothing. */
    static final int BUILD_FROM = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(FeedFollower.class);
    /** How long to wait for a notification before looking all the same. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(250);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(30);

    private final FeedAddress address;
    private final Projection projection;
    private final AwaitPosition await;
    private final Clock clock;
    private final Consumer<List<FeedEntry>> readable;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("feed-follower").daemon().unstarted(this::run);
    private volatile FollowerState state = FollowerState.INITIAL;
    private volatile boolean building;
    private volatile Duration backOff = FIRST_BACK_OFF;

    /** @param clock the real one; for how long we are behind, and for nothing else */
    public FeedFollower(FeedAddress address, Projection projection, AwaitPosition await, Clock clock) {
        this(address, projection, await, clock, _ -> { });
    }

    /** @param readable is told of each batch as soon as it can be read; must not take long */
    public FeedFollower(
            FeedAddress address, Projection projection, AwaitPosition await, Clock clock, Consumer<List<FeedEntry>> readable) {
        this.address = address;
        this.projection = projection;
        this.await = await;
        this.clock = clock;
        this.readable = readable;
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

    /** While a batch is being stored, the next one is read and folded. */
    private void follow(Feed feed, Mark stored) throws SQLException, FeedBroken {
        if (stored.isStart() && feed.last() >= BUILD_FROM) {
            projection.build();
        }
        building = projection.isBuilding();
        try (var storing = new Storing()) {
            Mark mark = stored;
            while (!isClosing()) {
                long feedHead = feed.last();
                List<FeedEntry> batch = FeedCheck.following(mark, feed.rows(Math.max(0, mark.position()), BATCH + 1));
                try {
                    if (batch.isEmpty()) {
                        storing.finish();
                        if (building) {
                            LOG.info("the feed's head is reached at {}: making what readers need", mark.position());
                            projection.built();
                            building = false;
                        }
                        stands(mark.position(), Math.max(feedHead, mark.position()));
                        feed.awaitNews(LOOK_EVERY);
                    } else {
                        Projection.Folded folded = projection.fold(mark, batch);
                        storing.finish();
                        storing.begin(() -> {
                            folded.store();
                            stands(batch.getLast().position(), feedHead);
                            readable.accept(batch);
                        });
                        mark = Mark.after(batch);
                    }
                } catch (Overtaken overtaken) {
                    LOG.info("another follower works into the same database: {}", overtaken.getMessage());
                    mark = projection.mark();
                }
            }
        }
    }

    /** What is stored can be read, whether or not the feed can. */
    private void stored(Mark mark) {
        state = new FollowerState(state.status(), mark.position(), state.feedHead(), state.behindSince(), state.trouble());
        await.reached(mark.position());
    }

    private void stands(long position, long feedHead) {
        Status status = building ? Status.BUILDING : Status.FOLLOWING;
        if (state.status() != status) {
            LOG.info("{} {} from position {}", status, address, position);
        }
        backOff = FIRST_BACK_OFF;
        Instant behindSince = position >= feedHead ? null : state.behindSince() != null ? state.behindSince() : clock.instant();
        state = new FollowerState(status, position, feedHead, behindSince, null);
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

    /** Finishes the batches at hand and ends. */
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
