package fundtrail.command.known;

import static fundtrail.command.decide.RefusalCode.AUTHORITY_PROMISED;
import static fundtrail.command.kit.Batches.B1;
import static fundtrail.command.kit.Batches.approved;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.CEN;
import static fundtrail.command.kit.Sample.CEN_H1;
import static fundtrail.command.kit.Sample.CLASSES;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.yuan;
import static fundtrail.command.kit.Settled.closed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.allotbudget.AllotBudget;
import fundtrail.command.decide.Command;
import fundtrail.command.kit.Batches;
import fundtrail.command.kit.Kinds;
import fundtrail.command.kit.PurchasedYear;
import fundtrail.command.lapsebudget.LapseBudget;
import fundtrail.command.reallocatebudget.ReallocateBudget;
import fundtrail.command.reducebudget.ReduceBudget;
import fundtrail.command.reverseentry.ReverseEntry;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.SettlementFinalized;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What a plan or a settlement promises does not leave the allotments it is to be paid from. */
class PromisesTest {
    private static final AllotmentId CEN_H2 = new AllotmentId("CEN-H2");
    private static final AllotmentId CEN_H3 = new AllotmentId("CEN-H3");
    private static final LocalDate NEXT_YEAR = LocalDate.of(YEAR + 1, 1, 15);
    private static final AllotmentId NEXT = new AllotmentId("CEN-H1-next");

    /** Of 100.00, 40.00 are advanced; 90.00 are earned, so that 10.00 of what is available are promised to nobody. */
    private static PurchasedYear planned() {
        return new PurchasedYear().institution("H1 CEN 100.00").advanced("H1 CEN 40.00").standard("1000.00", "1000", "1")
                .earned("H1", "90", "90", "90.00").planned();
    }

    /** H1 needs 30.00 of what H2 has; 10.00 of that are needed by nobody, and H3 has no part in the plan. */
    private static PurchasedYear together() {
        return new PurchasedYear().institution("H1 CEN 50.00").institution("H2 CEN 100.00").institution("H3 CEN 20.00")
                .standard("1000.00", "1000", "1").earned("H1", "80", "90", "80.00").earned("H2", "60", "90", "60.00").planned();
    }

    private static LapseBudget lapse(int year, AllotmentId allotment, String yuan) {
        return new LapseBudget(null, DOCUMENT, DIVISION, year, CEN, allotment, yuan(yuan));
    }

    private static LapseBudget lapse(String yuan) {
        return lapse(YEAR, CEN_H1, yuan);
    }

    private static ReallocateBudget move(AllotmentId from, AllotmentId to, String yuan) {
        return new ReallocateBudget(null, DOCUMENT, from, to, yuan(yuan));
    }

    private static void accepted(PurchasedYear year, Command wish) {
        assertEquals(1, year.ledger().when(wish).facts().size());
    }

    private static void broken(String yuan, PurchasedYear year, Command wish, AllotmentId allotment) {
        assertEquals(yuan, year.ledger().when(wish).thenRefused(AUTHORITY_PROMISED, allotment).details().get("broken").toString());
    }

    @Test
    void before_a_plan_all_that_is_available_may_lapse() {
        accepted(new PurchasedYear().institution("H1 CEN 100.00").advanced("H1 CEN 40.00"), lapse("60.00"));
    }

    @Test
    void what_the_plan_needs_beyond_the_advances_neither_lapses_nor_is_reduced_nor_goes_back() {
        accepted(planned(), lapse("10.00"));
        broken("0.01", planned(), lapse("10.01"), CEN_H1);
        broken("50.00", planned(), lapse("60.00"), CEN_H1);
        broken("0.01", planned(), new ReduceBudget(null, DOCUMENT, DIVISION, YEAR, CEN, CEN_H1, yuan("10.01")), CEN_H1);
        broken("0.01", planned(), move(CEN_H1, null, "10.01"), CEN_H1);
        accepted(planned(), move(CEN_H1, null, "10.00"));
    }

    @Test
    void a_row_approved_for_an_advance_holds_its_part_itself() {
        PurchasedYear year = planned();
        year.ledger().and(approved(B1, Batches.row(1, CEN_H1, "20.00")));
        accepted(year, lapse("10.00"));
        broken("0.01", year, lapse("10.01"), CEN_H1);
    }

