package fundtrail.command.bench;

import static fundtrail.command.kit.Sample.*;

import fundtrail.command.WritingSide;
import fundtrail.command.allotbudget.AllotBudget;
import fundtrail.command.axon.Outcome;
import fundtrail.command.decide.Command;
import fundtrail.command.gate.Wish;
import fundtrail.command.open.OpenLedger;
import fundtrail.command.recordfundreceipt.RecordFundReceipt;
import fundtrail.contract.Digest;
import fundtrail.contract.Fact;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.FundSourceRegistered;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import fundtrail.eventstore.JdbcGroupStore;
import fundtrail.eventstore.JdbcSettings;
import fundtrail.eventstore.LaneSettings;
import fundtrail.eventstore.LedgerSchema;
import fundtrail.postgres.TestDatabase;
import fundtrail.postgres.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * What refused wishes cost the postings beside them: 32 clients post receipts, in turn alone, beside 1,000 refused
 * wishes a second that were noted before, and beside 1,000 a second each of which is noted. All in one run on one private
 * PostgreSQL, so that the three can be compared. Not a test: its {@code main} is run with the module's test class path on a quiet machine.
 */
public final class RefusedWishes {
    private static final int CLIENTS = 32;
    private static final int REFUSED_A_SECOND = 1_000;
    private static final int ROUNDS = 12;
    private static final Duration SPELL = Duration.ofSeconds(2);
    private static final int REFUSED_PEOPLE = 400;
    private static final int SOURCES = 90;

    private enum Beside {
        NOTHING,
        NOTED_BEFORE,
        EACH_NOTED
    }

    private final WritingSide ledger;
    private final AtomicLong number = new AtomicLong();
    private final List<List<Long>> nanos = new ArrayList<>();
    private final List<List<Double>> ratios = new ArrayList<>();
    private final long[] refused = new long[Beside.values().length];
    private int newSubject;

    private RefusedWishes(WritingSide ledger) {
        this.ledger = ledger;
        for (Beside _ : Beside.values()) {
            nanos.add(new ArrayList<>());
            ratios.add(new ArrayList<>());
        }
    }

    public static void main(String[] arguments) throws SQLException {
        TestDatabase database = TestPostgres.freshDatabase();
        LedgerSchema.createRoles(database.dataSource());
        LedgerSchema.migrate(database.dataSource());
        try (WritingSide ledger = WritingSide.on(
                new JdbcGroupStore(database.dataSource(), database.dataSource(), JdbcSettings.of("refusals")),
                LaneSettings.defaults())) {
            ledger.open(new OpenLedger(opened(ledger), DAY.atTime(10, 0).atZone(ZONE).toInstant())).join();
            RefusedWishes run = new RefusedWishes(ledger);
            run.spell(Beside.NOTHING);
            run.nanos.forEach(List::clear);
            for (int round = 0; round < ROUNDS; round++) {
                double alone = run.spell(Beside.NOTHING);
                for (Beside beside : List.of(Beside.NOTED_BEFORE, Beside.EACH_NOTED)) {
                    run.ratios.get(beside.ordinal()).add(run.spell(beside) / alone);
                }
            }
            run.report();
        }
    }

    private static List<Fact> opened(WritingSide ledger) {
        List<Fact> facts = new ArrayList<>(opening());
        facts.add(new AuthorityMatrixSet(ledger.slices().all().stream()
                .map(slice -> AuthorityMatrixSet.Row.of(slice.name(), Role.CS))
                .toList()));
        for (int person = 0; person < CLIENTS + REFUSED_PEOPLE; person++) {
            facts.add(new PersonRegistered(person(person), hash(person(person))));
            facts.add(new RoleGranted(person(person), Role.CS, DIVISION, null));
        }
        facts.addAll(List.of(institution(H1), source(CEN), treasuryAccount()));
        for (int source = 0; source < SOURCES; source++) {
            FundSourceRegistered fact = source(new FundSourceCode("S" + source));
            facts.add(fact);
        }
        return facts;
    }

