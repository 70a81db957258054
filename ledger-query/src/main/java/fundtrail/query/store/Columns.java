package fundtrail.query.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

/** Many rows in one statement: an array a column, opened into rows by the database. */
final class Columns<R> {
    private record Column<R>(String type, String expression, Function<? super R, ?> value) {}

    private final List<R> rows;
    private final List<Column<R>> columns = new ArrayList<>();

    Columns(List<R> rows) {
        this.rows = rows;
    }

    /** The next column: its PostgreSQL type, and a row's value of the type's Java kind. */
    Columns<R> with(String type, Function<? super R, ?> value) {
        return with(type, "%s", value);
    }

    /** The next column, {@code expression} made of it ({@code %s}). */
    Columns<R> with(String type, String expression, Function<? super R, ?> value) {
        columns.add(new Column<>(type, expression, value));
        return this;
    }

    void insert(Connection connection, String table) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        var selected = new StringJoiner(", ");
        var arrays = new StringJoiner(", ");
        var names = new StringJoiner(", ");
        for (int i = 0; i < columns.size(); i++) {
            names.add("c" + i);
            selected.add(columns.get(i).expression().formatted("c" + i));
            arrays.add("?::" + columns.get(i).type() + "[]");
        }
        String insert = "insert into %s select %s from unnest(%s) as rows(%s)".formatted(table, selected, arrays, names);
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (int i = 0; i < columns.size(); i++) {
                Column<R> column = columns.get(i);
                statement.setArray(i + 1, connection.createArrayOf(column.type(), array(column)));
            }
            statement.executeUpdate();
        }
    }

    /** The driver takes bytes for an array of {@code bytea} only where the Java array says so. */
    private Object[] array(Column<R> column) {
        return column.type().equals("bytea")
                ? rows.stream().map(column.value()).toArray(byte[][]::new)
                : rows.stream().map(column.value()).toArray();
    }
}
