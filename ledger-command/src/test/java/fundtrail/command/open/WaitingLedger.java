package fundtrail.command.open;

import fundtrail.command.WritingSide;
import fundtrail.command.kit.RunningLedger;
import fundtrail.command.people.PeopleRegistry;
import fundtrail.command.people.RegistryRow;
import fundtrail.contract.Entry;
import fundtrail.contract.id.PersonRef;
import fundtrail.eventstore.JdbcGroupStore;
import fundtrail.eventstore.JdbcSettings;
import fundtrail.eventstore.LaneSettings;
import fundtrail.eventstore.LedgerSchema;
import fundtrail.people.PeopleKey;
import fundtrail.postgres.TestDatabase;
import fundtrail.postgres.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A production ledger and its opening, without a door: on a database with its roles, by a clock that is set. */
final class WaitingLedger implements AutoCloseable {
    static final String ISSUER = "https://sign-in.example";
    private static final String PASSWORD = "only for this test";

    private final TestDatabase database = TestPostgres.freshDatabase();
    private final PeopleRegistry people;
    private final Path home;
    private Path file;
    private Instant now = Instant.parse("2026-01-05T01:00:00Z");
    private WritingSide side;
    private Openings openings;

    WaitingLedger() {
        try {
            home = Files.createTempDirectory("waiting-ledger");
            LedgerSchema.createRoles(database.dataSource());
            for (String role : new String[] {"ledger_owner", "ledger_app"}) {
                try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
                    statement.execute("alter role " + role + " password '" + PASSWORD + "'");
                }
            }
            LedgerSchema.migrate(as("ledger_owner"), new LedgerSchema.Part("command", "classpath:fundtrail/command/sql"));
            people = new PeopleRegistry(as("ledger_app"), ISSUER, PeopleKey.inOrMadeAt(home.resolve("people.key")), Duration.ofSeconds(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        file = home.resolve("opening.json");
        open(RunningLedger.PRODUCTION_OPENING);
    }

    /** Puts this into the opening file. */
    void open(String opening) {
        try {
            Files.writeString(file, opening);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void withoutFile() {
        file = null;
    }

    void start() throws IOException, SQLException {
        startWith(folder(), false);
    }

    void startWith(Path secrets, boolean rehearsalKeys) throws IOException, SQLException {
        DataSource application = as("ledger_app");
        side = WritingSide.on(new JdbcGroupStore(application, application, JdbcSettings.of("test")), LaneSettings.defaults());
        try {
            openings = Openings.begin(new Openings.Settings(file, secrets, rehearsalKeys), side, people, application, clock());
        } catch (IOException | SQLException | RuntimeException refused) {
            stop();
            throw refused;
        } catch (Exception unexpected) {
            stop();
            throw new IllegalStateException(unexpected);
        }
    }

    void stop() {
        if (side != null) {
            side.close();
            side = null;
        }
    }

    void restart() throws IOException, SQLException {
        stop();
        start();
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    Openings openings() {
        return openings;
    }

    List<String> awaited() {
        return openings.awaited();
    }

    /** A claim with the secret in this file. */
    Claim claim(String holder, String subject) throws Exception {
        return typed(secret(holder), subject);
    }

    Claim typed(String secret, String subject) throws Exception {
        return openings.waiting().orElseThrow().claim(OpeningSecret.read(secret), ISSUER, subject);
    }

    Path folder() {
        return home.resolve("secrets");
    }

    Path file(String holder) {
        return folder().resolve(holder + ".secret");
    }

    String secret(String holder) throws IOException {
        return Files.readString(file(holder)).strip();
    }

    List<Entry> entries() {
        return side.entries(0, side.engine().durable());
    }

    /** Puts a row into the people registry, as an opening does right before its append. */
    void register(String person, String name, String post, String employeeNumber, String subject) throws SQLException {
        people.put(new PersonRef(person), new RegistryRow(name, post, employeeNumber, ISSUER, subject)).orElseThrow();
    }

    /** The registry hash of whoever signs in as this subject; empty when nobody does. */
    String hashOf(String subject) throws SQLException {
        return people.bySubject(ISSUER, subject).map(PeopleRegistry.Found::hash).orElse("");
    }

    /** Everything the database keeps of the secrets. */
    String rows() throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select row_to_json(one)::text from ledger.opening_secret one")) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows.toString();
        }
    }

    private DataSource as(String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(role);
        source.setPassword(PASSWORD);
        source.setCurrentSchema("ledger");
        return source;
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("an opening knows no zones");
            }
        };
    }

    @Override
    public void close() {
        stop();
        try (var files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).forEach(one -> one.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
