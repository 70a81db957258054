package fundtrail.load.site;

import fundtrail.command.CommandServer;
import fundtrail.eventstore.LedgerSchema;
import fundtrail.people.PeopleKey;
import fundtrail.postgres.PrivatePostgres;
import fundtrail.query.QueryMain;
import fundtrail.tokens.RehearsalIssuer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A rehearsal ledger of one's own in a temporary folder, as it is run: a private PostgreSQL with the roles of an
 * installation, and the services of both sides as processes. All of it ends with {@link #close}.
 */
public final class Site implements AutoCloseable {
    /** As many wishes and reads as are asked for: one machine plays a whole bureau. */
    private static final String UNHURRIED = "1000000";
    /** For the yardstick, which has one for each of its callers. */
    private static final int CONNECTIONS = 200;
    /** Compiled by the first compiler alone, a service is at its pace within seconds, if at no great one. */
    public static final List<String> BRIEF = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1");
    /** Compiled as in production. */
    public static final List<String> LASTING = List.of("-Xmx1g");

    private final Path folder;
    private final List<String> flags;
    private final String password = drawn();
    private final List<Service> services = new ArrayList<>();
    private PrivatePostgres postgres;

    private Site(Path folder, List<String> flags) {
        this.folder = folder;
        this.flags = flags;
    }

    /**
     * Makes the folder and starts its PostgreSQL.
     *
     * @param flags what Java is told when a service is started
     */
    public static Site in(Path folder, List<String> flags) {
        Site site = new Site(folder, flags);
        try {
            Files.createDirectories(folder);
            try (InputStream opening = Site.class.getResourceAsStream("opening.json")) {
                Files.copy(opening, folder.resolve("opening.json"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be prepared", e);
        }
        PeopleKey.inOrMadeAt(site.peopleKey());
        site.startPostgres();
        try {
            site.execute("postgres", "alter system set max_connections = " + CONNECTIONS);
            site.postgres.close();
            site.startPostgres();
            site.makeDatabase("ledger");
            site.makeReadingDatabase();
        } catch (SQLException | RuntimeException e) {
            site.close();
            throw new IllegalStateException("the databases could not be made", e);
        }
        return site;
    }

    public void startPostgres() {
        postgres = PrivatePostgres.in(folder.resolve("postgres")).start();
    }

    public PrivatePostgres postgres() {
        return postgres;
    }

    /** An empty database with the ledger's roles, which its services may use. */
    public void makeDatabase(String name) throws SQLException {
        execute("postgres", "create database " + name);
        LedgerSchema.createRoles(superuser(name));
        for (String role : new String[] {"ledger_owner", "ledger_app", "ledger_seal", "ledger_feed"}) {
            execute("postgres", "alter role " + role + " password '" + password + "'");
        }
    }

    private void makeReadingDatabase() throws SQLException {
        execute("postgres", "create role ledger_reading login password '" + password + "'");
        execute("postgres", "create database reading owner ledger_reading");
    }

    public void execute(String database, String sql) throws SQLException {
        try (Connection connection = postgres.connect(database); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Connections to a database as the superuser. */
    public DataSource superuser(String database) {
        return source(database, postgres.superuser(), postgres.password());
    }

    /** Connections to a database as the writing side has them. */
    public DataSource application(String database) {
        return source(database, "ledger_app", password);
    }

    /** Connections to a database as the sealer has them. */
    public DataSource sealer(String database) {
        return source(database, "ledger_seal", password);
    }

    /** Where the sealer of a database keeps its keys. */
    public Path sealKeys(String database) {
        return folder.resolve("seal-of-" + database);
    }

    private DataSource source(String database, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl(database));
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** A node of the writing side, to be started; its port stays the same for all its starts. */
    public Service commandNode(String name) {
        return commandNode(name, "ledger", flags);
    }

    public Service commandNode(String name, String database, List<String> flags) {
        int port = Service.freePort();
        Map<String, String> environment = new HashMap<>(Map.of(
                "SERVER_PORT", Integer.toString(port),
                "FUNDTRAIL_DATABASE_URL", postgres.jdbcUrl(database),
                "FUNDTRAIL_DATABASE_USER", "ledger_app",
                "FUNDTRAIL_DATABASE_PASSWORD", password,
                "FUNDTRAIL_DATABASE_OWNERUSER", "ledger_owner",
                "FUNDTRAIL_DATABASE_OWNERPASSWORD", password,
                "FUNDTRAIL_OPENING", folder.resolve("opening.json").toString(),
                "FUNDTRAIL_SNAPSHOTS", snapshots(name).toString(),
                "FUNDTRAIL_NODE", name));
        environment.putAll(both("FUNDTRAIL_COMMAND_"));
        return kept(new Service(name, CommandServer.class, flags, environment, port, folder));
    }

    /** Where a node keeps its snapshots. */
    public Path snapshots(String node) {
        return folder.resolve("snapshots-of-" + node);
    }

    /** A reading side, to be started. */
    public Service queryNode(String name) {
        int port = Service.freePort();
        Map<String, String> environment = new HashMap<>(Map.of(
                "FUNDTRAIL_QUERY_PORT", Integer.toString(port),
                "FUNDTRAIL_FEED_URL", postgres.jdbcUrl("ledger"),
                "FUNDTRAIL_FEED_USER", "ledger_feed",
                "FUNDTRAIL_FEED_PASSWORD", password,
                "FUNDTRAIL_READING_URL", postgres.jdbcUrl("reading"),
                "FUNDTRAIL_READING_USER", "ledger_reading",
                "FUNDTRAIL_READING_PASSWORD", password));
        environment.putAll(both("FUNDTRAIL_QUERY_"));
        return kept(new Service(name, QueryMain.class, flags, environment, port, folder));
    }

    private Map<String, String> both(String door) {
        return Map.of(
                "FUNDTRAIL_TOKENS_REHEARSALKEYS", folder.resolve("keys").toString(),
                "FUNDTRAIL_PEOPLE_KEY", peopleKey().toString(),
                door + "PERSON_BURST", UNHURRIED,
                door + "PERSON_PERSECOND", UNHURRIED);
    }

    private synchronized Service kept(Service service) {
        services.add(service);
        return service;
    }

    /** Who issues the tokens of its made-up people. */
    public RehearsalIssuer issuer() {
        return RehearsalIssuer.in(folder.resolve("keys"));
    }

    private Path peopleKey() {
        return folder.resolve("people.key");
    }

    private static String drawn() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    @Override
    public synchronized void close() {
        services.reversed().forEach(Service::close);
        postgres.close();
    }
}
