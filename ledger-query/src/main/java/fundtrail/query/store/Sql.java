package fundtrail.query.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * A statement put together piece by piece, each piece with its arguments. What a caller says is only ever an argument.
 * An argument that is a collection becomes an array of text.
 */
public final class Sql {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();

    /** Makes something of the row at hand. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Reads the row at hand. */
    @FunctionalInterface
    public interface Visiting {
        void visit(ResultSet row) throws SQLException;
    }

    private Sql() {}

    public static Sql of(String piece, Object... arguments) {
        return new Sql().and(piece, arguments);
    }

    /** Adds a piece, on a line of its own. */
    public Sql and(String piece, Object... arguments) {
        text.append(piece).append('\n');
        this.arguments.addAll(Arrays.asList(arguments));
        return this;
    }

    /** Adds arguments of the piece before. */
    Sql with(Object... more) {
        arguments.addAll(Arrays.asList(more));
        return this;
    }

    /** Adds the piece when there is an argument for it. */
    public Sql andIf(Optional<?> argument, String piece) {
        return argument.isPresent() ? and(piece, argument.get()) : this;
    }

    public Sql and(Sql other) {
        text.append(other.text);
        arguments.addAll(other.arguments);
        return this;
    }

    /** Every row. */
    public <T> List<T> list(DataSource source, Reading<T> reading) {
        try (Connection connection = source.getConnection()) {
            return list(connection, reading);
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }

    /** Reads each row in turn. */
    public void each(DataSource source, Visiting visiting) {
        list(source, row -> {
            visiting.visit(row);
            return null;
        });
    }

    /** The only row, or none. */
    public <T> Optional<T> one(DataSource source, Reading<T> reading) {
        return list(source, reading).stream().findFirst();
    }

    <T> List<T> list(Connection connection, Reading<T> reading) throws SQLException {
        try (PreparedStatement statement = prepare(connection); ResultSet row = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(reading.of(row));
            }
            return rows;
        }
    }

    int update(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        int index = 1;
        for (Object argument : arguments) {
            switch (argument) {
                case Collection<?> texts -> statement.setArray(index, texts(connection, texts));
                case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
                case byte[] bytes -> statement.setBytes(index, bytes);
                default -> statement.setObject(index, argument);
            }
            index++;
        }
        return statement;
    }

    private static Array texts(Connection connection, Collection<?> texts) throws SQLException {
        return connection.createArrayOf("text", texts.stream().map(String::valueOf).toArray());
    }

    /** A {@code timestamptz} column. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public String toString() {
        return text + arguments.stream().map(String::valueOf).collect(Collectors.joining(", ", "-- ", ""));
    }
}
