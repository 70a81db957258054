package fundtrail.command.people;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Statements on one connection; a collection among the values is an array of texts. */
record Statements(Connection connection) {
    @FunctionalInterface
    interface Work<T> {
        T on(Statements database) throws SQLException;
    }

    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Each statement counts at once. */
    static <T> T each(DataSource database, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return work.on(new Statements(connection));
        }
    }

    /** All statements count together, or none does. */
    static <T> T together(DataSource database, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(new Statements(connection));
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    <T> List<T> query(String sql, Reading<T> reading, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values); ResultSet found = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(reading.of(found));
            }
            return rows;
        }
    }

    /** @return how many rows it touched */
    int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Collection<?> texts) {
                statement.setArray(i + 1, connection.createArrayOf("text", texts.stream().map(String::valueOf).toArray()));
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }
}
