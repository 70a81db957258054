package fundtrail.command.disbursebatch;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Batches.*;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.Decision.RowFault;
import fundtrail.command.decide.RefusalCode;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.kit.Given;
import fundtrail.command.posting.PostingRules;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.InstitutionRegistered.InstitutionType;
import fundtrail.contract.fact.InstitutionRegistered.Ownership;
import fundtrail.contract.fact.InstitutionRegistered;
import fundtrail.contract.fact.PayeeAccountClosed;
import fundtrail.contract.fact.PayeeAccountRegistered;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.CreditCode;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong with a row, and what earlier rows of its batch have to do with it. */
class BatchRowsTest {
    private static List<RowFault> faults(Given given, Command wish) {
        return given.when(wish).thenRefused(ROWS_REFUSED, B1).faults();
    }

    private static RowFault only(Given given, Row... rows) {
        List<RowFault> faults = faults(given, disburse(B1, rows));
        assertEquals(1, faults.size(), () -> "faults: " + faults);
        return faults.getFirst();
    }

    private static Map<String, String> assertFault(int row, String field, RefusalCode code, Object subject, RowFault fault) {
        assertEquals(row + " " + field + " " + code + " " + subject,
                fault.row() + " " + fault.field() + " " + fault.why().code() + " " + fault.why().subject());
        return fault.why().details();
    }

    private static Row paying(PayeeAccountId payee, AllotmentId allotment, InstitutionId institution) {
        return paying(2, payee, allotment, institution);
    }

    private static Row paying(int row, PayeeAccountId payee, AllotmentId allotment, InstitutionId institution) {
        return new Row(row, PaymentKind.ADVANCE, institution, payee, allotment, yuan("1.00"), PAID_FOR, null, null);
    }

    // Authority

    @Test
    void the_last_fen_of_an_allotment_may_be_reserved() {
        Row a = row(2, CEN_H1, "60.00");
        Row b = row(3, CEN_H1, "40.00");
        funded().when(disburse(B1, a, b)).then(approved(B1, a, b));
    }

    @Test
    void one_fen_more_than_is_available_is_refused() {
        Map<String, String> why = assertFault(3, "amount", ALLOTMENT_EXCEEDED, CEN_H1,
                only(funded(), row(2, CEN_H1, "60.00"), row(3, CEN_H1, "40.01")));
        assertEquals(Map.of("available", "40.00", "asked", "40.01", "missing", "0.01"), why);
    }

    @Test
    void what_is_reserved_by_another_batch_is_not_available() {
        assertFault(2, "amount", ALLOTMENT_EXCEEDED, CEN_H1,
                only(funded().and(approved(B2, row(2, CEN_H1, "60.00"))), row(2, CEN_H1, "40.01")));
    }

    @Test
    void what_the_rows_lack_adds_up_to_what_the_allotment_lacks() {
        List<RowFault> faults = faults(funded(),
                disburse(B1, row(2, CEN_H1, "60.00"), row(3, CEN_H1, "60.01"), row(4, CEN_H1, "30.00")));
        assertEquals(yuan("50.01"), Money.sum(faults.stream()
                .map(fault -> yuan(fault.why().details().get("missing")))
                .toList()));
    }

    // What exists, and whether it belongs together

    @Test
    void an_amount_of_zero_or_less_is_refused() {
        assertFault(2, "amount", AMOUNT_NOT_POSITIVE, CEN_H1, only(funded(), row(2, CEN_H1, "0.00")));
        assertFault(2, "amount", AMOUNT_NOT_POSITIVE, CEN_H1, only(funded(), row(2, CEN_H1, "-0.01")));
    }

    @Test
    void what_does_not_exist_is_named() {
        InstitutionId nobody = new InstitutionId("H9");
        assertFault(2, "institution", INSTITUTION_UNKNOWN, nobody, only(funded(), paying(accountOf(H1), CEN_H1, nobody)));
        assertFault(2, "payeeAccount", PAYEE_ACCOUNT_UNKNOWN, "H9-main",
                only(funded(), paying(accountOf(nobody), CEN_H1, H1)));
        assertFault(2, "allotment", ALLOTMENT_UNKNOWN, "CEN-H9",
                only(funded(), paying(accountOf(H1), new AllotmentId("CEN-H9"), H1)));
    }

