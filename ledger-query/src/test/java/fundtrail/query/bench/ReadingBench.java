package fundtrail.query.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.contract.EntryCodec;
import fundtrail.contract.Json;
import fundtrail.postgres.PrivatePostgres;
import fundtrail.query.LedgerProjection;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.follow.AwaitPosition;
import fundtrail.query.follow.FeedAddress;
import fundtrail.query.follow.FeedFollower;
import fundtrail.query.follow.FollowerState.Status;
import fundtrail.query.read.BalanceTimes;
import fundtrail.query.store.JdbcStore;
import fundtrail.query.store.Schema;
import fundtrail.query.store.Sums;
import fundtrail.query.store.SumsKeeper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures the reading side on a private PostgreSQL and a made-up county's two years.
 *
 * <p>Arguments: {@code home=FOLDER} (kept, so that facts are made once), {@code facts=100000}, {@code hot=true} (every row on
 * one allotment), {@code what=rebuild,balances,lag}. Prints one line of JSON at its end.
 */
public final class ReadingBench {
    private static final int COLD_SECONDS = 5;
    private static final int LAG_SECONDS = 25;
    private static final int A_SECOND = 500;
    private static final int AT_ONCE = 10;

    private ReadingBench() {}

    public static void main(String[] args) throws Exception {
        var asked = BenchArguments.of(args);
        Path home = Files.createDirectories(Path.of(asked.text("home", "target/reading-bench")));
        long facts = asked.number("facts", 100_000);
        boolean hot = asked.text("hot", "false").equals("true");
        ObjectNode figures = Json.MAPPER.createObjectNode();
        try (PrivatePostgres server = PrivatePostgres.in(home).start()) {
            String name = "county_" + facts + (hot ? "_hot" : "");
            makeDatabase(server, name);
            var feed = new FeedAddress(server.jdbcUrl(name), server.superuser(), server.password());
            try (Connection connection = server.connect(name)) {
                var county = new CountyFeed(connection);
                var years = new CountyYears(1, facts, hot);
                if (county.size() == 0) {
                    county.write(facts, years::next);
                    try (var vacuum = connection.createStatement()) {
                        vacuum.execute("vacuum analyze ledger.feed");
                        vacuum.execute("checkpoint");
                    }
                    System.err.println("made " + county.size() + " facts of " + county.bytes() / county.size() + " bytes");
                }
                figures.put("facts", county.size()).put("hot", hot);
            }
            String what = asked.text("what", "rebuild,balances,lag");
            if (what.contains("rebuild")) {
                rebuild(server, name, feed, figures);
            }
            if (what.contains("balances")) {
                balances(feed, hot, figures.putObject("balances"));
            }
            if (what.contains("lag")) {
                lag(server, name, feed, facts, hot, figures);
            }
        }
        System.out.println(figures);
    }