    @Test
    void what_is_payable_stays_until_a_row_is_approved_for_it() {
        PurchasedYear year = planned();
        year.settled("H1", "90.00");
        broken("0.01", year, lapse("10.01"), CEN_H1);
        year.ledger().and(approved(B1, Kinds.row(1, PaymentKind.SETTLEMENT, CEN_H1, "45.00", null)));
        broken("5.00", year, lapse("15.00"), CEN_H1);
        accepted(year, lapse("10.00"));
        year.paid("H1 CEN 5.00");
        accepted(year, lapse("10.00"));
    }

    @Test
    void what_a_revision_adds_to_a_reopened_settlement_is_promised_too() {
        PurchasedYear year = planned();
        SettlementFinalized settled = year.settled("H1", "90.00");
        assertEquals(yuan("50.00"), settled.bySource().getFirst().payable());
        year.does(PurchasedYear.reopening("H1"));
        year.does(PurchasedYear.volume("H1", "V-2", "95", "V-H1"));
        year.scored("H1", "90", "95.00").planned();
        accepted(year, lapse("5.00"));
        broken("0.01", year, lapse("5.01"), CEN_H1);
    }

    @Test
    void what_the_plan_takes_to_another_institution_stays_until_it_is_moved_there() {
        accepted(together(), lapse(YEAR, CEN_H2, "10.00"));
        broken("0.01", together(), lapse(YEAR, CEN_H2, "10.01"), CEN_H2);
        broken("0.01", together(), move(CEN_H2, CEN_H3, "10.01"), CEN_H2);
        accepted(together(), move(CEN_H2, CEN_H1, "30.00"));
        broken("0.01", together(), move(CEN_H1, CEN_H3, "0.01"), CEN_H1);
        accepted(together(), lapse(YEAR, CEN_H3, "20.00"));
    }

    @Test
    void what_was_given_back_for_another_institution_waits_for_its_allotment() {
        PurchasedYear year = together();
        year.does(move(CEN_H2, null, "40.00"));
        accepted(year, lapse(YEAR, null, "10.00"));
        assertEquals("0.01", year.ledger().when(lapse(YEAR, null, "10.01")).thenRefused(AUTHORITY_PROMISED, CEN).details().get("broken").toString());
        year.ledger().when(allot("H3", "10.01")).thenRefused(AUTHORITY_PROMISED, CEN);
        accepted(year, allot("H3", "10.00"));
        accepted(year, allot("H1", "30.00"));
    }

    private static AllotBudget allot(String institution, String yuan) {
        return new AllotBudget(null, DOCUMENT, new AllotmentId("new"), new InstitutionId(institution), DIVISION, CEN, BPH, YEAR, CLASSES, yuan(yuan));
    }

    @Test
    void an_institution_keeps_what_it_needs_itself_although_another_of_the_plan_would_get_it() {
        PurchasedYear year = together();
        accepted(year, move(CEN_H2, CEN_H1, "40.00"));
        broken("0.01", year, move(CEN_H2, CEN_H1, "40.01"), CEN_H2);
    }

    @Test
    void what_is_carried_keeps_its_promise_and_frees_the_rest_of_its_year() {
        PurchasedYear year = planned();
        year.settled("H1", "90.00");
        year.carried("H1 CEN 50.00");
        broken("0.01", year, lapse(YEAR + 1, NEXT, "10.01"), NEXT);
        year.does(lapse("10.00"));
        broken("0.01", year, lapse(YEAR + 1, NEXT, "0.01"), NEXT);
        year.ledger().and(closed(YEAR)).on(NEXT_YEAR);
        broken("0.01", year, lapse(YEAR + 1, NEXT, "0.01"), NEXT);
    }

    @Test
    void what_a_closed_year_has_still_to_settle_binds_what_was_carried_of_it() {
        PurchasedYear year = planned();
        year.carried("H1 CEN 60.00").ledger().and(closed(YEAR)).on(NEXT_YEAR);
        accepted(year, lapse(YEAR + 1, NEXT, "10.00"));
        broken("0.01", year, lapse(YEAR + 1, NEXT, "10.01"), NEXT);
    }

    @Test
    void an_allotment_that_the_plan_needs_is_not_undone() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00");
        long position = year.ledger().last();
        year.standard("1000.00", "1000", "1").earned("H1", "90", "90", "90.00").planned();
        ReverseEntry undo = new ReverseEntry(DAY, DOCUMENT, position, "下达有误");
        broken("90.00", year, undo, CEN_H1);
        assertEquals(BudgetAllotted.class.getSimpleName(), year.ledger().known().reversals().typeAt(position));
    }
}