    @Test
    void an_institution_is_paid_out_of_its_own_allotments_to_its_own_account() {
        assertFault(2, "allotment", ALLOTMENT_MISMATCH, CEN_H2, only(funded(), paying(accountOf(H1), CEN_H2, H1)));
        assertFault(2, "payeeAccount", PAYEE_MISMATCH, "H2-main", only(funded(), paying(accountOf(H2), CEN_H1, H1)));
    }

    @Test
    void an_allotment_of_another_division_is_refused() {
        DivisionCode next = new DivisionCode("330522");
        Purse purse = Purse.of(next, YEAR, CEN).of(H1, BPH).under(new AllotmentId("CEN-X"));
        BudgetAllotted elsewhere = new BudgetAllotted(purse.allotment(), H1, next, CEN, BPH, YEAR, CLASSES, yuan("1.00"),
                PostingRules.budgetAllotted(purse, yuan("1.00")));
        assertFault(2, "allotment", ALLOTMENT_MISMATCH, "CEN-X",
                only(funded().and(elsewhere), paying(accountOf(H1), new AllotmentId("CEN-X"), H1)));
    }

    @Test
    void nothing_is_paid_to_a_closed_account() {
        assertFault(2, "payeeAccount", ACCOUNT_CLOSED, "H1-main",
                only(funded().and(new PayeeAccountClosed(accountOf(H1), H1, "销户")), row(2, CEN_H1, "1.00")));
    }

    @Test
    void an_account_registered_on_a_friday_is_payable_from_monday_whatever_date_the_batch_bears() {
        LocalDate friday = DAY.plusDays(4);
        PayeeAccountId account = accountOf(new InstitutionId("new"));
        Given given = funded().on(friday).and(new PayeeAccountRegistered(
                account, H1, "青溪镇卫生院H1", "9900000000000777", "虚构银行青溪支行"));
        DisburseBatch backdated = new DisburseBatch(PAYDAY, B1, DIVISION, CT, null, 1, yuan("1.00"),
                List.of(paying(account, CEN_H1, H1)));
        Map<String, String> why = assertFault(2, "payeeAccount", ACCOUNT_TOO_NEW, account,
                faults(given.on(friday.plusDays(2)), backdated).getFirst());
        assertEquals(Map.of("payableFrom", "2026-01-12"), why);
        assertEquals(2, given.on(friday.plusDays(3)).when(backdated).facts().size());
    }

    @Test
    void a_batch_may_not_bear_a_date_before_its_allotments() {
        DisburseBatch wish = new DisburseBatch(
                DAY.minusDays(1), B1, DIVISION, CT, null, 1, yuan("1.00"), List.of(row(2, CEN_H1, "1.00")));
        assertEquals(Map.of("date", "2026-01-04", "allotted", "2026-01-05"),
                assertFault(2, "allotment", DATE_BEFORE_ALLOTMENT, CEN_H1, faults(funded(), wish).getFirst()));
    }

    // The same again

    @Test
    void the_same_row_twice_is_refused_and_the_first_is_named() {
        assertEquals(Map.of("first", "2"), assertFault(7, "row", DUPLICATE_ROW, 7,
                only(funded(), row(2, CEN_H1, "1.00"), row(3, CTY_H1, "1.00"), row(7, CEN_H1, "1.00"))));
    }

    @Test
    void rows_that_differ_in_purpose_are_not_the_same() {
        Row a = row(2, CEN_H1, "1.00");
        Row b = row(3, CEN_H1, "1.00", "另一用途", null);
        funded().when(disburse(B1, a, b)).then(approved(B1, a, b));
    }

    @Test
    void the_same_amount_to_the_same_payee_within_seven_days_needs_a_reason() {
        Given paid = funded().and(approved(B2, row(2, CEN_H1, "10.00"))).on(PAYDAY.plusDays(7));
        Map<String, String> why = assertFault(2, "reason", DUPLICATE_PAYMENT, "H1-main", only(paid, row(2, CTY_H1, "10.00")));
        assertEquals(Map.of("amount", "10.00", "date", PAYDAY.toString()), why);
        Row explained = row(2, CTY_H1, "10.00", PAID_FOR, "两笔不同来源");
        paid.when(disburse(B1, explained)).then(approved(B1, explained));
    }

