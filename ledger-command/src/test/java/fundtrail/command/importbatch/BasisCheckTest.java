package fundtrail.command.importbatch;

import static fundtrail.command.kit.Batches.B1;
import static fundtrail.command.kit.Batches.PAYDAY;
import static fundtrail.command.kit.Batches.funded;
import static fundtrail.command.kit.Kinds.SUB;
import static fundtrail.command.kit.Kinds.SUB_H1;
import static fundtrail.command.kit.Kinds.inForce;
import static fundtrail.command.kit.Kinds.rate;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.command.kit.ClaimedBack;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.Kinds;
import fundtrail.command.spreadsheet.DisbursementFile;
import fundtrail.contract.Fraction;
import fundtrail.contract.fact.ClawbackAmount;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.PaymentBasis;
import fundtrail.contract.fact.PaymentBasis.Heads;
import fundtrail.contract.fact.PaymentBasis.Subsidy;
import fundtrail.contract.fact.PaymentBasis.Task;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A clerk's file says which payments its rows are; what is missing or too much is told cell by cell. */
class BasisCheckTest {
    private static final Instant NOW = PAYDAY.atTime(LocalTime.of(10, 0)).atZone(ZONE).toInstant();
    private static final BatchHeading HEADING = new BatchHeading(null, B1, DIVISION, CT, null, null, null);

    private static Given ruled() {
        return funded().and(inForce(Kinds.RULES), budget(CEN, "100.00"), Kinds.allotted(SUB_H1, SUB, "50502", "100.00"),
                rate("2.5", DAY, null)).and(ClaimedBack.determined(H1, "CEN 40.00"));
    }

    private static ImportReport report(ClerkFile file) {
        return BatchFile.read(file.csv()).check(HEADING, NOW, ruled().known());
    }

    private static DisburseBatch.Row read(ClerkFile file) {
        ImportReport report = report(file);
        assertNotNull(report.command(), report.faults()::toString);
        return report.command().rows().getFirst();
    }

    private static List<String> faults(ClerkFile file) {
        return report(file).faults().stream().map(fault -> fault.code() + " " + fault.column()).toList();
    }

    private static ClerkFile row(String amount, String kind) {
        return new ClerkFile().row(CEN_H1, amount).but(DisbursementFile.PAYMENT_KIND, kind);
    }

    private static ClerkFile subsidy(String amount) {
        return new ClerkFile().row(SUB_H1, amount).but(DisbursementFile.FUND_SOURCE, "CEN").but(DisbursementFile.PROGRAMME_CODE, "SUB")
                .but(DisbursementFile.PAYMENT_KIND, "专项补助");
    }

    @Test
    void a_row_that_does_not_say_is_an_advance() {
        assertEquals(PaymentKind.ADVANCE, read(new ClerkFile().row(CEN_H1, "10.00")).kind());
        assertEquals(PaymentKind.ADVANCE, read(row("10.00", "预 拨")).kind());
        assertEquals(PaymentKind.ADVANCE, read(row("10.00", "Advance")).kind());
        assertEquals(List.of("PAYMENT_KIND_UNKNOWN 支付类型"), faults(row("10.00", "借款")));
    }

    @Test
    void a_capitation_prepayment_names_heads_rate_and_months() {
        ClerkFile file = row("29.17", "人头预付").but(DisbursementFile.HEADCOUNT, "7").but(DisbursementFile.RATE_A_HEAD, "10.00")
                .but(DisbursementFile.MONTHS, "5");
        assertEquals(PaymentBasis.of(new Heads(7, Fraction.of(10), 5)), read(file).basis());
        assertEquals(List.of("NUMBER_WRONG 月数"), faults(file.but(DisbursementFile.MONTHS, "13")));
        assertEquals(List.of("NUMBER_WRONG 人数"), faults(file.but(DisbursementFile.MONTHS, "5").but(DisbursementFile.HEADCOUNT, "7.5")));
        assertEquals(List.of("BASIS_MISSING 人数"), faults(file.but(DisbursementFile.HEADCOUNT, "")));
        assertEquals(List.of("AMOUNT_DIFFERS 金额"),
                faults(file.but(DisbursementFile.HEADCOUNT, "7").but(DisbursementFile.AMOUNT, "29.18")));
    }

    @Test
    void directed_tasks_name_task_and_quantity() {
        ClerkFile file = row("7.50", "指令性任务").but(DisbursementFile.TASK, "MCH-01").but(DisbursementFile.QUANTITY, "3");
        assertEquals(PaymentBasis.of(new Task(Kinds.TASK, Fraction.of(3), null)), read(file).basis());
        assertEquals(List.of("TASK_UNKNOWN 任务项目"), faults(file.but(DisbursementFile.TASK, "MCH-99")));
        assertEquals(List.of("NUMBER_WRONG 数量"), faults(file.but(DisbursementFile.TASK, "MCH-01").but(DisbursementFile.QUANTITY, "0")));
    }

