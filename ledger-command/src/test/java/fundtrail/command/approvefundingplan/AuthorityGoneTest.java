package fundtrail.command.approvefundingplan;

import static fundtrail.command.decide.RefusalCode.FORMULA_DIFFERS;
import static fundtrail.command.decide.RefusalCode.PLAN_EXCEEDED;
import static fundtrail.command.kit.Batches.B1;
import static fundtrail.command.kit.Batches.PAYDAY;
import static fundtrail.command.kit.Batches.approved;
import static fundtrail.command.kit.Batches.cancelled;
import static fundtrail.command.kit.Batches.returned;
import static fundtrail.command.kit.Batches.row;
import static fundtrail.command.kit.PurchasedYear.reopening;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.CEN;
import static fundtrail.command.kit.Sample.CEN_H1;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.OTHER;
import static fundtrail.command.kit.Sample.TESTER;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.payeeAccount;
import static fundtrail.command.kit.Sample.received;
import static fundtrail.command.kit.Sample.yuan;
import static fundtrail.command.kit.Settled.closed;
import static fundtrail.command.kit.Settled.settled;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.executebatch.ExecuteBatch;
import fundtrail.command.kit.ClaimedBack;
import fundtrail.command.kit.Kinds;
import fundtrail.command.kit.PurchasedYear;
import fundtrail.command.known.FundingInputs;
import fundtrail.command.known.ProgrammeYear;
import fundtrail.contract.Account;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.PaymentBasis;
import fundtrail.contract.formula.FundingPlan.PlanLine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Authority that has gone to other uses bears nothing of a year, so that no shortfall is hidden by it. */
class AuthorityGoneTest {
    private static final Row TASK = Kinds.task("40.00", "40", "1");
    private static final Row EARLIER = Kinds.row(1, PaymentKind.SETTLEMENT, CEN_H1, "40.00", PaymentBasis.settled(YEAR - 1));

    /** H1 has earned all of its allotment of 100.00, and there is cash for it. */
    private static PurchasedYear earned() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00").standard("1000.00", "1000", "1").earned("H1", "100", "90", "100.00");
        year.ledger().and(payeeAccount(H1), received(CEN, "100.00", "in-1")).on(PAYDAY);
        return year;
    }

    private static void pay(PurchasedYear year) {
        year.ledger().by(OTHER);
        year.does(new ExecuteBatch(null, B1));
    }

    private static void missing(String yuan, PurchasedYear year) {
        assertEquals(yuan(yuan), year.proposedPlan().shortfall());
    }

    private static ApproveFundingPlan allOfCen(String shortfall) {
        return new ApproveFundingPlan(null, DOCUMENT, DIVISION, BPH, YEAR, 1, List.of(new PlanLine(H1, CEN, yuan("100.00"))), List.of(), List.of(),
                yuan(shortfall));
    }

    @Test
    void what_was_paid_for_directed_tasks_is_missing_and_cannot_be_planned() {
        PurchasedYear year = earned();
        assertEquals(1, year.ledger().when(allOfCen("0.00")).facts().size());
        year.ledger().and(Kinds.inForce(Kinds.RULES)).and(approved(B1, TASK));
        missing("40.00", year);
        pay(year);
        missing("40.00", year);
        year.ledger().when(allOfCen("0.00")).thenRefused(FORMULA_DIFFERS, "SHORTFALL");
        assertEquals("60.00", year.ledger().when(allOfCen("40.00")).thenRefused(PLAN_EXCEEDED, H1).details().get("there").toString());
    }

    @Test
    void what_the_bank_returned_or_was_cancelled_is_there_again() {
        PurchasedYear year = earned();
        year.ledger().and(approved(B1, TASK)).and(cancelled(B1, TASK, "改月再付"));
        missing("0.00", year);
        PurchasedYear paid = earned();
        paid.ledger().and(Kinds.inForce(Kinds.RULES)).and(approved(B1, TASK));
        pay(paid);
        paid.ledger().and(returned(B1, TASK, "15.00", "back-1"));
        missing("25.00", paid);
    }

    @Test
    void an_advance_still_bears_its_own_year() {
        PurchasedYear year = earned();
        year.ledger().and(approved(B1, row(1, CEN_H1, "40.00")));
        missing("0.00", year);
        pay(year);
        missing("0.00", year);
    }

    /** The claims stay in what was earned: the money came back from the institution, not from what the year has cost. */
    @Test
    void what_was_clawed_back_after_the_settlement_and_restored_still_bore_the_year() {
        PurchasedYear year = earned();
        year.ledger().and(ClaimedBack.accounts()).and(approved(B1, row(1, CEN_H1, "100.00")));
        pay(year);
        year.planned().settled("H1", "100.00");
        year.ledger().and(closed(YEAR)).on(DAY.plusYears(1));
        ClaimedBack.inquired(year.ledger().by(TESTER), "V-H1.2");
        year.ledger().by(OTHER);
        year.does(ClaimedBack.determination("V-H1.2 10.00"));
        year.does(ClaimedBack.recovery("10.00", "in-9"));
        year.does(ClaimedBack.waiver(H1));
        year.does(ClaimedBack.restitution("10.00"));
        assertEquals(yuan("90.00"), year.ledger().known().balances().expended(CEN_H1));
        missing("0.00", year);
        year.does(reopening("H1"));
        year.scored("H1", "90", "100.00");
        missing("0.00", year);
        year.planned().settled("H1", "100.00");
    }

    @Test
    void what_an_earlier_year_is_owed_or_was_paid_bears_nothing_of_this_one() {
        PurchasedYear year = earned();
        year.ledger().and(settled(YEAR - 1, 1, "40.00", "0.00", "0.00", "0.00"), closed(YEAR - 1));
        missing("40.00", year);
        year.ledger().and(approved(B1, EARLIER));
        missing("40.00", year);
        pay(year);
        missing("40.00", year);
    }

    @Test
    void what_the_earlier_year_pays_by_its_own_authority_is_not_taken_from_this_one() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00").advanced("H1 CEN 60.00");
        year.ledger().and(settled(YEAR, 1, "100.00", "0.00", "60.00", "0.00"));
        assertEquals(yuan("40.00"), year.balance(Account.SETTLEMENT_PAYABLE, "H1", "CEN").negated());
        year.carried("H1 CEN 10.00");
        assertEquals(yuan("0.00"), FundingInputs.allotted(
                new ProgrammeYear(DIVISION, BPH, YEAR + 1), year.ledger().known()).get(H1).get(CEN));
    }
}
