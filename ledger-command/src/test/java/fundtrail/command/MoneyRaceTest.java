package fundtrail.command;

import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.axon.Outcome;
import fundtrail.command.allotbudget.AllotBudget;
import fundtrail.contract.CompensationChannel;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.command.approvebudget.ApproveBudget;
import fundtrail.contract.fact.CommandRefused;
import fundtrail.command.decide.Command;
import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.command.executebatch.ExecuteBatch;
import fundtrail.command.gate.Wish;
import fundtrail.command.kit.Identities;
import fundtrail.command.kit.Sample;
import fundtrail.command.open.OpenLedger;
import fundtrail.command.placepaymenthold.PlacePaymentHold;
import fundtrail.command.recordfundreceipt.RecordFundReceipt;
import fundtrail.command.releasepaymenthold.ReleasePaymentHold;
import fundtrail.command.returnpayment.ReturnPayment;
import fundtrail.contract.Digest;
import fundtrail.contract.Entry;
import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AdvancePaid;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.fact.PaymentHoldReleased;
import fundtrail.contract.fact.ReservationReleased;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PaymentId;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many clients at once on one fund source, on a real database: whatever the order, every identity holds after every fact. */
@ExtendWith(TestPostgres.class)
class MoneyRaceTest {
    private static final int CLIENTS = 16;
    private static final int WISHES = 60;
    private static final Instant DAY_TWO = DAY.plusDays(1).atTime(10, 0).atZone(ZONE).toInstant();

