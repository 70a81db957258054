package fundtrail.command.disbursebatch;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Batches.*;
import static fundtrail.command.kit.Kinds.SUB;
import static fundtrail.command.kit.Kinds.SUB_H1;
import static fundtrail.command.kit.Kinds.TASK;
import static fundtrail.command.kit.Kinds.capitation;
import static fundtrail.command.kit.Kinds.inForce;
import static fundtrail.command.kit.Kinds.parts;
import static fundtrail.command.kit.Kinds.rate;
import static fundtrail.command.kit.Kinds.subsidy;
import static fundtrail.command.kit.Kinds.task;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.Decision.RowFault;
import fundtrail.command.decide.RefusalCode;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.Kinds;
import fundtrail.contract.Fraction;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.PaymentBasis;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.TaskCode;
import org.junit.jupiter.api.Test;

/** A row says which payment it is, and its amount is what it rests on. */
class PaymentKindsTest {
    private static Given ruled() {
        return funded().and(inForce(Kinds.RULES), budget(CEN, "100.00"), Kinds.allotted(SUB_H1, SUB, "50502", "100.00"),
                rate("2.5", DAY, null));
    }

    private static RowFault fault(Given given, Row... rows) {
        Refused refused = given.when(disburse(B1, rows)).refused();
        assertEquals(ROWS_REFUSED, refused.code());
        return refused.faults().getLast();
    }

    private static void refused(RefusalCode code, String field, Given given, Row... rows) {
        RowFault fault = fault(given, rows);
        assertEquals(code + " " + field, fault.why().code() + " " + fault.field());
    }

    private static PaymentBasis approvedBasis(Given given, Row row) {
        return ((DisbursementBatchApprovedRows) given.when(disburse(B1, row)).facts().getFirst()).rows().getFirst().basis();
    }

    @Test
    void heads_are_paid_for_once_by_all_rows_of_the_institution_and_programme() {
        // 7 heads at 10.00 a year for 5 months: 29.1666… yuan, rounded once
        ruled().when(disburse(B1, capitation(1, CEN_H1, "20.00", 7, "10", 5), capitation(2, CTY_H1, "9.17", 7, "10", 5))).facts();
    }

    @Test
    void a_fen_more_or_less_than_the_heads_give_is_refused_at_each_row() {
        Given given = ruled();
        refused(AMOUNT_DIFFERS, "amount", given, capitation(1, CEN_H1, "20.00", 7, "10", 5), capitation(2, CTY_H1, "9.16", 7, "10", 5));
        refused(AMOUNT_DIFFERS, "amount", given, capitation(1, CEN_H1, "29.18", 7, "10", 5));
        assertEquals("29.17", fault(given, capitation(1, CEN_H1, "29.18", 7, "10", 5)).why().details().get("computed"));
    }

    @Test
    void the_vector_of_ten_months_of_61_yuan_for_9973_heads_comes_to_the_fen() {
        assertEquals("506960.83", new PaymentBasis.Heads(9_973, Fraction.of(61), 10).exact().toMoney().toString());
        assertEquals("610355.83", new PaymentBasis.Heads(12_007, Fraction.of(61), 10).exact().toMoney().toString());
    }

    @Test
    void rows_that_pay_together_name_the_same_heads() {
        refused(HEADS_DIFFER, "heads", ruled(), capitation(1, CEN_H1, "20.00", 7, "10", 5), capitation(2, CTY_H1, "9.17", 8, "10", 5));
    }

    @Test
    void a_kind_rests_on_its_own_basis_and_on_no_other() {
        PaymentBasis heads = PaymentBasis.of(new PaymentBasis.Heads(1, Fraction.of(12), 12));
        refused(BASIS_MISMATCH, "basis", ruled(), Kinds.row(1, PaymentKind.ADVANCE, CEN_H1, "12.00", heads));
        refused(BASIS_MISMATCH, "basis", ruled(), Kinds.row(1, PaymentKind.CAPITATION, CEN_H1, "12.00", null));
        refused(BASIS_MISMATCH, "basis", ruled(), Kinds.row(1, PaymentKind.CAPITATION, CEN_H1, "12.00",
                new PaymentBasis(2025, null, null, heads.heads())));
    }

