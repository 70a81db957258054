package fundtrail.query;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.people.PeopleKey;
import fundtrail.postgres.TestDatabase;
import fundtrail.postgres.TestPostgres;
import fundtrail.query.QuerySettings.StoreAddress;
import fundtrail.query.extract.WriterAddress;
import fundtrail.query.follow.FollowerState.Status;
import fundtrail.query.http.Served;
import fundtrail.query.store.Schema;
import fundtrail.tokens.RehearsalIssuer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** The whole reading side beside a hand-made writing side, asked over HTTP by the county's people. */
public final class RunningQuery implements AutoCloseable {
    private final TestDatabase feed = TestPostgres.freshDatabase();
    private final TestDatabase store = TestPostgres.freshDatabase();
    private final WrittenLedger ledger;
    private final RehearsalIssuer issuer;
    private final CountedStatements statements = new CountedStatements();
    private final WriterAtHand writer = new WriterAtHand();
    private final LedgerQuery query;
    private final Served served;

    /** @param keys a folder for the rehearsal issuer's key and the people registry's */
    public RunningQuery(Path keys) {
        issuer = RehearsalIssuer.in(keys);
        var peopleKey = PeopleKey.inOrMadeAt(keys.resolve("people.key"));
        ledger = new WrittenLedger(feed, peopleKey);
        var settings = new QuerySettings("127.0.0.1", 0, ledger.address(),
                new StoreAddress(store.url(), store.user(), store.password()), Schema.LIVE, Doors.unhurried(),
                new WriterAddress(writer.address(), null));
        query = LedgerQuery.start(settings, issuer.check(Clock.systemUTC()), peopleKey, Clock.systemUTC(), statements);
        served = new Served(query.port());
    }

    /** With the county's first months written and worked in. */
    public static RunningQuery chenghu(Path keys) {
        return of(keys, ChenghuYear::write);
    }

    /** With these facts written, sealed and worked in. */
    public static RunningQuery of(Path keys, Consumer<WrittenLedger> facts) {
        var running = new RunningQuery(keys);
        facts.accept(running.ledger);
        running.ledger.seal();
        running.awaitHead();
        return running;
    }

    public WrittenLedger ledger() {
        return ledger;
    }

    /** What stands in for the writing side's public API. */
    WriterAtHand writer() {
        return writer;
    }

    public LedgerQuery query() {
        return query;
    }

    /** The writing side's database. */
    TestDatabase feed() {
        return feed;
    }

    public TestDatabase store() {
        return store;
    }

    /** Until everything written is worked in. */
    public void awaitHead() {
        Eventually.that(() -> query.following().position() == ledger.head() && query.following().status() == Status.FOLLOWING,
                query::following);
    }

    /** How many statements those who ask have caused so far. */
    public long statements() {
        return statements.soFar();
    }

    /** What a person is answered; {@code person} as in {@link ChenghuYear}, null for nobody. */
    public HttpResponse<byte[]> ask(String person, String path, String... headers) {
        return send("GET", person, path, headers);
    }

    public HttpResponse<byte[]> send(String method, String person, String path, String... headers) {
        if (person == null) {
            return served.send(method, path, headers);
        }
        String token = issuer.token(person.substring(2), Duration.ofHours(1), Instant.now());
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Authorization";
        all[1] = "Bearer " + token;
        return served.send(method, path, all);
    }

    /** The answer, which must be 200. */
    public JsonNode get(String person, String path) {
        var response = ask(person, path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " is answered " + response.statusCode() + ": " + new String(response.body()));
        }
        return Served.json(response);
    }

    @Override
    public void close() {
        query.close();
        writer.close();
    }
}
