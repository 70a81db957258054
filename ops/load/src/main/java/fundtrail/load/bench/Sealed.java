package fundtrail.load.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fundtrail.load.site.Service;
import fundtrail.proofs.stored.StoredLog;
import fundtrail.seal.SealSettings;
import fundtrail.seal.Sealer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * What sealing costs a posting, with the sealer at work and without, turn by turn on one ledger; how soon a fact is covered by
 * a signed checkpoint; how long a proof takes among many facts.
 */
final class Sealed {
    private static final int CLIENTS = 32;
    private static final int PROOFS = 2_000;
    private static final long SEED = 20_260_105;
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration SAMPLE = Duration.ofMillis(5);

    /** That so many facts were to be read, at this instant of the server's clock. */
    private record Seen(long facts, Instant at) {}

    private final Bed bed;
    private final String database;
    private final DataSource source;
    private final Path keys;
    /** What was seen in each turn of the sealer. */
    private final List<List<Seen>> turns = new ArrayList<>();

    private Sealed(Bed bed, String database) {
        this.bed = bed;
        this.database = database;
        this.source = bed.site().sealer(database);
        this.keys = bed.site().sealKeys(database);
    }

    static List<Figure> figures(Bed bed) throws Exception {
        Sealed run = new Sealed(bed, bed.copy("sealed"));
        List<Figure> figures = new ArrayList<>(run.postings());
        figures.addAll(new Sealed(bed, bed.copy("proofs")).proofs());
        return figures;
    }

    private List<Figure> postings() throws Exception {
        String without = "postings over HTTP, not sealed";
        String with = "postings over HTTP, sealed";
        try (Service node = bed.node(database); OverHttp clients = new OverHttp(node.port(), bed.site().issuer(), CLIENTS, Bed.BATCH)) {
            Rounds rounds = bed.measure().contest()
                    .with(without, () -> spell(clients))
                    .with(with, () -> {
                        try (Sealer sealer = caughtUp()) {
                            try (Sampling sampling = new Sampling()) {
                                Spell spell = spell(clients);
                                turns.add(sampling.seen());
                                awaitAll(sealer);
                                return spell;
                            }
                        }
                    })
                    .run();
            Figure sealed = rounds.figure(with, without, "≥ 0.95");
            return List.of(rounds.figure(without), sealed, covered(sealed.value()));
        }
    }

    private Spell spell(OverHttp clients) throws InterruptedException {
        return clients.spell(CLIENTS, bed.measure().spell(), number -> (int) (number % Bed.ALLOTMENTS));
    }

    /** A sealer that has sealed what was recorded while none was at work. */
    private Sealer caughtUp() throws SQLException {
        Sealer sealer = Sealer.start(source, new SealSettings(keys, SealSettings.USUAL, List.of()), (key, checkpoint) -> { });
        awaitAll(sealer);
        return sealer;
    }

    private void awaitAll(Sealer sealer) throws SQLException {
        long facts = facts();
        while (sealer.state().size() < facts) {
            if (!sealer.state().trouble().isEmpty()) {
                throw new IllegalStateException("the sealer does not seal: " + sealer.state());
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private long facts() throws SQLException {
        return number("select coalesce(max(position), -1) + 1 from ledger.feed");
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = source.getConnection(); Statement query = connection.createStatement(); ResultSet row = query.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Looks, all the while, how many facts there are. */
    private final class Sampling implements AutoCloseable {
        private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
        private final Thread thread = Thread.ofPlatform().name("sampling").start(this::run);
        private volatile boolean closed;

        private void run() {
            try (Connection connection = source.getConnection(); PreparedStatement query = connection.prepareStatement(
                    "select coalesce(max(position), -1) + 1, clock_timestamp() from ledger.feed")) {
                while (!closed) {
                    try (ResultSet row = query.executeQuery()) {
                        row.next();
                        seen.add(new Seen(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()));
                    }
                    LockSupport.parkNanos(SAMPLE.toNanos());
                }
            } catch (SQLException e) {
                throw new IllegalStateException("the facts could not be counted", e);
            }
        }

        List<Seen> seen() {
            close();
            return seen;
        }

        @Override
        public void close() {
            closed = true;
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** From when a fact was there to be read until the checkpoint that covers it, over the rounds that were counted. */
    private Figure covered(double perSecond) throws SQLException {
        NavigableMap<Long, Instant> checkpoints = new TreeMap<>();
        try (Connection connection = source.getConnection(); Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery("select size, sealed_at from ledger.checkpoint")) {
            while (rows.next()) {
                checkpoints.put(rows.getLong(1), rows.getObject(2, OffsetDateTime.class).toInstant());
            }
        }
        List<Double> millis = new ArrayList<>();
        for (List<Seen> turn : turns.subList(turns.size() - bed.measure().rounds(), turns.size())) {
            for (Seen seen : turn) {
                Instant covered = checkpoints.ceilingEntry(seen.facts()).getValue();
                if (covered.isAfter(seen.at())) { // else all that was there was covered already
                    millis.add(Duration.between(seen.at(), covered).toNanos() / 1e6);
                }
            }
        }
        millis.sort(null);
        return new Figure("a fact until its checkpoint, at %,.0f postings/s".formatted(perSecond), millis.getLast(), "ms at most",
                millis.get(millis.size() / 2), millis.get(millis.size() * 99 / 100), null, null, "≤ 1,000 ms at 500/s");
    }

    /** Proofs of facts anywhere among many, read from PostgreSQL, without HTTP. */
    private List<Figure> proofs() throws SQLException, InterruptedException {
        long facts = bed.measure().facts();
        bed.site().execute(database, """
                insert into ledger.fact
                select position, now(), 'Filled', 1, gen_random_uuid(), entry, sha256('\\x00' || entry)
                from (select position, convert_to(rpad(position::text, 1900, 'x'), 'UTF8') as entry
                      from generate_series((select max(position) + 1 from ledger.fact), %d) as position) as filled""".formatted(facts - 1));
        long begun = System.nanoTime();
        caughtUp().close();
        double seconds = (System.nanoTime() - begun) / 1e9;
        try (HikariDataSource pool = pool()) {
            return List.of(Figure.alone("sealing %,d facts at once".formatted(facts), facts / seconds, "/s", ""), proofs(new StoredLog(pool)));
        }
    }

    /** As the reading side asks: over a pool of connections. */
    private HikariDataSource pool() {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(2);
        return new HikariDataSource(pool);
    }

    private Figure proofs(StoredLog log) throws InterruptedException {
        Random random = new Random(SEED);
        long size = log.latest().orElseThrow().size();
        Spell.of(bed.measure().spell(), Thread.ofPlatform().factory(), () -> log.tree(size).inclusion(random.nextLong(size)));
        long[] nanos = new long[PROOFS];
        for (int i = 0; i < PROOFS; i++) {
            long from = System.nanoTime();
            log.note(log.latest().orElseThrow());
            log.tree(size).inclusion(random.nextLong(size));
            nanos[i] = System.nanoTime() - from;
        }
        Arrays.sort(nanos);
        Spell spell = new Spell(Arrays.stream(nanos).sum() / 1e9, nanos);
        return new Figure("a proof among %,d facts".formatted(size), spell.perSecond(), "/s", spell.millis(0.5), spell.millis(0.99), null, null, "p99 < 10 ms");
    }
}
