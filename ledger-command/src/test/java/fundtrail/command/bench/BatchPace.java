package fundtrail.command.bench;

import static fundtrail.command.kit.Sample.*;

import fundtrail.command.WritingSide;
import fundtrail.command.allotbudget.AllotBudget;
import fundtrail.command.approvebudget.ApproveBudget;
import fundtrail.command.axon.Outcome;
import fundtrail.command.decide.Command;
import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.executebatch.ExecuteBatch;
import fundtrail.command.gate.Wish;
import fundtrail.command.open.OpenLedger;
import fundtrail.command.propose.ProposalStep.ApproveProposal;
import fundtrail.command.propose.ProposalStep.CheckProposal;
import fundtrail.command.recordfundreceipt.RecordFundReceipt;
import fundtrail.contract.CompensationChannel;
import fundtrail.contract.Digest;
import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.AuthorityMatrixSet.Signer;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.ProposalSubmitted;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import fundtrail.eventstore.GroupStore;
import fundtrail.eventstore.InMemoryGroupStore;
import fundtrail.eventstore.JdbcGroupStore;
import fundtrail.eventstore.JdbcSettings;
import fundtrail.eventstore.LaneSettings;
import fundtrail.eventstore.LedgerSchema;
import fundtrail.postgres.TestDatabase;
import fundtrail.postgres.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * How long batches of as many rows as there may be take at each hand and in their execution, in memory and on a private
 * PostgreSQL, and how long somebody else's receipt waits meanwhile, asked for every 20 ms. Not a test: its {@code main}
 * is run with the module's test class path on a quiet machine.
 */
public final class BatchPace {
    private static final int ROUNDS = 5;
    private static final int SOME = 40;
    private static final PersonRef PAYER = new PersonRef("p-payer");

    private final WritingSide ledger;
    private final AtomicLong number = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();

    private BatchPace(WritingSide ledger) {
        this.ledger = ledger;
    }

    public static void main(String[] arguments) throws SQLException {
        run("in memory", new InMemoryGroupStore());
        TestDatabase database = TestPostgres.freshDatabase();
        LedgerSchema.createRoles(database.dataSource());
        LedgerSchema.migrate(database.dataSource());
        run("on PostgreSQL", new JdbcGroupStore(database.dataSource(), database.dataSource(), JdbcSettings.of("batches")));
    }

    private static void run(String where, GroupStore store) {
        try (WritingSide ledger = WritingSide.on(store, LaneSettings.defaults());
                ScheduledExecutorService beside = Executors.newSingleThreadScheduledExecutor()) {
            ledger.open(new OpenLedger(opened(ledger), DAY.atTime(10, 0).atZone(ZONE).toInstant())).join();
            BatchPace pace = new BatchPace(ledger);
            pace.fund();
            beside.scheduleAtFixedRate(pace::receipt, 0, 20, TimeUnit.MILLISECONDS);
            for (int round = 0; round < ROUNDS; round++) {
                pace.round(where, new BatchId("B" + round));
            }
        }
    }

    private static List<Fact> opened(WritingSide ledger) {
        List<Fact> facts = new ArrayList<>(opening());
        facts.add(new AuthorityMatrixSet(ledger.slices().all().stream()
                .map(slice -> slice.name().equals("DisburseBatch")
                        ? new AuthorityMatrixSet.Row(slice.name(), List.of(hand(Role.CL), hand(Role.CK), hand(Role.CA)))
                        : AuthorityMatrixSet.Row.of(slice.name(), Role.CS))
                .toList()));
        facts.add(new PersonRegistered(PAYER, hash(PAYER)));
        facts.add(new RoleGranted(PAYER, Role.CS, DIVISION, null));
        for (Role role : List.of(Role.CL, Role.CK, Role.CA)) {
            facts.add(new PersonRegistered(person(role), hash(person(role))));
            facts.add(new RoleGranted(person(role), role, DIVISION, null));
        }
        facts.addAll(List.of(source(CEN), treasuryAccount(), institution(H1), institution(H2), payeeAccount(H1), payeeAccount(H2)));
        return facts;
    }

