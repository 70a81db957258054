package fundtrail.eventstore;

import java.time.Duration;
import java.util.Objects;

/**
 * How a node writes to PostgreSQL.
 *
 * @param node          its name, for people: shown in the epoch's row and as application_name
 * @param lease         how long a node that writes may be silent before another takes over; at least two seconds, as it
 *                      renews its lease each second. All nodes of a ledger have the same
 * @param answerTimeout how long the server may take to answer anything before the connection counts as lost; at least a
 *                      second, and shorter than the lane's patience, or nothing would be sent again; a group's answer may
                      take a millisecond for each KiB longer
 */
public record JdbcSettings(String node, Duration lease, Duration answerTimeout) {

    /** Takes over after 3 s of silence, and waits 3 s for an answer. */
    public static JdbcSettings of(String node) {
        return new JdbcSettings(node, Duration.ofSeconds(3), Duration.ofSeconds(3));
    }

    public JdbcSettings {
        Objects.requireNonNull(node, "node");
        if (lease.compareTo(Duration.ofSeconds(2)) < 0) throw new IllegalArgumentException("A lease lasts at least two seconds.");
        if (answerTimeout.compareTo(Duration.ofSeconds(1)) < 0) throw new IllegalArgumentException("An answer may take at least a second.");
    }

    public JdbcSettings withAnswerTimeout(Duration timeout) {
        return new JdbcSettings(node, lease, timeout);
    }
}
