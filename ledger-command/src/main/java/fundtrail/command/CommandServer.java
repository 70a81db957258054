package fundtrail.command;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fundtrail.command.documents.Documents;
import fundtrail.command.http.HttpWiring;
import fundtrail.command.open.Openings;
import fundtrail.command.people.PeopleRegistry;
import fundtrail.command.people.RegistryUpkeep;
import fundtrail.door.LogShape;
import fundtrail.command.snapshot.Snapshots;
import fundtrail.eventstore.JdbcGroupStore;
import fundtrail.eventstore.JdbcSettings;
import fundtrail.eventstore.LaneSettings;
import fundtrail.eventstore.LedgerSchema;
import fundtrail.people.PeopleKey;
import fundtrail.tokens.RehearsalIssuer;
import fundtrail.tokens.TokenCheck;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The writing side as a service: the whole wiring, top to bottom. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(CommandSettings.class)
@Import(HttpWiring.class)
public class CommandServer {
    private static final String TABLES = "classpath:fundtrail/command/sql";
    private static final int READERS = 8;
    private static final int CONNECT_SECONDS = 3;
    private static final Duration WRITER_ANSWER = Duration.ofSeconds(3);
    private static final Duration READER_ANSWER = Duration.ofSeconds(30);

    /** How old the answer may be to whose sign-in a token is: an edit behind the ledger's back is noticed so much later. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    public static void main(String[] arguments) {
        String logs;
        try {
            logs = LogShape.configuration(System.getenv(), null);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        if (logs != null) {
            System.setProperty("logging.config", "classpath:" + logs);
        }
        start(Map.of(), arguments);
    }

    /** Starts it with these properties besides those of the environment; {@code server.port=0} takes a free port. */
    public static Running start(Map<String, Object> properties, String... arguments) {
        SpringApplication application = new SpringApplication(CommandServer.class);
        application.setDefaultProperties(properties);
        application.setRegisterShutdownHook(properties.isEmpty());
        return new Running(application.run(arguments));
    }

    /** The running service. */
    public record Running(ConfigurableApplicationContext context) implements AutoCloseable {
        public int port() {
            return ((WebServerApplicationContext) context).getWebServer().getPort();
        }

        public WritingSide ledger() {
            return context.getBean(WritingSide.class);
        }

        @Override
        public void close() {
            context.close();
        }
    }

    @Bean(destroyMethod = "close")
    HikariDataSource database(CommandSettings settings) {
        CommandSettings.Database database = settings.database();
        if (database.ownerUser() != null) {
            LedgerSchema.migrate(
                    source(database.url(), database.ownerUser(), database.ownerPassword()),
                    new LedgerSchema.Part("command", TABLES));
        }
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("ledger");
        pool.setDataSource(hurried(database.url(), database.user(), database.password(), READER_ANSWER));
        pool.setMaximumPoolSize(READERS);
        pool.setSchema("ledger");
        return new HikariDataSource(pool);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    TokenCheck tokens(CommandSettings settings, Clock clock) {
        CommandSettings.Tokens tokens = settings.tokens();
        return tokens.rehearsalKeys() == null
                ? TokenCheck.of(tokens.trusted(), clock)
                : RehearsalIssuer.in(tokens.rehearsalKeys()).check(clock);
    }

    @Bean
    PeopleRegistry people(DataSource database, CommandSettings settings) throws SQLException {
        String issuer = settings.tokens().issuer();
        return new PeopleRegistry(
                database, issuer == null ? RehearsalIssuer.ISSUER : issuer, PeopleKey.in(settings.people().key()), MOMENT);
    }

    @Bean(destroyMethod = "close")
    RegistryUpkeep upkeep(WritingSide ledger, PeopleRegistry people) throws Exception {
        return RegistryUpkeep.start(ledger, people);
    }

    @Bean
    Documents documents(DataSource database) {
        return new Documents(database);
    }

    @Bean(destroyMethod = "close")
    WritingSide ledger(CommandSettings settings, DataSource database, MeterRegistry meters) {
        CommandSettings.Database ledger = settings.database();
        return WritingSide.on(
                new JdbcGroupStore(hurried(ledger.url(), ledger.user(), ledger.password(), WRITER_ANSWER), database,
                        JdbcSettings.of(settings.node()).withAnswerTimeout(WRITER_ANSWER)),
                LaneSettings.defaults().withWatch(new LaneMeters(meters)),
                Snapshots.in(settings.snapshots()));
    }

    @Bean
    Openings opening(CommandSettings settings, WritingSide ledger, PeopleRegistry people, DataSource database, Clock clock)
            throws Exception {
        boolean rehearsalKeys = settings.tokens().rehearsalKeys() != null;
        return Openings.begin(
                new Openings.Settings(settings.opening(), settings.openingSecrets(), rehearsalKeys), ledger, people, database, clock);
    }

    /** A network that swallows everything is noticed: in time for another connection, or another node. The URL may say otherwise. */
    private static DataSource hurried(String url, String user, String password, Duration answer) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout((int) answer.toSeconds());
        return set(source, url, user, password);
    }

    private static DataSource source(String url, String user, String password) {
        return set(new PGSimpleDataSource(), url, user, password);
    }

    private static DataSource set(PGSimpleDataSource source, String url, String user, String password) {
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }
}
