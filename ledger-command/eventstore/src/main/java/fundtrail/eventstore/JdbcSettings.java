package fundtrail.eventstore;

import java.time.Duration;
import java.util.Objects;

/**
 * How a node writes to PostgreSQL.
 *
 * @param node          its name, for people: shown in the epoch's row and as application_name
 * @param lockWait      how long to wait at the start for another node to stop writing
 * @param answerTimeout how long the server may take to answer anything before the connection counts as lost; at least a
 *                      second, and shorter than the lane's patience, or nothing would be sent again
 */
public record JdbcSettings(String node, Duration lockWait, Duration answerTimeout) {

    /** Waits 5 s for another node to stop, and 3 s for an answer. */
    public static JdbcSettings of(String node) {
        return new JdbcSettings(node, Duration.ofSeconds(5), Duration.ofSeconds(3));
    }

    public JdbcSettings {
        Objects.requireNonNull(node, "node");
        if (answerTimeout.compareTo(Duration.ofSeconds(1)) < 0) throw new IllegalArgumentException("An answer may take at least a second.");
    }

    public JdbcSettings withLockWait(Duration wait) {
        return new JdbcSettings(node, wait, answerTimeout);
    }

    public JdbcSettings withAnswerTimeout(Duration timeout) {
        return new JdbcSettings(node, lockWait, timeout);
    }
}