    private static void rebuild(PrivatePostgres server, String name, FeedAddress feed, ObjectNode figures) throws Exception {
        figures.put("parseOnlyPerSecond", parseOnly(feed));
        try (Connection connection = server.connect(name); var statement = connection.createStatement()) {
            statement.execute("drop schema if exists reading cascade");
            statement.execute("checkpoint");
        }
        var cpu = SpentCpu.now(server.pid());
        long began = System.nanoTime();
        Schema.LIVE.migrate(feed.jdbcUrl(), feed.user(), feed.password());
        long head;
        try (var source = Schema.LIVE.connect(feed.jdbcUrl(), feed.user(), feed.password());
                var sums = new SumsKeeper(new Sums(source));
                var follower = new FeedFollower(feed, new LedgerProjection(new LedgerFold(), new JdbcStore(source)), new AwaitPosition(),
                        Clock.systemUTC(), _ -> sums.more())) {
            follower.start();
            sums.start();
            while (follower.state().lag() > 0 || follower.state().status() == Status.STARTING) {
                LockSupport.parkNanos(10_000_000);
            }
            head = follower.state().position() + 1;
            figures.put("rebuildToHeadPerSecond", head * 1_000_000_000L / (System.nanoTime() - began));
            while (follower.state().status() != Status.FOLLOWING) {
                LockSupport.parkNanos(10_000_000);
            }
            figures.put("readyPerSecond", head * 1_000_000_000L / (System.nanoTime() - began));
            figures.put("threadCpuMicrosAFact", SpentCpu.threads(head));
        }
        try (var source = Schema.LIVE.connect(feed.jdbcUrl(), feed.user(), feed.password())) {
            while (new Sums(source).makeNext()) {
                LockSupport.parkNanos(1);
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        cpu.since(figures, head);
        figures.put("rebuildSeconds", took.toMillis() / 1000.0).put("rebuildPerSecond", head * 1000 / took.toMillis());
        sizes(server, name, head, figures);
    }

    private static void balances(FeedAddress feed, boolean hot, ObjectNode figures) {
        try (var source = Schema.LIVE.connect(feed.jdbcUrl(), feed.user(), feed.password())) {
            long head = new JdbcStore(source).mark().position();
            BalanceTimes.measure(source, head, CountyYears.FIRST, CountyYears.DAYS, CountyYears.allotmentOf(0, 7), figures.put("head", head));
        }
    }

    /**
     * Posts back-dated corrections at 500 a second, in transactions of ten, from the moment at which a follower that was just
     * started follows; what it does before its code is compiled is told apart. Then asks for the
     * balances again, where they are a tenth of all facts.
     */
    private static void lag(PrivatePostgres server, String name, FeedAddress feed, long facts, boolean hot, ObjectNode figures) throws Exception {
        long[] lags = new long[LAG_SECONDS * A_SECOND];
        try (Connection connection = server.connect(name);
                var source = Schema.LIVE.connect(feed.jdbcUrl(), feed.user(), feed.password());
                var sums = new SumsKeeper(new Sums(source));
                var follower = new FeedFollower(feed, new LedgerProjection(new LedgerFold(), new JdbcStore(source)), new AwaitPosition(),
                        Clock.systemUTC(), batch -> {
                            Instant now = Instant.now();
                            batch.stream().filter(entry -> entry.position() >= facts && entry.position() < facts + lags.length).forEach(entry ->
                                    lags[(int) (entry.position() - facts)] = Duration.between(entry.recordedAt(), now).toNanos());
                            sums.more();
                        })) {
            var county = new CountyFeed(connection);
            var years = new CountyYears(1, facts, hot);
            for (long i = 0; i < facts; i++) {
                years.skip();
            }
            follower.start();
            sums.start();
            while (follower.state().status() != Status.FOLLOWING || follower.state().position() + 1 < county.size()) {
                LockSupport.parkNanos(1_000_000);
            }
            long began = System.nanoTime();
            for (int posted = 0; posted < lags.length; posted += AT_ONCE) {
                LockSupport.parkNanos(began + posted * 1_000_000_000L / A_SECOND - System.nanoTime());
                county.post(AT_ONCE, years::correction);
            }
            while (follower.state().position() + 1 < county.size()) {
                LockSupport.parkNanos(1_000_000);
            }
            int cold = COLD_SECONDS * A_SECOND;
            lags(figures.putObject("lagInTheFirst5Seconds"), Arrays.copyOf(lags, cold));
            lags(figures.putObject("lagAt500ASecond"), Arrays.copyOfRange(lags, cold, lags.length));
            county.write(facts + facts / 10, years::correction);
            while (follower.state().position() + 1 < county.size()) {
                LockSupport.parkNanos(10_000_000);
            }
            while (new Sums(source).makeNext()) {
                LockSupport.parkNanos(1);
            }
            try (var statement = connection.createStatement()) {
                statement.execute("analyze reading.line_sum; analyze reading.general_sum; analyze reading.posted_line");
            }
        }
        balances(feed, hot, figures.putObject("balancesAfterBackDated"));
        try (Connection connection = server.connect(name); var statement = connection.createStatement()) {
            statement.execute("delete from ledger.feed where position >= " + facts);
        }
    }

    private static void lags(ObjectNode figures, long[] lags) {
        Arrays.sort(lags);
        figures.put("p50Micros", lags[lags.length / 2] / 1_000).put("p99Micros", lags[lags.length * 99 / 100] / 1_000)
                .put("maxMicros", lags[lags.length - 1] / 1_000);
    }

    private static void sizes(PrivatePostgres server, String name, long facts, ObjectNode figures) throws Exception {
        try (Connection connection = server.connect(name); var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select relname, pg_table_size(oid), pg_indexes_size(oid), reltuples::bigint from pg_class
                        where relnamespace = 'reading'::regnamespace and relkind = 'r' and pg_table_size(oid) > 1000000 order by 2 desc""")) {
            var sizes = figures.putObject("bytesAFact");
            while (row.next()) {
                sizes.put(row.getString(1), row.getLong(2) / facts + " + " + row.getLong(3) / facts + ", rows " + row.getLong(4));
            }
        }
    }

    /** The yardstick: the same bytes read from the same view, hashed and decoded, in one thread, and nothing kept. */
    private static long parseOnly(FeedAddress feed) throws Exception {
        var codec = new EntryCodec();
        long began = System.nanoTime();
        long read = 0;
        try (Connection connection = DriverManager.getConnection(feed.jdbcUrl(), feed.user(), feed.password())) {
            connection.setAutoCommit(false);
            try (var query = connection.prepareStatement("select entry, leaf_hash from ledger.feed order by position")) {
                query.unwrap(org.postgresql.PGStatement.class).setPrepareThreshold(-1);
                query.setFetchSize(1000);
                try (var row = query.executeQuery()) {
                    while (row.next()) {
                        byte[] entry = row.getBytes(1);
                        if (!java.util.Arrays.equals(EntryCodec.leafHash(entry), row.getBytes(2)) || codec.decode(entry).position() != read++) {
                            throw new IllegalStateException("the feed is not what was written");
                        }
                    }
                }
            }
        }
        return read * 1_000_000_000L / (System.nanoTime() - began);
    }

    private static void makeDatabase(PrivatePostgres server, String name) throws Exception {
        try (Connection connection = server.connect("postgres"); var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("select from pg_database where datname = '" + name + "'")) {
                if (row.next()) {
                    return;
                }
            }
            statement.execute("create database " + name);
        }
    }
}