    @Test
    void on_the_eighth_day_it_needs_none() {
        Row again = row(2, CEN_H1, "10.00");
        funded().and(approved(B2, row(2, CEN_H1, "10.00"))).on(PAYDAY.plusDays(8))
                .when(disburse(B1, again)).then(approved(B1, again));
    }

    @Test
    void a_batch_that_bears_an_earlier_date_than_the_one_it_repeats_needs_a_reason_too() {
        Given later = funded().on(PAYDAY.plusDays(7)).and(approved(B2, row(2, CEN_H1, "10.00")));
        DisburseBatch earlier = new DisburseBatch(
                PAYDAY, B1, DIVISION, CT, null, 1, yuan("10.00"), List.of(row(2, CEN_H1, "10.00")));
        assertFault(2, "reason", DUPLICATE_PAYMENT, "H1-main", faults(later, earlier).getFirst());
    }

    @Test
    void days_are_counted_between_the_dates_the_batches_bear() {
        Row again = row(2, CEN_H1, "10.00");
        DisburseBatch earlier = new DisburseBatch(PAYDAY, B1, DIVISION, CT, null, 1, yuan("10.00"), List.of(again));
        funded().on(PAYDAY.plusDays(8)).and(approved(B2, again)).when(earlier).then(approved(B1, again));
    }

    @Test
    void a_reason_is_recorded_only_where_there_is_something_to_explain() {
        DisbursementBatchApprovedRows part = (DisbursementBatchApprovedRows)
                funded().when(disburse(B1, row(2, CEN_H1, "10.00", PAID_FOR, "无"))).facts().getFirst();
        assertEquals(null, part.rows().getFirst().reason());
    }

    @Test
    void to_pay_again_what_was_given_up_or_came_back_whole_repeats_nothing() {
        Row first = row(2, CEN_H1, "10.00");
        funded().and(approved(B2, first)).and(cancelled(B2, first, "填错"))
                .when(disburse(B1, first)).then(approved(B1, first));
        funded().and(approved(B2, first)).and(paid(B2, first), returned(B2, first, "10.00", "back-1"))
                .when(disburse(B1, first)).then(approved(B1, first));
        assertFault(2, "reason", DUPLICATE_PAYMENT, "H1-main", only(
                funded().and(approved(B2, first)).and(paid(B2, first), returned(B2, first, "9.99", "back-1")), first));
    }

    @Test
    void a_lower_divisions_bureau_is_never_paid_by_a_batch() {
        InstitutionId bureau = new InstitutionId("FB22");
        AllotmentId allotment = new AllotmentId("CEN-FB22");
        Purse purse = Purse.of(DIVISION, YEAR, CEN).of(bureau, null).under(allotment);
        Given given = funded().and(new InstitutionRegistered(bureau, new CreditCode("12330522471100030N"), "邻溪县财政局",
                        InstitutionType.FINANCE_BUREAU, Ownership.PUBLIC, DIVISION),
                budget(CEN, "10.00"),
                new BudgetAllotted(allotment, bureau, DIVISION, CEN, BPH, YEAR, CLASSES, yuan("10.00"),
                        PostingRules.budgetAllotted(purse, yuan("10.00"))));
        assertFault(2, "institution", BUREAU_NOT_PAID, "FB22", only(given, paying(accountOf(H1), allotment, bureau)));
    }

    // All of it at once

    @Test
    void every_bad_row_is_told_at_once_each_with_its_first_fault_only() {
        Refused refused = funded()
                .when(disburse(B1, row(2, CEN_H1, "-1.00"), row(3, CEN_H1, "10.00"), row(4, CEN_H2, "100.01"),
                        paying(9, accountOf(H2), CTY_H1, H1)))
                .thenRefused(ROWS_REFUSED, B1);
        assertEquals("3", refused.details().get("rows"));
        assertEquals(List.of("2 AMOUNT_NOT_POSITIVE", "4 ALLOTMENT_EXCEEDED", "9 PAYEE_MISMATCH"), refused.faults().stream()
                .map(fault -> fault.row() + " " + fault.why().code())
                .toList());
    }
}
