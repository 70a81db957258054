package fundtrail.command.people;

import fundtrail.eventstore.LedgerSchema;
import fundtrail.people.PeopleKey;
import fundtrail.postgres.TestDatabase;
import fundtrail.postgres.TestPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An empty registry on a database of its own, with {@code people.key} in the folder; and what a superuser does to it. */
final class FreshRegistry {
    static final String ISSUER = "https://sign-in.example";

    private final TestDatabase database = TestPostgres.freshDatabase();
    private final PeopleRegistry registry;

    FreshRegistry(Path folder) throws SQLException {
        LedgerSchema.createRoles(database.dataSource());
        LedgerSchema.migrate(database.dataSource(), new LedgerSchema.Part("command", "classpath:fundtrail/command/sql"));
        execute("do $$ begin execute format('alter database %I set search_path = ledger', current_database()); end $$");
        registry = new PeopleRegistry(database.dataSource(), ISSUER, PeopleKey.inOrMadeAt(folder.resolve("people.key")), Duration.ZERO);
    }

    TestDatabase database() {
        return database;
    }

    PeopleRegistry registry() {
        return registry;
    }

    /** The first column of what a statement finds. */
    List<String> texts(String sql) throws SQLException {
        try (var connection = database.connect(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    void execute(String sql) throws SQLException {
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
