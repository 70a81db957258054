package fundtrail.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The schema {@code ledger} and the roles that use it. PostgreSQL 15 to 18. */
public final class LedgerSchema {

    private static final String ROLES = "/fundtrail/eventstore/roles.sql";
    private static final Part FACTS = new Part("eventstore", "classpath:fundtrail/eventstore/sql");
    private static final Part PROOFS = new Part("proofs", "classpath:fundtrail/proofs/sql");

    /**
     * Tables that others keep in the schema.
     *
     * @param name     names the part's own history of migrations, so that parts count their versions apart
     * @param location where Flyway finds the migrations, such as {@code classpath:fundtrail/ledger/sql}
     */
    public record Part(String name, String location) {}

    private LedgerSchema() {}

    /** The script that makes the roles and the empty schema: for a superuser, in the ledger's database, any number of times. */
    public static String rolesSql() {
        try (InputStream script = LedgerSchema.class.getResourceAsStream(ROLES)) {
            return new String(script.readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs {@link #rolesSql()}. The roles have no passwords yet. */
    public static void createRoles(DataSource superuser) throws SQLException {
        try (Connection connection = superuser.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(rolesSql());
        }
    }

    /** Brings the tables of facts and of their proofs, then the others' in their order, to the version of this program. As {@code ledger_owner}. */
    public static void migrate(DataSource owner, Part... others) {
        List<Part> parts = new ArrayList<>(List.of(FACTS, PROOFS));
        parts.addAll(List.of(others));
        for (Part part : parts)
            Flyway.configure(LedgerSchema.class.getClassLoader())
                    .dataSource(owner)
                    .defaultSchema("ledger")
                    .createSchemas(false)
                    .table("migrations_of_" + part.name())
                    .locations(part.location())
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .loggers("slf4j")
                    .placeholderReplacement(false)
                    .load()
                    .migrate();
    }
}
