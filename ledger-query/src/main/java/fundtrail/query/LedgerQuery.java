package fundtrail.query;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fundtrail.door.DoorLimits;
import fundtrail.people.KeyUnusable;
import fundtrail.people.PeopleKey;
import fundtrail.proofs.stored.StoredLog;
import fundtrail.query.access.Access;
import fundtrail.query.access.Signers;
import fundtrail.query.alert.RedFlags;
import fundtrail.query.asof.Clocks;
import fundtrail.query.extract.Extracts;
import fundtrail.query.extract.OnRecord;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.follow.AwaitPosition;
import fundtrail.query.follow.FeedAddress;
import fundtrail.query.follow.FeedFollower;
import fundtrail.query.follow.FollowerState;
import fundtrail.query.http.ApiHandler;
import fundtrail.query.http.Doorkeeper;
import fundtrail.query.read.AccessReads;
import fundtrail.query.read.AdviceReads;
import fundtrail.query.read.AlertReads;
import fundtrail.query.read.AllotmentLife;
import fundtrail.query.read.AllotmentReads;
import fundtrail.query.read.BalanceReads;
import fundtrail.query.read.BankReads;
import fundtrail.query.read.BlastRadius;
import fundtrail.query.read.CaseFiles;
import fundtrail.query.read.CaseReads;
import fundtrail.query.read.ClaimReads;
import fundtrail.query.read.ClawbackReads;
import fundtrail.query.read.ClosingReads;
import fundtrail.query.read.CommunityReads;
import fundtrail.query.read.DelegationReads;
import fundtrail.query.read.DocumentReads;
import fundtrail.query.read.Entities;
import fundtrail.query.read.EntityReads;
import fundtrail.query.read.EvidenceReads;
import fundtrail.query.read.ExtractReads;
import fundtrail.query.read.FactReads;
import fundtrail.query.read.FlowReads;
import fundtrail.query.read.FundSourceReads;
import fundtrail.query.read.HoldReads;
import fundtrail.query.read.InstitutionReads;
import fundtrail.query.read.JournalReads;
import fundtrail.query.read.LedgerReads;
import fundtrail.query.read.LineSums;
import fundtrail.query.read.MasterReads;
import fundtrail.query.read.PaymentReads;
import fundtrail.query.read.PeopleReads;
import fundtrail.query.read.ProofReads;
import fundtrail.query.read.ProposalChanges;
import fundtrail.query.read.ProposalReads;
import fundtrail.query.read.ProposalViews;
import fundtrail.query.read.ProposedRows;
import fundtrail.query.read.PurchaseReads;
import fundtrail.query.read.Questions;
import fundtrail.query.read.ReserveReads;
import fundtrail.query.read.RestitutionReads;
import fundtrail.query.read.SettlementReads;
import fundtrail.query.read.Signatures;
import fundtrail.query.read.SigningReads;
import fundtrail.query.read.StoredDocuments;
import fundtrail.query.read.SystemReads;
import fundtrail.query.read.TransferReads;
import fundtrail.query.read.UsePlanReads;
import fundtrail.query.store.JdbcStore;
import fundtrail.query.store.Sums;
import fundtrail.query.store.SumsKeeper;
import fundtrail.tokens.TokenCheck;
import java.time.Clock;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** The whole reading side: follows the feed, keeps what it folds, answers reads. */
public final class LedgerQuery implements AutoCloseable {
    /** How many questions about the log of proofs are answered to anybody at once. They have connections of their own, one each. */
    static final int PROOFS_AT_ONCE = 4;

    private final HikariDataSource store;
    private final HikariDataSource signers;
    private final HikariDataSource proofs;
    private final OnRecord onRecord;
    private final Meters meters;
    private final FeedFollower follower;
    private final SumsKeeper sums;
    private final QueryServer server;

    private LedgerQuery(
            QuerySettings settings, TokenCheck tokens, PeopleKey key, Clock clock, UnaryOperator<DataSource> asked) {
        store = settings.schema().connect(settings.store().jdbcUrl(), settings.store().user(), settings.store().password());
        signers = writing(settings.feed(), "signers", 4);
        proofs = writing(settings.feed(), "proofs", PROOFS_AT_ONCE);
        onRecord = new OnRecord(settings.writer());
        RedFlags flags = settings.redFlags();
        var fold = new LedgerFold(flags);
        var rows = new JdbcStore(store);
        rows.foldWith(flags.fingerprint());
        var await = new AwaitPosition();
        sums = new SumsKeeper(new Sums(store));
        var lag = new FeedLag(clock);
        follower = new FeedFollower(settings.feed(), new LedgerProjection(fold, rows), await, clock, batch -> {
            lag.readable(batch);
            sums.more();
        });
        meters = new Meters(follower, lag, new StoredLog(signers), clock);

        DataSource reading = asked.apply(store);
        DataSource writing = asked.apply(signers);
        var people = new Signers(writing, key, clock);
        try {
            people.checkKey();
        } catch (KeyUnusable anotherRegistrys) {
            store.close();
            signers.close();
            proofs.close();
            throw anotherRegistrys;
        }
        var clocks = new Clocks(reading, await, () -> follower.state().feedHead(), clock);
        var routes = routes(reading, writing, asked.apply(proofs), flags, fold, clocks, people, clock);
        var access = new Access(tokens, people, new JdbcStore(reading));
        var door = new Doorkeeper(access::admit, DoorLimits.of(settings.door(), clock));
        server = new QueryServer(settings.host(), settings.port(), settings.door(), new ApiHandler(routes.all(), door, meters.registry()));
    }