    @Test
    void a_race_on_one_fund_source_overdraws_nothing_and_loses_nothing() throws SQLException {
        long seed = Long.getLong("fundtrail.seed", System.nanoTime());
        try (WritingSide ledger = opened()) {
            Queue<Outcome.Recorded> acknowledged = new ConcurrentLinkedQueue<>();
            try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
                List<CompletableFuture<Void>> all = new ArrayList<>();
                for (int client = 0; client < CLIENTS; client++) {
                    Random random = new Random(seed + client);
                    int name = client;
                    all.add(CompletableFuture.runAsync(() -> race(ledger, random, name, acknowledged), clients));
                }
                all.forEach(CompletableFuture::join);
            }
            List<Entry> log = ledger.entries(0, ledger.engine().durable());
            Identities identities = new Identities();
            for (Entry entry : log) {
                identities.after(entry, "position " + entry.position());
            }
            for (Outcome.Recorded recorded : acknowledged) {
                for (int i = 0; i < recorded.facts().size(); i++) {
                    assertEquals(recorded.facts().get(i), log.get((int) recorded.firstPosition() + i).fact());
                }
            }
            assertTrue(log.stream().anyMatch(entry -> entry.fact() instanceof AdvancePaid), "somebody was paid");
            assertTrue(refusedFor(log, "CASH_EXCEEDED") || refusedFor(log, "ALLOTMENT_EXCEEDED"), "money ran short");
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("with -Dfundtrail.seed=" + seed, e);
        }
    }

    @Test
    void no_payment_slips_through_while_a_hold_is_being_placed() throws SQLException {
        long seed = Long.getLong("fundtrail.seed", System.nanoTime());
        Random random = new Random(seed);
        try (WritingSide ledger = opened()) {
            for (int round = 0; round < 60; round++) {
                int number = round;
                BatchId batch = new BatchId("B" + round);
                ask(ledger, "race", batch(batch, H1, new AllotmentId("CEN-H1"), "0." + (10 + round % 80)));
                HoldId hold = new HoldId("hold-" + round);
                List<Runnable> both = new ArrayList<>(List.of(
                        () -> tell(ledger, TESTER, "hold-" + number, hold(hold, H1)).join(),
                        () -> tell(ledger, OTHER, "pay-" + number, new ExecuteBatch(null, batch)).join()));
                Collections.shuffle(both, random);
                try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
                    both.forEach(clients::submit);
                }
                ask(ledger, "release-" + round, OTHER, new ReleasePaymentHold(null, hold, "核查完毕"));
            }
            Set<InstitutionId> held = new HashSet<>();
            int released = 0;
            for (Entry entry : ledger.entries(0, ledger.engine().durable())) {
                switch (entry.fact()) {
                    case PaymentHoldPlaced placed -> held.add(placed.institution());
                    case PaymentHoldReleased lifted -> held.remove(lifted.institution());
                    case AdvancePaid paid -> assertTrue(!held.contains(paid.institution()),
                            "paid under a hold at position " + entry.position());
                    case ReservationReleased refused -> {
                        assertTrue(held.contains(refused.institution()), "refused without a hold at " + entry.position());
                        released++;
                    }
                    default -> { }
                }
            }
            assertTrue(released > 0, "in no round did the hold come first");
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("with -Dfundtrail.seed=" + seed, e);
        }
    }

    private static void race(WritingSide ledger, Random random, int client, Queue<Outcome.Recorded> acknowledged) {
        PersonRef maker = person("maker", client);
        PersonRef payer = person("payer", client);
        List<PaymentId> paid = new ArrayList<>();
        for (int i = 0; i < WISHES; i++) {
            String key = client + "-" + i;
            BatchId batch = new BatchId("B-" + key);
            InstitutionId who = random.nextBoolean() ? H1 : H2;
            Command wish = switch (random.nextInt(8)) {
                case 0 -> new RecordFundReceipt(null, null, DIVISION, YEAR, CEN, CT, "bank-" + key, Money.ofFen(1 + random.nextInt(2_000)));
                case 1 -> hold(new HoldId("hold-" + key), who);
                case 2 -> paid.isEmpty() ? new ExecuteBatch(null, batch) : new ReturnPayment(
                        null, paid.get(random.nextInt(paid.size())), Money.ofFen(1 + random.nextInt(400)), "back-" + key, "退票");
                default -> batch(batch, who, new AllotmentId("CEN-" + who), "" + Money.ofFen(1 + random.nextInt(900)));
            };
            if (tell(ledger, wish instanceof ExecuteBatch ? payer : maker, key, wish).join() instanceof Outcome.Recorded recorded) {
                acknowledged.add(recorded);
                if (wish instanceof PlacePaymentHold placed) {
                    ask(ledger, key + "-lift", payer, new ReleasePaymentHold(null, placed.hold(), "核查完毕"));
                }
                if (wish instanceof DisburseBatch
                        && tell(ledger, payer, key + "-pay", new ExecuteBatch(null, batch)).join() instanceof Outcome.Recorded payment) {
                    acknowledged.add(payment);
                    payment.facts().stream().filter(AdvancePaid.class::isInstance)
                            .forEach(fact -> paid.add(((AdvancePaid) fact).payment()));
                }
            }
        }
    }

    private static boolean refusedFor(List<Entry> log, String code) {
        return log.stream().anyMatch(entry ->
                entry.fact() instanceof CommandRefused refused && refused.code().equals(code));
    }

    private static DisburseBatch batch(BatchId id, InstitutionId who, AllotmentId allotment, String yuan) {
        return new DisburseBatch(null, id, DIVISION, CT, null, 1, yuan(yuan), List.of(new DisburseBatch.Row(
                1, PaymentKind.ADVANCE, who, accountOf(who), allotment, yuan(yuan), "预拨", null, "测试")));
    }

    private static PlacePaymentHold hold(HoldId id, InstitutionId who) {
        return new PlacePaymentHold(DOCUMENT, id, who, null, null, "条例第六条", DAY.plusDays(30), DAY.plusDays(60));
    }

    private static void ask(WritingSide ledger, String prefix, DisburseBatch wish) {
        ask(ledger, prefix + "-" + wish.batch(), TESTER, wish);
    }

    private static void ask(WritingSide ledger, String key, PersonRef by, Command wish) {
        Outcome outcome = tell(ledger, by, key, wish).join();
        assertTrue(outcome instanceof Outcome.Recorded, outcome.toString());
    }

    private static CompletableFuture<Outcome> tell(WritingSide ledger, PersonRef by, String key, Command wish) {
        String registryHash = by.equals(TESTER) ? "0".repeat(64) : by.equals(OTHER) ? "1".repeat(64) : hash(by);
        return ledger.ask(wish, new Wish(by, key, Wish.hash(wish), DAY_TWO, "race", new ProposalId("prop-" + key), registryHash),
                Instant.now().plusSeconds(60));
    }

    /** Each client is two people of its own: nobody is refused so often that he is done for the day. */
    private static PersonRef person(String post, int client) {
        return new PersonRef("p-" + post + "-" + client);
    }

    private static String hash(PersonRef person) {
        return Digest.sha256(person.value().getBytes(StandardCharsets.UTF_8));
    }

    /** Every command needs one signature, so that the race is on money and not on hands. */
    private static WritingSide opened() throws SQLException {
        TestDatabase database = TestPostgres.freshDatabase();
        LedgerSchema.createRoles(database.dataSource());
        LedgerSchema.migrate(database.dataSource());
        WritingSide ledger = WritingSide.on(
                new JdbcGroupStore(database.dataSource(), database.dataSource(), JdbcSettings.of("race")), LaneSettings.defaults());
        List<Fact> facts = new ArrayList<>(Sample.opening());
        facts.add(new AuthorityMatrixSet(ledger.slices().all().stream()
                .map(slice -> AuthorityMatrixSet.Row.of(slice.name(), Role.CL))
                .toList()));
        for (int client = 0; client < CLIENTS; client++) {
            for (PersonRef person : List.of(person("maker", client), person("payer", client))) {
                facts.add(new PersonRegistered(person, hash(person)));
                facts.add(new RoleGranted(person, Role.CL, DIVISION, null));
            }
        }
        facts.addAll(List.of(
                new RoleGranted(TESTER, Role.CL, DIVISION, null),
                new RoleGranted(OTHER, Role.CL, DIVISION, null),
                institution(H1), institution(H2), source(CEN), treasuryAccount(), payeeAccount(H1), payeeAccount(H2)));
        ledger.open(new OpenLedger(facts, DAY.atTime(10, 0).atZone(ZONE).toInstant())).join();
        ask(ledger, "budget", TESTER, new ApproveBudget(null, DOCUMENT, DIVISION, YEAR, BPH,
                CompensationChannel.BASIC_SERVICE_PURCHASE, List.of(new SourceAmount(CEN, yuan("900.00")))));
        for (InstitutionId who : List.of(H1, H2)) {
            ask(ledger, "allot-" + who, TESTER, new AllotBudget(null, DOCUMENT,
                    new AllotmentId("CEN-" + who), who, DIVISION, CEN, BPH, YEAR, CLASSES, yuan("60.00")));
        }
        ask(ledger, "receipt", TESTER, new RecordFundReceipt(null, null, DIVISION, YEAR, CEN, CT, "bank-0", yuan("50.00")));
        return ledger;
    }
}