    /** Posts for a while and answers the 99th percentile, in nanoseconds. */
    private double spell(Beside beside) {
        Instant end = Instant.now().plus(SPELL);
        ConcurrentLinkedQueue<Long> took = new ConcurrentLinkedQueue<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < CLIENTS; client++) {
                PersonRef person = person(client);
                clients.submit(() -> {
                    while (Instant.now().isBefore(end)) {
                        long begun = System.nanoTime();
                        ask(person, receipt(), Outcome.Recorded.class);
                        took.add(System.nanoTime() - begun);
                    }
                });
            }
            if (beside != Beside.NOTHING) {
                clients.submit(() -> refuse(beside, end));
            }
        }
        nanos.get(beside.ordinal()).addAll(took);
        return quantile(List.copyOf(took), 0.99);
    }

    /** A thousand a second, evenly, each waited for by nobody but counted. */
    private void refuse(Beside beside, Instant end) {
        long gap = 1_000_000_000L / REFUSED_A_SECOND;
        long next = System.nanoTime();
        while (Instant.now().isBefore(end)) {
            int subject = beside == Beside.EACH_NOTED ? newSubject++ : 0;
            PersonRef person = person(CLIENTS + subject / SOURCES % REFUSED_PEOPLE);
            tell(person, allotment(new FundSourceCode("S" + subject % SOURCES)));
            refused[beside.ordinal()]++;
            next += gap;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private void ask(PersonRef person, Command wish, Class<? extends Outcome> expected) {
        Outcome outcome = tell(person, wish).join();
        if (!expected.isInstance(outcome)) {
            throw new IllegalStateException("expected " + expected.getSimpleName() + ", got " + outcome);
        }
    }

    private java.util.concurrent.CompletableFuture<Outcome> tell(PersonRef person, Command wish) {
        String key = "k" + number.incrementAndGet();
        return ledger.ask(wish, new Wish(person, key, Wish.hash(wish), null, key, new ProposalId("p" + key), hash(person)),
                Instant.now().plusSeconds(30));
    }

    private Command receipt() {
        return new RecordFundReceipt(null, null, DIVISION, YEAR, CEN, CT, "in-" + number.incrementAndGet(), yuan("1.00"));
    }

    private Command allotment(FundSourceCode source) {
        return new AllotBudget(null, DOCUMENT, new AllotmentId("A" + number.incrementAndGet()), H1, DIVISION, source, BPH, YEAR,
                CLASSES, yuan("1.00"));
    }

    private void report() {
        System.out.printf(Locale.ROOT, "%d clients, %d rounds of %d s of each kind in turn%n", CLIENTS, ROUNDS, SPELL.toSeconds());
        System.out.printf(Locale.ROOT, "%-14s %12s %10s %10s %14s %12s%n",
                "beside", "postings/s", "p50 ms", "p99 ms", "p99 of alone", "refused/s");
        for (Beside beside : Beside.values()) {
            List<Long> took = nanos.get(beside.ordinal());
            double seconds = ROUNDS * (double) SPELL.toSeconds();
            System.out.printf(Locale.ROOT, "%-14s %12.0f %10.2f %10.2f %14s %12.0f%n", beside, took.size() / seconds,
                    quantile(took, 0.5) / 1e6, quantile(took, 0.99) / 1e6, ofAlone(beside),
                    refused[beside.ordinal()] / seconds);
        }
    }

    /** The median of what the rounds say, each against the spell alone just before it. */
    private String ofAlone(Beside beside) {
        List<Double> rounds = ratios.get(beside.ordinal()).stream().sorted().toList();
        return rounds.isEmpty() ? "1" : String.format(Locale.ROOT, "%.2f", rounds.get(rounds.size() / 2));
    }

    private static double quantile(List<Long> nanos, double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
    }

    private static PersonRef person(int number) {
        return new PersonRef("p-" + number);
    }

    private static String hash(PersonRef person) {
        return Digest.sha256(person.value().getBytes(StandardCharsets.UTF_8));
    }
}
