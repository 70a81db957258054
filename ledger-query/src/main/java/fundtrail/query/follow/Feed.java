package fundtrail.query.follow;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** One connection to the feed, listening. */
final class Feed implements AutoCloseable {
    private static final String ROWS = """
            select position, recorded_at, type, version, entry, leaf_hash
            from ledger.feed where position >= ? order by position limit ?""";
    private static final String LAST = "select coalesce(max(position), -1) from ledger.feed";

    private final Connection connection;

    private Feed(Connection connection) {
        this.connection = connection;
    }

    static Feed open(FeedAddress address) throws SQLException {
        Connection connection = DriverManager.getConnection(address.jdbcUrl(), address.properties());
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen ledger_feed");
            return new Feed(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Rows in order of position, beginning at {@code position}, at most {@code most}. */
    List<FeedEntry> rows(long position, int most) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ROWS)) {
            query.setLong(1, position);
            query.setInt(2, most);
            List<FeedEntry> rows = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(new FeedEntry(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3),
                            row.getInt(4), row.getBytes(5), row.getBytes(6)));
                }
            }
            return rows;
        }
    }

    /** The last position there is; −1 when there is none. */
    long last() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LAST); ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Returns at a notification, or when {@code atMost} has passed: a notification can be lost, the view cannot. */
    void awaitNews(Duration atMost) throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(atMost.toMillis()));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
