package fundtrail.query.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The indexes only readers need: left out while a schema is filled from nothing, and made when that is done. */
final class ReaderIndexes {
    /** What the follower itself looks up, and what keeps a position from being there twice, stays. */
    private static final String ONLY_READERS = """
            select index.relname as name, pg_get_indexdef(indexrelid) as make,
                   'drop index ' || indexrelid::regclass as leave_out
            from pg_index join pg_class index on index.oid = indexrelid
            where index.relnamespace = current_schema()::regnamespace and not indisunique
            union all
            select conname, 'alter table ' || conrelid::regclass || ' add constraint ' || quote_ident(conname) || ' '
                   || pg_get_constraintdef(oid), 'alter table ' || conrelid::regclass || ' drop constraint ' || quote_ident(conname)
            from pg_constraint where conrelid = 'fact_tag'::regclass and contype = 'p'
            order by name""";

    private record Index(String name, String make, String leaveOut) {}

    private ReaderIndexes() {}

    static boolean areLeftOut(Connection connection) throws SQLException {
        return !Sql.of("select name from index_to_make limit 1").list(connection, row -> row.getString("name")).isEmpty();
    }

    /** In one transaction, and only while nothing is stored: else it would not pay, and somebody may be reading. */
    static void leaveOut(Connection connection) throws SQLException {
        if (Sql.of("select position from follower where position = -1 for update").list(connection, row -> row.getLong(1)).isEmpty()) {
            return;
        }
        List<Index> indexes = Sql.of(ONLY_READERS).list(connection, row ->
                new Index(row.getString("name"), row.getString("make"), row.getString("leave_out")));
        for (Index index : indexes) {
            Sql.of("insert into index_to_make (name, statement) values (?, ?)", index.name(), index.make()).update(connection);
            execute(connection, index.leaveOut());
        }
    }

    /** Makes the next one that is left out; answers whether there was one. Each in a transaction of its own. */
    static boolean makeNext(Connection connection) throws SQLException {
        Sql.of("select position from follower for update").list(connection, row -> row.getLong(1));
        List<Index> next = Sql.of("select name, statement from index_to_make order by name limit 1")
                .list(connection, row -> new Index(row.getString("name"), row.getString("statement"), null));
        if (next.isEmpty()) {
            return false;
        }
        execute(connection, "set local maintenance_work_mem = '128MB'");
        execute(connection, next.getFirst().make());
        Sql.of("delete from index_to_make where name = ?", next.getFirst().name()).update(connection);
        return true;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
