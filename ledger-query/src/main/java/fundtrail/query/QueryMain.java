package fundtrail.query;

import fundtrail.door.DoorSettings;
import fundtrail.door.LogShape;
import fundtrail.people.KeyUnusable;
import fundtrail.people.PeopleKey;
import fundtrail.query.QuerySettings.StoreAddress;
import fundtrail.query.alert.RedFlags;
import fundtrail.query.extract.WriterAddress;
import fundtrail.query.follow.FeedAddress;
import fundtrail.query.store.Schema;
import fundtrail.tokens.RehearsalIssuer;
import fundtrail.tokens.TokenCheck;
import fundtrail.tokens.TrustedIssuer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** The reading side as a process of its own, set up by environment variables. */
public final class QueryMain {
    private QueryMain() {}

    public static void main(String[] arguments) {
        var environment = System.getenv();
        try {
            String logs = LogShape.configuration(environment, "logback-query.xml");
            System.setProperty("logback.configurationFile", System.getProperty("logback.configurationFile", logs));
            Clock clock = Clock.systemUTC();
            LedgerQuery query = LedgerQuery.start(settings(environment), tokens(environment, clock), peopleKey(environment), clock);
            Runtime.getRuntime().addShutdownHook(new Thread(query::close, "closing"));
            LoggerFactory.getLogger(QueryMain.class).info("the reading side answers on port {}", query.port());
        } catch (IllegalArgumentException missing) {
            System.err.println(missing.getMessage());
            System.exit(2);
        } catch (KeyUnusable key) {
            System.err.println(key.text(Locale.getDefault()));
            System.exit(2);
        }
    }

    static QuerySettings settings(Map<String, String> environment) {
        return new QuerySettings(
                environment.getOrDefault("FUNDTRAIL_QUERY_HOST", "127.0.0.1"),
                Integer.parseInt(environment.getOrDefault("FUNDTRAIL_QUERY_PORT", "8081")),
                new FeedAddress(
                        required(environment, "FUNDTRAIL_FEED_URL"),
                        required(environment, "FUNDTRAIL_FEED_USER"),
                        required(environment, "FUNDTRAIL_FEED_PASSWORD")),
                new StoreAddress(
                        required(environment, "FUNDTRAIL_READING_URL"),
                        required(environment, "FUNDTRAIL_READING_USER"),
                        required(environment, "FUNDTRAIL_READING_PASSWORD")),
                new Schema(environment.getOrDefault("FUNDTRAIL_READING_SCHEMA", Schema.LIVE.name())),
                DoorSettings.from(QuerySettings.DOOR, QuerySettings.READS, environment::get),
                redFlags(environment.get("FUNDTRAIL_QUERY_REDFLAGS")),
                writer(environment));
    }

    private static WriterAddress writer(Map<String, String> environment) {
        String address = environment.get("FUNDTRAIL_COMMAND_URL");
        String authorities = environment.get("FUNDTRAIL_COMMAND_CA");
        return address == null ? null : new WriterAddress(URI.create(address), authorities == null ? null : Path.of(authorities));
    }

    private static RedFlags redFlags(String added) {
        return added == null || added.isBlank() ? RedFlags.shipped() : RedFlags.with(Path.of(added));
    }

    static TokenCheck tokens(Map<String, String> environment, Clock clock) {
        String rehearsal = environment.get("FUNDTRAIL_TOKENS_REHEARSALKEYS");
        if (rehearsal == null) {
            String jwks = environment.get("FUNDTRAIL_TOKENS_JWKS");
            return TokenCheck.of(
                    new TrustedIssuer(
                            required(environment, "FUNDTRAIL_TOKENS_ISSUER"),
                            required(environment, "FUNDTRAIL_TOKENS_AUDIENCE"),
                            jwks == null ? null : URI.create(jwks),
                            listed(environment.getOrDefault("FUNDTRAIL_TOKENS_CLIENTS", ""))),
                    clock);
        }
        if (environment.containsKey("FUNDTRAIL_TOKENS_ISSUER")) {
            throw new IllegalArgumentException("The reading side cannot start: FUNDTRAIL_TOKENS_REHEARSALKEYS and"
                    + " FUNDTRAIL_TOKENS_ISSUER are both set. A rehearsal has the one, a ledger that stays the other.");
        }
        return RehearsalIssuer.in(Path.of(rehearsal)).check(clock);
    }

    private static Set<String> listed(String names) {
        return Arrays.stream(names.split(",")).map(String::strip).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }

    static PeopleKey peopleKey(Map<String, String> environment) {
        return PeopleKey.in(Path.of(required(environment, "FUNDTRAIL_PEOPLE_KEY")));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The reading side cannot start: the environment variable " + name
                    + " is not set. ops/deploy/README.md, section 6, and ledger-query/README.md list all of them.");
        }
        return value;
    }
}