    private void fund() {
        ask(PAYER, new ApproveBudget(null, DOCUMENT, DIVISION, YEAR, BPH, CompensationChannel.BASIC_SERVICE_PURCHASE, List.of(new SourceAmount(CEN, yuan("900000000.00")))));
        ask(PAYER, new RecordFundReceipt(null, null, DIVISION, YEAR, CEN, CT, "in-first", yuan("900000000.00")));
        for (int one = 0; one < SOME; one++) {
            ask(PAYER, new AllotBudget(null, DOCUMENT, new AllotmentId("A" + one), institutionOf(one), DIVISION, CEN, BPH, YEAR, CLASSES,
                    yuan("9000000.00")));
        }
    }

    private static InstitutionId institutionOf(int allotment) {
        return allotment % 2 == 0 ? H1 : H2;
    }

    private static List<Signer> hand(Role role) {
        return List.of(Signer.anyOf(role).getFirst());
    }

    private void round(String where, BatchId batch) {
        longest.set(0);
        DisburseBatch wish = batch(batch);
        long start = System.nanoTime();
        String hash = Wish.hash(wish);
        long hashed = System.nanoTime();
        ProposalId proposal = ((ProposalSubmitted) ask(person(Role.CL), wish).facts().getLast()).proposal();
        long submitted = System.nanoTime();
        ask(person(Role.CK), new CheckProposal(proposal, hash));
        long checked = System.nanoTime();
        ask(person(Role.CA), new ApproveProposal(proposal, hash));
        long approved = System.nanoTime();
        long waited = longest.getAndSet(0);
        ask(PAYER, new ExecuteBatch(null, batch));
        long paid = System.nanoTime();
        System.out.printf(Locale.ROOT, "%s: hash %d ms, submit %d ms, check %d ms, approve %d ms, pay %d ms (%,d payments/s);"
                        + " longest receipt beside: %d ms until approved, %d ms while paid%n", where, (hashed - start) / 1_000_000,
                (submitted - hashed) / 1_000_000, (checked - submitted) / 1_000_000, (approved - checked) / 1_000_000,
                (paid - approved) / 1_000_000, DisburseBatch.MOST_ROWS * 1_000_000_000L / (paid - approved), waited / 1_000_000,
                longest.get() / 1_000_000);
    }

    private DisburseBatch batch(BatchId batch) {
        List<Row> rows = IntStream.range(0, DisburseBatch.MOST_ROWS).mapToObj(n -> {
            InstitutionId to = institutionOf(n % SOME);
            return new Row(n + 2, PaymentKind.ADVANCE, to, accountOf(to), new AllotmentId("A" + n % SOME),
                    Money.ofFen(1 + n), "2026年基本公共卫生服务项目补助资金", "第1期", "同月分次拨付");
        }).toList();
        Money total = Money.sum(rows.stream().map(Row::amount).toList());
        return new DisburseBatch(null, batch, DIVISION, CT, null, rows.size(), total, rows);
    }

    private void receipt() {
        long start = System.nanoTime();
        tell(PAYER, new RecordFundReceipt(null, null, DIVISION, YEAR, CEN, CT, "in-" + number.incrementAndGet(), yuan("1.00")))
                .thenRun(() -> longest.accumulateAndGet(System.nanoTime() - start, Math::max));
    }

    private Outcome.Recorded ask(PersonRef person, Command wish) {
        return (Outcome.Recorded) tell(person, wish).join();
    }

    private CompletableFuture<Outcome> tell(PersonRef person, Command wish) {
        String key = "k" + number.incrementAndGet();
        return ledger.ask(wish, new Wish(person, key, Wish.hash(wish), DAY.plusDays(2).atTime(10, 0).atZone(ZONE).toInstant(), key,
                new ProposalId("p" + key), hash(person)), Instant.now().plusSeconds(60));
    }

    private static PersonRef person(Role role) {
        return new PersonRef("p-" + role);
    }

    private static String hash(PersonRef person) {
        return Digest.sha256(person.value().getBytes(StandardCharsets.UTF_8));
    }
}
