package fundtrail.standalone;

import fundtrail.eventstore.LedgerSchema;
import fundtrail.postgres.PrivatePostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/** The two databases of a ledger, and the roles that may enter each: the writing side's, and the reading side's own. */
final class Databases {
    static final String LEDGER = "ledger";
    static final String READING = "reading";
    /** Owns the ledger's tables; used while they are brought up to date. */
    static final String OWNER = "ledger_owner";
    static final String APPLICATION = "ledger_app";
    /** Reads leaf hashes, adds tiles and checkpoints. */
    static final String SEAL = "ledger_seal";
    /** What the reading side may see of the ledger's database: the feed. */
    static final String FEED = "ledger_feed";
    static final String READER = "ledger_reading";

    private Databases() {}

    /** Makes what is missing; changes nothing that is there but the roles' passwords. */
    static void prepare(PrivatePostgres postgres, RolePasswords passwords) throws SQLException {
        try (Connection connection = postgres.connect(postgres.superuser())) {
            create(connection, READER, "select from pg_roles where rolname = ?", "create role " + READER + " login");
            create(connection, LEDGER, "select from pg_database where datname = ?", "create database " + LEDGER);
            create(connection, READING, "select from pg_database where datname = ?",
                    "create database " + READING + " owner " + READER);
            LedgerSchema.createRoles(superuser(postgres));
            for (String role : new String[] {OWNER, APPLICATION, SEAL, FEED, READER}) {
                execute(connection, "alter role " + role + " password '" + passwords.of(role) + "'");
            }
            admitOnly(connection, LEDGER, String.join(", ", OWNER, APPLICATION, SEAL, FEED));
            admitOnly(connection, READING, READER);
        }
    }

    private static void admitOnly(Connection connection, String database, String roles) throws SQLException {
        execute(connection, "revoke connect on database " + database + " from public");
        execute(connection, "grant connect on database " + database + " to " + roles);
    }

    private static void create(Connection connection, String name, String known, String statement) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(known)) {
            query.setString(1, name);
            try (ResultSet found = query.executeQuery()) {
                if (found.next()) {
                    return;
                }
            }
        }
        execute(connection, statement);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static PGSimpleDataSource superuser(PrivatePostgres postgres) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl(LEDGER));
        source.setUser(postgres.superuser());
        source.setPassword(postgres.password());
        return source;
    }
}
