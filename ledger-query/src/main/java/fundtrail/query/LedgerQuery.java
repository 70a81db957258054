package fundtrail.query;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fundtrail.query.access.Access;
import fundtrail.query.access.Signers;
import fundtrail.query.asof.Clocks;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.follow.AwaitPosition;
import fundtrail.query.follow.FeedAddress;
import fundtrail.query.follow.FeedFollower;
import fundtrail.query.follow.FollowerState;
import fundtrail.query.http.ApiHandler;
import fundtrail.query.read.AllotmentReads;
import fundtrail.query.read.BalanceReads;
import fundtrail.query.read.Entities;
import fundtrail.query.read.EntityReads;
import fundtrail.query.read.FactReads;
import fundtrail.query.read.FundSourceReads;
import fundtrail.query.read.HoldReads;
import fundtrail.query.read.InstitutionReads;
import fundtrail.query.read.LedgerReads;
import fundtrail.query.read.LineSums;
import fundtrail.query.read.MasterReads;
import fundtrail.query.read.PaymentReads;
import fundtrail.query.read.PeopleReads;
import fundtrail.query.read.ProposalReads;
import fundtrail.query.read.Questions;
import fundtrail.query.read.Signatures;
import fundtrail.query.read.SystemReads;
import fundtrail.query.store.JdbcStore;
import fundtrail.tokens.TokenCheck;
import java.time.Clock;

/** The whole reading side: follows the feed, keeps what it folds, answers reads. */
public final class LedgerQuery implements AutoCloseable {
    private final HikariDataSource store;
    private final HikariDataSource signers;
    private final Meters meters;
    private final FeedFollower follower;
    private final QueryServer server;

    private LedgerQuery(QuerySettings settings, TokenCheck tokens, Clock clock) {
        store = settings.schema().connect(settings.store().jdbcUrl(), settings.store().user(), settings.store().password());
        signers = signers(settings.feed());
        var fold = new LedgerFold();
        var rows = new JdbcStore(store);
        var await = new AwaitPosition();
        follower = new FeedFollower(settings.feed(), new LedgerProjection(fold, rows), await, clock);
        meters = new Meters(follower, clock);

        var clocks = new Clocks(store, await, () -> follower.state().feedHead(), clock);
        var people = new Signers(signers, clock);
        var signatures = new Signatures(people, store, fold);
        var questions = new Questions(clocks);
        var entities = new Entities(store, fold);
        var reads = new EntityReads(questions, entities);
        var sums = new LineSums(store);
        var routes = new Routes(
                new SystemReads(follower, store, meters.registry(), clock),
                new LedgerReads(questions, clocks),
                new MasterReads(reads),
                new InstitutionReads(questions, reads, store, fold, signatures),
                new FundSourceReads(questions, reads, store),
                new AllotmentReads(reads, sums),
                new PaymentReads(questions, reads, entities, store, fold, signatures),
                new HoldReads(reads),
                new ProposalReads(questions, reads, entities, signatures),
                new PeopleReads(reads),
                new BalanceReads(questions, sums),
                new FactReads(questions, store, fold, signatures));
        var access = new Access(tokens, people, rows);
        server = new QueryServer(settings.host(), settings.port(), new ApiHandler(routes.all(), access::admit, meters.registry()));
    }

    /**
     * Brings the store's schema up to date, follows and listens.
     *
     * @param tokens whose tokens are believed
     * @param clock  the real one, in a rehearsal too
     */
    public static LedgerQuery start(QuerySettings settings, TokenCheck tokens, Clock clock) {
        settings.schema().migrate(settings.store().jdbcUrl(), settings.store().user(), settings.store().password());
        var query = new LedgerQuery(settings, tokens, clock);
        query.follower.start();
        query.server.start();
        return query;
    }

    /** The port listened on. */
    public int port() {
        return server.port();
    }

    /** How the feed is followed. */
    public FollowerState following() {
        return follower.state();
    }

    /** Answers what was asked, finishes the batch at hand, and lets go of the databases. */
    @Override
    public void close() {
        server.close();
        follower.close();
        store.close();
        signers.close();
        meters.close();
    }

    private static HikariDataSource signers(FeedAddress feed) {
        var config = new HikariConfig();
        config.setPoolName("fundtrail-signers");
        config.setJdbcUrl(feed.jdbcUrl());
        config.setUsername(feed.user());
        config.setPassword(feed.password());
        config.setReadOnly(true);
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(2_000);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "fundtrail-query signers");
        config.addDataSourceProperty("connectTimeout", "5");
        config.addDataSourceProperty("socketTimeout", "10");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(config);
    }
}
