package fundtrail.command;

import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.allotbudget.AllotBudget;
import fundtrail.command.approvebudget.ApproveBudget;
import fundtrail.command.approvefundingplan.ApproveFundingPlan;
import fundtrail.command.axon.Outcome;
import fundtrail.command.computeentitlement.ComputeEntitlement;
import fundtrail.command.decide.Command;
import fundtrail.command.decideappeal.DecideAppeal;
import fundtrail.command.determineclawback.DetermineClawback;
import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.command.executebatch.ExecuteBatch;
import fundtrail.command.fileappeal.FileAppeal;
import fundtrail.command.finalizesettlement.FinalizeSettlement;
import fundtrail.command.flagclaim.FlagClaim;
import fundtrail.command.flagclaim.FlagClaim.InventedHeads;
import fundtrail.command.issuerecoverydemand.IssueRecoveryDemand;
import fundtrail.command.kit.ClaimedBack;
import fundtrail.command.known.Clawback;
import fundtrail.command.known.Clawbacks.Term;
import fundtrail.command.known.FundingInputs;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.opencase.OpenCase;
import fundtrail.command.recordfundreceipt.RecordFundReceipt;
import fundtrail.command.recordrecovery.RecordRecovery;
import fundtrail.command.reopensettlement.ReopenSettlement;
import fundtrail.command.writeoffclawback.WriteOffClawback;
import fundtrail.contract.Account;
import fundtrail.contract.CompensationChannel;
import fundtrail.contract.Entry;
import fundtrail.contract.Fact;
import fundtrail.contract.Fraction;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.AdvancePaid;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.ClaimAmount;
import fundtrail.contract.fact.ClawbackAmount;
import fundtrail.contract.fact.ClawbackDetermined;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.EntitlementComputed.ByHeads;
import fundtrail.contract.fact.FraudType;
import fundtrail.contract.fact.PaymentBasis;
import fundtrail.contract.fact.PaymentBasis.Heads;
import fundtrail.contract.fact.ReservationReleased;
import fundtrail.contract.fact.SettlementFinalized;
import fundtrail.contract.fact.SettlementReopened;
import fundtrail.contract.fact.SettlementReopened.Ground;
import fundtrail.contract.formula.FundingPlan;
import fundtrail.contract.formula.FundingPlanner;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.PersonRef;
import fundtrail.postgres.TestPostgres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Several people at once after the last fen of a claw-back, and after a settlement that is reopened while claims of it are
 * clawed back: on a real database, in an order the seed chooses, with whatever order the lane makes of it.
 */
@ExtendWith(TestPostgres.class)
class CaseRaceTest {
    private static final int ROUNDS = 40;
    private static final PersonRef THIRD = new PersonRef("p-third");
    private static final InstitutionYear PAID_YEAR = new InstitutionYear(H1, BPH, YEAR);
    private static final int HEADS = 100;