    @Test
    void a_subsidy_is_of_a_category_of_the_rules_and_out_of_an_earmarked_programme() {
        ruled().when(disburse(B1, subsidy("10.00", "EQUIPMENT", null))).facts();
        refused(SUBSIDY_CATEGORY_UNKNOWN, "subsidy", ruled(), subsidy("10.00", "BANQUETS", null));
        refused(SUBSIDY_CATEGORY_UNKNOWN, "subsidy", funded(), Kinds.row(1, PaymentKind.SUBSIDY, CEN_H1, "10.00",
                PaymentBasis.of(new PaymentBasis.Subsidy("EQUIPMENT", null))));
        refused(NOT_EARMARKED, "allotment", ruled(), Kinds.row(1, PaymentKind.SUBSIDY, CEN_H1, "10.00",
                PaymentBasis.of(new PaymentBasis.Subsidy("EQUIPMENT", null))));
    }

    @Test
    void personnel_cost_is_basic_pay_and_what_the_employer_pays_on_it() {
        ruled().when(disburse(B1, subsidy("14.51", "PERSONNEL", parts("10.01", "2.50", "1.20", "0.80")))).facts();
        refused(AMOUNT_DIFFERS, "amount", ruled(), subsidy("14.50", "PERSONNEL", parts("10.01", "2.50", "1.20", "0.80")));
        refused(AMOUNT_DIFFERS, "socialSecurity", ruled(), subsidy("14.52", "PERSONNEL", parts("10.01", "2.51", "1.20", "0.80")));
        refused(AMOUNT_DIFFERS, "housingFund", ruled(), subsidy("14.52", "PERSONNEL", parts("10.01", "2.50", "1.21", "0.80")));
        refused(AMOUNT_DIFFERS, "annuity", ruled(), subsidy("14.52", "PERSONNEL", parts("10.01", "2.50", "1.20", "0.81")));
    }

    @Test
    void parts_go_with_personnel_cost_and_with_nothing_else() {
        refused(PERSONNEL_PARTS, "subsidy", ruled(), subsidy("14.50", "PERSONNEL", null));
        refused(PERSONNEL_PARTS, "subsidy", ruled(), subsidy("14.51", "EQUIPMENT", parts("10.01", "2.50", "1.20", "0.80")));
    }

    @Test
    void without_rates_on_basic_pay_no_personnel_cost_is_subsidized() {
        var rules = Kinds.RULES;
        var without = new fundtrail.contract.fact.PaymentRules(rules.subsidyCategories(), rules.earmarkedProgrammes(),
                rules.capitalClasses(), null, null, rules.agreementProgrammes());
        Given given = funded().and(inForce(without), budget(CEN, "100.00"), Kinds.allotted(SUB_H1, SUB, "50502", "100.00"));
        refused(PERSONNEL_RATES_MISSING, "subsidy", given, subsidy("14.51", "PERSONNEL", parts("10.01", "2.50", "1.20", "0.80")));
    }

    @Test
    void capital_expenditure_is_paid_out_of_earmarked_programmes_alone_whatever_the_kind() {
        AllotmentId building = new AllotmentId("B-H1");
        Given given = ruled().and(budget(CEN, "200.00"), Kinds.allotted(building, BPH, "50601", "50.00"),
                Kinds.allotted(new AllotmentId("S-H1"), SUB, "50601", "50.00"));
        refused(CAPITAL_NOT_EARMARKED, "allotment", given, Kinds.row(1, PaymentKind.ADVANCE, building, "1.00", null));
        given.when(disburse(B1, Kinds.row(1, PaymentKind.ADVANCE, new AllotmentId("S-H1"), "1.00", null))).facts();
    }

