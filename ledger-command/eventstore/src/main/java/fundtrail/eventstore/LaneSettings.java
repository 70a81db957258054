package fundtrail.eventstore;

import java.time.Duration;
import java.time.InstantSource;

/**
 * The lane's measures, each with a default that suits a county.
 *
 * @param queueCapacity how many wishes may wait to be decided; more are answered {@link LaneFailure.LaneFull}
 * @param groupFacts    how many facts a group holds at most, unless one append alone has more
 * @param groupBytes    how many bytes of entries a group holds at most, unless one append alone has more
 * @param backlogFacts  from how many facts decided and not durable the lane pauses
 * @param backlogBytes  from how many bytes of such facts the lane pauses
 * @param windowFacts   how many durable facts stay in memory for sourcing and streaming; each is copied by the collector
 *                      while it is young, so that few of them cost less than a read now and then
 * @param attempts      how often a wish is decided at most, when facts of another that it stood on were refused
 * @param patience      how long the database may fail to confirm a group before state is taken back
 * @param clock         the clock that deadlines are compared with
 * @param hook          what to call at each step of a group
 * @param watch         who is told what takes how long
 */
public record LaneSettings(int queueCapacity, int groupFacts, long groupBytes, long backlogFacts, long backlogBytes,
        int windowFacts, int attempts, Duration patience, InstantSource clock, GroupHook hook, LaneWatch watch) {

    /** 4,096 wishes, groups of 1,024 facts or 4 MiB, 16,384 facts or 64 MiB undurable, 256 facts in memory, 5 attempts, 10 s. */
    public static LaneSettings defaults() {
        return new LaneSettings(4_096, 1_024, 4L << 20, 16_384, 64L << 20, 256, 5,
                Duration.ofSeconds(10), InstantSource.system(), GroupHook.NONE, LaneWatch.NONE);
    }

    /** @throws IllegalArgumentException if a measure is below 1 */
    public LaneSettings {
        if (queueCapacity < 1 || groupFacts < 1 || groupBytes < 1 || backlogFacts < 1 || backlogBytes < 1
                || windowFacts < 1 || attempts < 1 || !patience.isPositive())
            throw new IllegalArgumentException("Every measure of the lane is at least 1.");
    }

    public LaneSettings withQueueCapacity(int wishes) {
        return new LaneSettings(wishes, groupFacts, groupBytes, backlogFacts, backlogBytes, windowFacts, attempts, patience, clock, hook, watch);
    }

    public LaneSettings withGroup(int facts, long bytes) {
        return new LaneSettings(queueCapacity, facts, bytes, backlogFacts, backlogBytes, windowFacts, attempts, patience, clock, hook, watch);
    }

    public LaneSettings withBacklog(long facts, long bytes) {
        return new LaneSettings(queueCapacity, groupFacts, groupBytes, facts, bytes, windowFacts, attempts, patience, clock, hook, watch);
    }

    public LaneSettings withWindowFacts(int facts) {
        return new LaneSettings(queueCapacity, groupFacts, groupBytes, backlogFacts, backlogBytes, facts, attempts, patience, clock, hook, watch);
    }

    public LaneSettings withAttempts(int attempts) {
        return new LaneSettings(queueCapacity, groupFacts, groupBytes, backlogFacts, backlogBytes, windowFacts, attempts, patience, clock, hook, watch);
    }

    public LaneSettings withPatience(Duration patience) {
        return new LaneSettings(queueCapacity, groupFacts, groupBytes, backlogFacts, backlogBytes, windowFacts, attempts, patience, clock, hook, watch);
    }

    public LaneSettings withClock(InstantSource clock) {
        return new LaneSettings(queueCapacity, groupFacts, groupBytes, backlogFacts, backlogBytes, windowFacts, attempts, patience, clock, hook, watch);
    }

    public LaneSettings withHook(GroupHook hook) {
        return new LaneSettings(queueCapacity, groupFacts, groupBytes, backlogFacts, backlogBytes, windowFacts, attempts, patience, clock, hook, watch);
    }

    public LaneSettings withWatch(LaneWatch watch) {
        return new LaneSettings(queueCapacity, groupFacts, groupBytes, backlogFacts, backlogBytes, windowFacts, attempts, patience, clock, hook, watch);
    }
}
