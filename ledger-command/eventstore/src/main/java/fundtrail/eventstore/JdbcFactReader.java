package fundtrail.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.postgresql.PGStatement;

/** Reads facts from PostgreSQL over a pool of connections. */
final class JdbcFactReader implements FactReader {

    private static final String FACT = "select position, recorded_at, type, version, event_id, entry, leaf_hash from ledger.fact ";

    /** How many facts the server sends at once where all of a range are read. */
    private static final int FETCH = 2_000;

    /** The driver's word for asking bytes as bytes from the first execution on, not as text in hexadecimal. */
    private static final int BINARY_AT_ONCE = -1;

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Answer<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private final DataSource source;

    JdbcFactReader(DataSource source) {
        this.source = source;
    }

    @Override
    public long head() {
        return ask("select coalesce(max(position), -1) from ledger.fact", none -> {}, rows -> rows.next() ? rows.getLong(1) : -1);
    }

    @Override
    public Optional<StoredEvent> at(long position) {
        return ask(FACT + "where position = ?", statement -> statement.setLong(1, position),
                rows -> rows.next() ? Optional.of(event(rows)) : Optional.empty());
    }

    @Override
    public void read(long from, long until, Consumer<StoredEvent> each) {
        ask(FACT + "where position >= ? and position < ? order by position",
                statement -> {
                    statement.setLong(1, from);
                    statement.setLong(2, until);
                },
                rows -> {
                    while (rows.next()) each.accept(event(rows));
                    return null;
                });
    }

    @Override
    public List<StoredEvent> matching(EventCriteria criteria, long from, long until, int limit) {
        var positions = new CriteriaSql(criteria, from, until, limit);
        return ask("with hit as materialized (" + positions.text() + ") " + FACT + "join hit using (position) order by position", positions::bind, rows -> {
            List<StoredEvent> events = new ArrayList<>();
            while (rows.next()) events.add(event(rows));
            return events;
        });
    }

    @Override
    public boolean anyMatch(EventCriteria criteria, long from, long until) {
        var positions = new CriteriaSql(criteria, from, until, 1);
        return ask(positions.text(), positions::bind, ResultSet::next);
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3), row.getInt(4),
                row.getObject(5, UUID.class), row.getBytes(6), row.getBytes(7));
    }

    /** In a transaction, without which the driver would fetch everything at once. The pool sets the connection right again. */
    private <T> T ask(String sql, Binding binding, Answer<T> answer) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(FETCH);
                statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY_AT_ONCE);
                binding.bind(statement);
                try (ResultSet rows = statement.executeQuery()) {
                    return answer.of(rows);
                }
            }
        } catch (SQLException failure) {
            throw new EventStoreException("The ledger's facts cannot be read: " + failure.getMessage(), failure);
        }
    }
}
