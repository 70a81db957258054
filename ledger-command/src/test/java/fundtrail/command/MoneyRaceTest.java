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
import fundtrail.command.kit.Identities;
import fundtrail.command.placepaymenthold.PlacePaymentHold;
import fundtrail.command.recordfundreceipt.RecordFundReceipt;
import fundtrail.command.releasepaymenthold.ReleasePaymentHold;
import fundtrail.command.returnpayment.ReturnPayment;
import fundtrail.contract.Entry;
import fundtrail.contract.Money;
import fundtrail.contract.fact.AdvancePaid;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.fact.PaymentHoldReleased;
import fundtrail.contract.fact.ReservationReleased;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PaymentId;
import fundtrail.contract.id.PersonRef;
import fundtrail.postgres.TestPostgres;
import java.sql.SQLException;
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
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many clients at once on one fund source, on a real database: whatever the order, every identity holds after every fact. */
@ExtendWith(TestPostgres.class)
class MoneyRaceTest {
    private static final int CLIENTS = 16;
    private static final int WISHES = 60;

    @Test
    void a_race_on_one_fund_source_overdraws_nothing_and_loses_nothing() throws SQLException {
        race((ledger, random) -> {
            Queue<Outcome.Recorded> acknowledged = new ConcurrentLinkedQueue<>();
            try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
                List<CompletableFuture<Void>> all = new ArrayList<>();
                for (int client = 0; client < CLIENTS; client++) {
                    Random own = new Random(random.nextLong());
                    int name = client;
                    all.add(CompletableFuture.runAsync(() -> race(ledger, own, name, acknowledged), clients));
                }
                all.forEach(CompletableFuture::join);
            }
            List<Entry> log = ledger.log();
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
        });
    }

    @Test
    void no_payment_slips_through_while_a_hold_is_being_placed() throws SQLException {
        race((ledger, random) -> {
            for (int round = 0; round < 60; round++) {
                BatchId batch = new BatchId("B" + round);
                ledger.ask(TESTER, batch(batch, H1, new AllotmentId("CEN-H1"), "0." + (10 + round % 80)));
                HoldId hold = new HoldId("hold-" + round);
                List<Runnable> both = new ArrayList<>(List.of(
                        () -> ledger.tell(TESTER, hold(hold, H1)).join(),
                        () -> ledger.tell(OTHER, new ExecuteBatch(null, batch)).join()));
                Collections.shuffle(both, random);
                try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
                    both.forEach(clients::submit);
                }
                ledger.ask(OTHER, new ReleasePaymentHold(null, hold, "核查完毕"));
            }
            Set<InstitutionId> held = new HashSet<>();
            int released = 0;
            for (Entry entry : ledger.log()) {
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
        });
    }

    private static void race(RacedLedger ledger, Random random, int client, Queue<Outcome.Recorded> acknowledged) {
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
            if (ledger.tell(wish instanceof ExecuteBatch ? payer : maker, wish).join() instanceof Outcome.Recorded recorded) {
                acknowledged.add(recorded);
                if (wish instanceof PlacePaymentHold placed) {
                    ledger.ask(payer, new ReleasePaymentHold(null, placed.hold(), "核查完毕"));
                }
                if (wish instanceof DisburseBatch
                        && ledger.tell(payer, new ExecuteBatch(null, batch)).join() instanceof Outcome.Recorded payment) {
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

    /** Each client is two people of its own: nobody is refused so often that he is done for the day. */
    private static PersonRef person(String post, int client) {
        return new PersonRef("p-" + post + "-" + client);
    }

    /** On a ledger in which 50.00 has come and 60.00 may be spent for each of two institutions. */
    private static void race(BiConsumer<RacedLedger, Random> running) throws SQLException {
        List<PersonRef> people = IntStream.range(0, CLIENTS).boxed()
                .flatMap(client -> Stream.of(person("maker", client), person("payer", client))).toList();
        RacedLedger.race(people, List.of(institution(H1), institution(H2), source(CEN), treasuryAccount(), payeeAccount(H1), payeeAccount(H2)),
                (ledger, random) -> {
                    allot(ledger);
                    running.accept(ledger, random);
                });
    }

    private static void allot(RacedLedger ledger) {
        ledger.ask(TESTER, new ApproveBudget(null, DOCUMENT, DIVISION, YEAR, BPH,
                CompensationChannel.BASIC_SERVICE_PURCHASE, List.of(new SourceAmount(CEN, yuan("900.00")))));
        for (InstitutionId who : List.of(H1, H2)) {
            ledger.ask(TESTER, new AllotBudget(null, DOCUMENT,
                    new AllotmentId("CEN-" + who), who, DIVISION, CEN, BPH, YEAR, CLASSES, yuan("60.00")));
        }
        ledger.ask(TESTER, new RecordFundReceipt(null, null, DIVISION, YEAR, CEN, CT, "bank-0", yuan("50.00")));
    }
}