    @Test
    void the_last_fen_outstanding_is_taken_once() throws SQLException {
        race((ledger, random) -> {
            List<Class<?>> winners = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                ClawbackId clawback = determined(ledger, round);
                ledger.ask(TESTER, new FileAppeal(null, H1, clawback, null, false, "属实"));
                List<Command> wishes = new ArrayList<>(List.of(
                        new RecordRecovery(null, clawback, ClaimedBack.CH, "in-a-" + round, yuan("0.01")),
                        new RecordRecovery(null, clawback, ClaimedBack.CH, "in-b-" + round, yuan("0.01")),
                        new WriteOffClawback(null, DOCUMENT, clawback, yuan("0.01"), "无力缴纳"),
                        new DecideAppeal(null, DOCUMENT, clawback, List.of(new ClaimAmount(claim(round), yuan("0.01"))), "属实")));
                Collections.shuffle(wishes, random);
                List<Outcome> outcomes = atOnce(ledger, wishes);
                assertTakenOnce(ledger, clawback, wishes, outcomes, winners);
            }
            assertTrue(winners.contains(RecordRecovery.class) && winners.contains(WriteOffClawback.class), winners.toString());
        });
    }

    @Test
    void an_offset_takes_the_last_fen_or_leaves_it_to_the_others() throws SQLException {
        race((ledger, random) -> {
            List<Class<?>> winners = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                ClawbackId id = determined(ledger, round);
                BatchId batch = new BatchId("OFF-" + round);
                List<Command> wishes = new ArrayList<>(List.of(
                        new RecordRecovery(null, id, ClaimedBack.CH, "in-c-" + round, yuan("0.01")),
                        new WriteOffClawback(null, DOCUMENT, id, yuan("0.01"), "无力缴纳"),
                        offset(new BatchId("OFF-B-" + round), id, round + 100), offset(batch, id, round)));
                Collections.shuffle(wishes, random);
                List<Outcome> outcomes = atOnce(ledger, wishes);
                List<Class<?>> taken = new ArrayList<>();
                for (int i = 0; i < wishes.size(); i++) {
                    if (outcomes.get(i) instanceof Outcome.Recorded) {
                        taken.add(wishes.get(i).getClass());
                    }
                }
                assertEquals(1, taken.size(), "the last fen was taken by " + taken);
                winners.addAll(taken);
                if (taken.contains(DisburseBatch.class)) {
                    BatchId approved = outcomes.get(wishes.indexOf(offset(batch, id, round))) instanceof Outcome.Recorded
                            ? batch : new BatchId("OFF-B-" + round);
                    List<Command> paying = new ArrayList<>(List.of(new ExecuteBatch(null, approved),
                            new FileAppeal(null, H1, id, null, true, "属实")));
                    Collections.shuffle(paying, random);
                    atOnce(ledger, paying).forEach(outcome -> assertTrue(outcome instanceof Outcome.Recorded, outcome.toString()));
                }
                ledger.side().look(known -> {
                    Clawback clawback = known.recoveries().clawbacks().of(id);
                    assertEquals(Money.ZERO, known.recoveries().promised(clawback));
                    assertTrue(known.recoveries().clawbacks().outstanding(clawback).values().stream().noneMatch(Money::isNegative));
                    return null;
                }).join();
            }
            assertTrue(winners.contains(DisburseBatch.class) && winners.size() > winners.stream().filter(DisburseBatch.class::equals).count(),
                    winners.toString());
            boolean offset = false;
            boolean stayed = false;
            for (Entry entry : ledger.log()) {
                offset |= entry.fact() instanceof AdvancePaid paid && paid.offsets() != null;
                stayed |= entry.fact() instanceof ReservationReleased released && "STAY_ACTIVE".equals(released.refusal());
            }
            assertTrue(offset && stayed, "in no round did the offset, or the appeal, come first");
        });
    }

    /** A batch of one row out of what is left allotted, set off with the last fen; no two pay the same amount. */
    private static DisburseBatch offset(BatchId batch, ClawbackId clawback, int number) {
        Money amount = Money.ofFen(number + 1);
        return new DisburseBatch(null, batch, DIVISION, CT, null, 1, amount, List.of(new DisburseBatch.Row(1, PaymentKind.ADVANCE, H1,
                accountOf(H1), CEN_H1, amount, "预拨", null, null, null, List.of(new ClawbackAmount(clawback, yuan("0.01"))))));
    }

    private static void assertTakenOnce(
            RacedLedger ledger, ClawbackId id, List<Command> wishes, List<Outcome> outcomes, List<Class<?>> winners) {
        List<Class<?>> taken = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Recorded && !(wishes.get(i) instanceof DecideAppeal)) {
                taken.add(wishes.get(i).getClass());
            }
        }
        winners.addAll(taken);
        long recovered = winners.stream().filter(RecordRecovery.class::equals).count();
        assertTrue(taken.size() <= 1, "the last fen was taken by " + taken);
        ledger.side().look(known -> {
            Clawback clawback = known.recoveries().clawbacks().of(id);
            for (Term term : Term.values()) {
                assertTrue(!known.recoveries().clawbacks().amount(clawback, CEN, term).isNegative(), term.toString());
            }
            Purse purse = Purse.of(DIVISION, YEAR, CEN);
            assertEquals(Money.ZERO, known.balances().fund(Account.CLAWBACK_RECEIVABLE, purse.of(H1, BPH)));
            assertEquals(Money.ofFen(recovered), known.balances().fund(Account.RECOVERY_HOLDING, purse.in(ClaimedBack.CH)));
            assertTrue(known.recoveries().clawbacks().outstanding(clawback).values().stream().allMatch(Money::isZero));
            assertEquals(taken.isEmpty(), known.recoveries().clawbacks().amount(clawback, CEN, Term.REDUCED).isPositive()
                    && known.recoveries().clawbacks().refundDue(clawback).get(CEN).isZero());
            return null;
        }).join();
    }

    @Test
    void no_claim_is_clawed_back_while_its_settlement_is_open() throws SQLException {
        race((ledger, random) -> {
            settle(ledger);
            for (int round = 0; round < ROUNDS; round++) {
                flagged(ledger, round);
                List<Command> wishes = new ArrayList<>(List.of(determination(round), new ReopenSettlement(
                        null, DOCUMENT, H1, BPH, YEAR, Ground.ERROR, null, "考核得分登记有误")));
                Collections.shuffle(wishes, random);
                List<Outcome> outcomes = atOnce(ledger, wishes);
                assertTrue(outcomes.get(wishes.get(0) instanceof ReopenSettlement ? 0 : 1) instanceof Outcome.Recorded);
                ledger.ask(TESTER, new FinalizeSettlement(null, DOCUMENT, H1, BPH, YEAR, yuan("6000.00")));
            }
            boolean open = false;
            int determined = 0;
            for (Entry entry : ledger.log()) {
                switch (entry.fact()) {
                    case SettlementReopened _ -> open = true;
                    case SettlementFinalized _ -> open = false;
                    case ClawbackDetermined fact -> {
                        assertTrue(!open, "determined while the settlement was open, at " + entry.position());
                        assertEquals(Account.RECOVERY_OF_EXPENSE, fact.bySource().getFirst().counter());
                        determined++;
                    }
                    default -> { }
                }
            }
            assertTrue(determined > 0, "in no round did the determination come first");
        });
    }

    private static List<Outcome> atOnce(RacedLedger ledger, List<Command> wishes) {
        List<CompletableFuture<Outcome>> all = wishes.stream()
                .map(wish -> ledger.tell(wish instanceof DecideAppeal ? THIRD : wish instanceof DisburseBatch ? TESTER : OTHER, wish))
                .toList();
        return all.stream().map(CompletableFuture::join).toList();
    }

    private static ClaimId claim(int round) {
        return new ClaimId("HEAD-" + round);
    }

    private static void flagged(RacedLedger ledger, int round) {
        ledger.ask(TESTER, new FlagClaim(null, claim(round), new InventedHeads(H1, BPH, YEAR, 1), FraudType.FALSE_CLAIM, "查无此人", null));
        ledger.ask(TESTER, new OpenCase(null, new CaseId("CASE-" + round), "虚报人数", List.of(claim(round))));
    }

    private static DetermineClawback determination(int round) {
        return new DetermineClawback(null, DOCUMENT, new ClawbackId("CB-" + round), new CaseId("CASE-" + round),
                List.of(new ClaimAmount(claim(round), yuan("0.01"))), DAY.plusDays(30));
    }

    private static ClawbackId determined(RacedLedger ledger, int round) {
        flagged(ledger, round);
        ledger.ask(OTHER, determination(round));
        ledger.ask(TESTER, new IssueRecoveryDemand(null, DOCUMENT, new ClawbackId("CB-" + round), yuan("0.01"), DAY.plusDays(30)));
        return new ClawbackId("CB-" + round);
    }

    /** A hundred heads at sixty yuan for the whole year, as the ledger proposes to bear them. */
    private static void settle(RacedLedger ledger) {
        ledger.ask(TESTER, new ComputeEntitlement(null, H1, BPH, YEAR, new ByHeads(HEADS, yuan("60.00"), 12), yuan("6000.00")));
        FundingPlan plan = ledger.side().look(known -> FundingPlanner.propose(FundingInputs.of(PAID_YEAR.in(DIVISION), known))).join();
        ledger.ask(TESTER, new ApproveFundingPlan(null, DOCUMENT, DIVISION, BPH, YEAR, 1, plan.planLines(), plan.draws(),
                plan.reallocations(), plan.shortfall()));
        ledger.ask(TESTER, new FinalizeSettlement(null, DOCUMENT, H1, BPH, YEAR, yuan("6000.00")));
    }

    /** On a ledger in which 5,000.00 is prepaid for a hundred heads. */
    private static void race(BiConsumer<RacedLedger, Random> running) throws SQLException {
        List<Fact> facts = new ArrayList<>(List.of(institution(H1), source(CEN), treasuryAccount(), payeeAccount(H1)));
        facts.addAll(List.of(ClaimedBack.accounts()));
        RacedLedger.race(List.of(THIRD), facts, (ledger, random) -> {
            prepay(ledger);
            running.accept(ledger, random);
        });
    }

    private static void prepay(RacedLedger ledger) {
        ledger.ask(TESTER, new ApproveBudget(null, DOCUMENT, DIVISION, YEAR, BPH, CompensationChannel.BASIC_SERVICE_PURCHASE,
                List.of(new SourceAmount(CEN, yuan("6000.00")))));
        ledger.ask(TESTER, new AllotBudget(null, DOCUMENT, CEN_H1, H1, DIVISION, CEN, BPH, YEAR, CLASSES, yuan("6000.00")));
        ledger.ask(TESTER, new RecordFundReceipt(null, null, DIVISION, YEAR, CEN, CT, "bank-0", yuan("6000.00")));
        BatchId batch = new BatchId("B-0");
        ledger.ask(TESTER, new DisburseBatch(null, batch, DIVISION, CT, null, 1, yuan("5000.00"), List.of(new DisburseBatch.Row(
                1, PaymentKind.CAPITATION, H1, accountOf(H1), CEN_H1, yuan("5000.00"), "人头费", null, null,
                PaymentBasis.of(new Heads(HEADS, Fraction.of(60), 10))))));
        ledger.ask(OTHER, new ExecuteBatch(null, batch));
    }
}
