package fundtrail.standalone;

import fundtrail.people.PeopleKey;
import fundtrail.postgres.PrivatePostgres;
import fundtrail.query.LedgerQuery;
import fundtrail.query.QuerySettings;
import fundtrail.query.QuerySettings.StoreAddress;
import fundtrail.query.extract.WriterAddress;
import fundtrail.query.follow.FeedAddress;
import fundtrail.query.store.Schema;
import fundtrail.tokens.RehearsalIssuer;
import java.net.URI;
import java.time.Clock;

/** The reading side in this JVM. It has a database and a role of its own, and of the ledger's sees the feed alone. */
final class ReadingService {
    private ReadingService() {}

    /**
     * @param writer where the writing side answers
     * @throws Refused when the port is another program's
     */
    static LedgerQuery start(HomeFolder home, PrivatePostgres postgres, RolePasswords passwords, int port, URI writer) {
        Clock clock = Clock.systemUTC();
        QuerySettings settings = new QuerySettings(
                "127.0.0.1",
                port,
                new FeedAddress(postgres.jdbcUrl(Databases.LEDGER), Databases.FEED, passwords.of(Databases.FEED)),
                new StoreAddress(postgres.jdbcUrl(Databases.READING), Databases.READER, passwords.of(Databases.READER)),
                Schema.LIVE,
                new WriterAddress(writer, null));
        try {
            return LedgerQuery.start(settings, RehearsalIssuer.in(home.home().keys()).check(clock), PeopleKey.in(home.peopleKey()), clock);
        } catch (RuntimeException failed) {
            if (WritingService.isPortTaken(failed)) {
                throw new Refused("run.portTaken", port, "--query-port");
            }
            throw failed;
        }
    }
}