    private Routes routes(
            DataSource reading, DataSource writing, DataSource proving, RedFlags flags, LedgerFold fold, Clocks clocks, Signers people,
            Clock clock) {
        var signatures = new Signatures(people, reading, fold);
        var questions = new Questions(clocks);
        var entities = new Entities(reading, fold);
        var reads = new EntityReads(questions, entities);
        var sums = new LineSums(reading);
        var proposed = new ProposedRows(reading);
        var views = new ProposalViews(questions, signatures);
        var extracts = new Extracts(onRecord);
        return new Routes(
                new SystemReads(follower, reading, meters.registry(), clock),
                new AccessReads(),
                new LedgerReads(questions, clocks),
                new MasterReads(reads),
                new InstitutionReads(questions, reads, reading, fold, signatures),
                new FundSourceReads(questions, reads, reading, sums),
                new AllotmentReads(reads, sums),
                new AllotmentLife(questions, reads, reading, fold, signatures),
                new TransferReads(reads, sums),
                new UsePlanReads(questions, entities, reading),
                new FlowReads(questions, entities, sums),
                new PaymentReads(questions, reads, entities, reading, fold, signatures),
                new AdviceReads(questions, reads, entities, sums),
                new ReserveReads(questions, reads, reading, fold, signatures),
                new HoldReads(reads),
                new PurchaseReads(questions, reads, entities),
                new SettlementReads(questions, reads, entities, sums),
                inquiries(questions, reads, entities, sums, flags, reading, fold, signatures),
                new ProposalReads(questions, reads, proposed, views),
                new ProposalChanges(questions, reads, entities, proposed, sums, reading, fold, signatures),
                new SigningReads(questions, entities, new JdbcStore(reading), views),
                new DelegationReads(questions, reads),
                new PeopleReads(reads, people),
                new BalanceReads(questions, sums),
                new ClosingReads(questions, reads, entities, sums, reading, fold, signatures),
                new BankReads(questions, reads, entities, sums, reading, fold),
                new CommunityReads(questions, reads, entities),
                new FactReads(questions, entities, onRecord, reading, fold, signatures),
                new ProofReads(proving, writing, reading, questions, onRecord),
                new DocumentReads(questions, reading, new StoredDocuments(writing)),
                new ExtractRoutes(new JournalReads(questions, clocks, entities, reading, fold, extracts),
                        new EvidenceReads(questions, clocks, entities, reading, writing, fold, extracts), new ExtractReads(reads)));
    }

    private InquiryRoutes inquiries(Questions questions, EntityReads reads, Entities entities, LineSums sums,
            RedFlags flags, DataSource reading, LedgerFold fold, Signatures signatures) {
        var clawbacks = new ClawbackReads(questions, reads, entities);
        return new InquiryRoutes(
                new ClaimReads(questions, entities, sums, new BlastRadius(reading, fold, signatures)),
                new CaseReads(questions, new CaseFiles(questions, entities, onRecord), reads, entities, clawbacks, reading, fold, signatures),
                clawbacks,
                new RestitutionReads(questions, clawbacks),
                new AlertReads(questions, reads, entities, flags, reading, fold, signatures));
    }

    /**
     * Brings the store's schema up to date, follows and listens.
     *
     * @param tokens whose tokens are believed
     * @param key    what the people registry is sealed with
     * @param clock  the real one, in a rehearsal too
     * @throws fundtrail.door.DoorRefused when the door would be open to others without TLS, or its files cannot be used
     * @throws IllegalStateException      when the port is taken; nothing is left running then
     * @throws KeyUnusable when the registry is sealed with another key
     */
    public static LedgerQuery start(QuerySettings settings, TokenCheck tokens, PeopleKey key, Clock clock) {
        return start(settings, tokens, key, clock, UnaryOperator.identity());
    }

    /** @param asked wraps the databases as those who ask meet them, so that what they ask of them can be watched */
    static LedgerQuery start(
            QuerySettings settings, TokenCheck tokens, PeopleKey key, Clock clock, UnaryOperator<DataSource> asked) {
        QueryServer.requireUsable(settings.host(), settings.door());
        settings.schema().migrate(settings.store().jdbcUrl(), settings.store().user(), settings.store().password());
        var query = new LedgerQuery(settings, tokens, key, clock, asked);
        try {
            query.server.start();
            query.follower.start();
            query.sums.start();
            return query;
        } catch (RuntimeException e) {
            query.close();
            throw e;
        }
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
        sums.close();
        store.close();
        signers.close();
        proofs.close();
        onRecord.close();
        meters.close();
    }

    /** The writing side's database, read for one purpose, so that none keeps another waiting for a connection. */
    private static HikariDataSource writing(FeedAddress feed, String purpose, int connections) {
        var config = new HikariConfig();
        config.setPoolName("fundtrail-" + purpose);
        config.setJdbcUrl(feed.jdbcUrl());
        config.setUsername(feed.user());
        config.setPassword(feed.password());
        config.setReadOnly(true);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(2_000);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "fundtrail-query " + purpose);
        config.addDataSourceProperty("connectTimeout", "5");
        config.addDataSourceProperty("socketTimeout", "10");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(config);
    }
}