    @Test
    void a_subsidy_names_its_category_and_personnel_cost_its_four_parts() {
        assertEquals(PaymentBasis.of(new Subsidy("EQUIPMENT", null)),
                read(subsidy("10.00").but(DisbursementFile.SUBSIDY_CATEGORY, "EQUIPMENT")).basis());
        ClerkFile personnel = subsidy("14.51").but(DisbursementFile.SUBSIDY_CATEGORY, "PERSONNEL").but(DisbursementFile.BASIC_PAY, "10.01")
                .but(DisbursementFile.SOCIAL_SECURITY, "2.50").but(DisbursementFile.HOUSING_FUND, "1.20").but(DisbursementFile.ANNUITY, "0.80");
        assertEquals(Kinds.parts("10.01", "2.50", "1.20", "0.80"), read(personnel).basis().subsidy().personnel());
        assertEquals(List.of("AMOUNT_DIFFERS 职业年金"), faults(personnel.but(DisbursementFile.ANNUITY, "0.81")));
        assertEquals(List.of("AMOUNT_NOT_TO_THE_FEN 职业年金"), faults(personnel.but(DisbursementFile.ANNUITY, "0.801")));
        assertEquals(List.of("BASIS_MISSING 职业年金"), faults(personnel.but(DisbursementFile.ANNUITY, "")));
        assertEquals(List.of("BASIS_MISSING 补助类别"), faults(subsidy("10.00")));
    }

    @Test
    void a_settlement_may_name_its_year() {
        assertEquals(List.of("SETTLED_YEAR_MISMATCH 清算年度"), faults(row("1.00", "清算").but(DisbursementFile.SETTLED_YEAR, "2025")));
        assertEquals(List.of("PAYABLE_EXCEEDED 金额"), faults(row("1.00", "清算")));
        assertEquals(List.of("NUMBER_WRONG 清算年度"), faults(row("1.00", "清算").but(DisbursementFile.SETTLED_YEAR, "25")));
    }

    @Test
    void any_payment_may_be_set_off_against_a_claw_back() {
        ClerkFile file = row("60.00", "").but(DisbursementFile.OFFSET_CLAWBACK, "CB-1").but(DisbursementFile.OFFSET_AMOUNT, "20.01");
        assertEquals(List.of(new ClawbackAmount(ClaimedBack.CB, yuan("20.01"))), read(file).offsets());
        assertEquals(List.of("OUTSTANDING_EXCEEDED 抵扣追缴"), faults(file.but(DisbursementFile.OFFSET_AMOUNT, "40.01")));
        assertEquals(List.of("AMOUNT_NOT_TO_THE_FEN 抵扣金额"), faults(file.but(DisbursementFile.OFFSET_AMOUNT, "0.001")));
        assertEquals(List.of("NUMBER_WRONG 抵扣金额"), faults(file.but(DisbursementFile.OFFSET_AMOUNT, "0.00")));
        assertEquals(List.of("OFFSET_INCOMPLETE 抵扣金额"), faults(file.but(DisbursementFile.OFFSET_AMOUNT, "")));
        assertEquals(List.of("OFFSET_INCOMPLETE 抵扣追缴"),
                faults(file.but(DisbursementFile.OFFSET_AMOUNT, "1.00").but(DisbursementFile.OFFSET_CLAWBACK, "")));
        assertEquals(List.of("CLAWBACK_UNKNOWN 抵扣追缴"), faults(file.but(DisbursementFile.OFFSET_CLAWBACK, "CB_?")));
        assertEquals(List.of("CLAWBACK_UNKNOWN 抵扣追缴"), faults(file.but(DisbursementFile.OFFSET_CLAWBACK, "CB-9")));
    }

    @Test
    void what_another_kind_rests_on_is_not_passed_over() {
        assertEquals(List.of("BASIS_OF_ANOTHER_KIND 任务项目"), faults(row("10.00", "").but(DisbursementFile.TASK, "MCH-01")));
        assertEquals(List.of("BASIS_OF_ANOTHER_KIND 清算年度", "BASIS_OF_ANOTHER_KIND 基本工资"),
                faults(row("10.00", "预拨").but(DisbursementFile.SETTLED_YEAR, "2025").but(DisbursementFile.BASIC_PAY, "1.00")));
    }
}