    @Test
    void a_task_is_paid_at_the_rate_in_force_which_the_row_then_names() {
        assertEquals(PaymentBasis.of(new PaymentBasis.Task(TASK, Fraction.parse("3"), Fraction.parse("2.5"))),
                approvedBasis(ruled(), task("7.50", "3", null)));
        ruled().when(disburse(B1, task("7.50", "3", "2.5"))).facts();
        refused(AMOUNT_DIFFERS, "amount", ruled(), task("7.51", "3", null));
        refused(RATE_DIFFERS, "rate", ruled(), task("9.00", "3", "3"));
    }

    @Test
    void a_task_that_is_not_on_the_list_or_no_longer_is_not_paid() {
        refused(TASK_UNKNOWN, "task", ruled(), Kinds.row(1, PaymentKind.DIRECTIVE_TASK, CEN_H1, "1.00",
                PaymentBasis.of(new PaymentBasis.Task(new TaskCode("OTHER"), Fraction.ONE, null))));
        refused(TASK_UNKNOWN, "task", funded().and(rate("2.5", DAY.minusYears(1), DAY)), task("7.50", "3", null));
        funded().and(rate("2.5", DAY.minusYears(1), PAYDAY)).when(disburse(B1, task("7.50", "3", null))).facts();
        refused(TASK_UNKNOWN, "task", funded().and(rate("2.5", PAYDAY.plusDays(1), null)), task("7.50", "3", null));
    }

    @Test
    void the_rate_that_began_last_is_in_force() {
        funded().and(rate("2.5", DAY.minusYears(1), null), rate("3", PAYDAY, null)).when(disburse(B1, task("9.00", "3", null))).facts();
    }

    @Test
    void advances_stop_at_the_cap_on_all_allotments_of_the_programme_and_year() {
        Given given = funded().and(inForce(Kinds.rules(Fraction.parse("0.85"))));
        given.when(disburse(B1, row(1, CEN_H1, "100.00"), row(2, CTY_H1, "70.00"))).facts();
        refused(ADVANCE_CAP_EXCEEDED, "amount", given, row(1, CEN_H1, "100.00"), row(2, CTY_H1, "70.01"));
        assertEquals("70.00", fault(given, row(1, CEN_H1, "100.00"), row(2, CTY_H1, "70.01")).why().details().get("left"));
    }

    @Test
    void what_was_advanced_before_counts_and_what_came_back_or_was_cancelled_does_not() {
        Row first = row(1, CEN_H1, "100.00");
        Row second = row(2, CTY_H1, "70.00");
        Given given = funded().and(inForce(Kinds.rules(Fraction.parse("0.85")))).and(approved(B2, first, second)).and(paid(B2, first));
        refused(ADVANCE_CAP_EXCEEDED, "amount", given, row(1, CTY_H1, "0.01"));
        given.and(cancelled(B2, second, "改月再付"), returned(B2, first, "10.00", "back-1"));
        given.when(disburse(B1, row(1, CTY_H1, "80.00"))).facts();
        refused(ADVANCE_CAP_EXCEEDED, "amount", given, row(1, CTY_H1, "80.01"));
    }

    @Test
    void a_settlement_pays_what_is_payable_and_nothing_is() {
        refused(PAYABLE_EXCEEDED, "amount", ruled(), Kinds.row(1, PaymentKind.SETTLEMENT, CEN_H1, "0.01", null));
    }

    @Test
    void another_years_settlement_is_paid_only_when_that_year_is_closed_and_gone() {
        refused(SETTLED_YEAR_MISMATCH, "settledYear", ruled(),
                Kinds.row(1, PaymentKind.SETTLEMENT, CEN_H1, "0.01", PaymentBasis.settled(YEAR - 1)));
        refused(SETTLED_YEAR_MISMATCH, "settledYear", ruled(),
                Kinds.row(1, PaymentKind.SETTLEMENT, CEN_H1, "0.01", PaymentBasis.settled(YEAR + 1)));
    }
}
