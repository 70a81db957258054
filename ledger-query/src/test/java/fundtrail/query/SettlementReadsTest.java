package fundtrail.query;

import static fundtrail.contract.Account.ALLOTTED;
import static fundtrail.contract.Account.EXPENDED;
import static fundtrail.contract.Account.FUND_BALANCE;
import static fundtrail.contract.Account.RESERVED;
import static fundtrail.contract.Account.SETTLEMENT_PAYABLE;
import static fundtrail.contract.Account.SETTLEMENT_RECEIVABLE;
import static fundtrail.contract.Account.TREASURY_CASH;
import static fundtrail.contract.Account.UNALLOTTED;
import static fundtrail.contract.Line.credit;
import static fundtrail.contract.Line.debit;
import static fundtrail.query.Chenghu.BPH;
import static fundtrail.query.Chenghu.COUNTY;
import static fundtrail.query.Chenghu.YEAR;
import static fundtrail.query.Chenghu.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Purse;
import fundtrail.contract.Role;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.BudgetAllotted.Classification;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.Row;
import fundtrail.contract.fact.PaymentBasis;
import fundtrail.contract.fact.SettlementConfirmed;
import fundtrail.contract.fact.SettlementDisputed;
import fundtrail.contract.fact.SettlementPaid;
import fundtrail.contract.fact.SettlementRefundReceived;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PaymentId;
import fundtrail.postgres.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What an institution's year has earned and got, step by step, at both clocks. */
@ExtendWith(TestPostgres.class)
@TestInstance(Lifecycle.PER_CLASS)
class SettlementReadsTest {
    private static final String SHEET = "/api/settlements/H1/BPH/2018";

    private static final BatchId OTHER_YEARS = new BatchId("SB");

    private RunningQuery running;

    @BeforeAll void read(@TempDir Path keys) {
        running = RunningQuery.of(keys, SettlementReadsTest::write);
    }

    @AfterAll void closed() {
        running.close();
    }

    /** H1 got 30,000.00 of CEN and 5,000.00 of CTY; it pays the rest back on the 17th, which is learned on the 19th. */
    private static void write(WrittenLedger ledger) {
        TwoCounties.write(ledger);
        ledger.on("2018-12-13").signedBy(Role.CL, "p-cl", Role.CK, "p-ck", Role.CA, "p-ca")
                .write(ServiceYear.settled(COUNTY, "H1", "30000.00", "5000.00"));
        ledger.signedBy(Role.IS, "p-is1").write(new SettlementDisputed(COUNTY, new InstitutionId("H1"), BPH, YEAR, 1, "体检人次少计"));
        Purse purse = Purse.of(COUNTY, YEAR, new FundSourceCode("CTY"));
        Purse owed = purse.of(new InstitutionId("H1"), BPH);
        ledger.recorded("2018-12-19").effective("2018-12-17").signedBy(Role.CS, "p-cs").write(new SettlementRefundReceived(COUNTY,
                new InstitutionId("H1"), BPH, YEAR, Chenghu.TREASURY, "BK-9", yuan("2550.00"),
                List.of(new SourceAmount(new FundSourceCode("CTY"), yuan("2550.00"))), null,
                Lines.of(debit(TREASURY_CASH, purse.in(Chenghu.TREASURY), yuan("2550.00")), credit(SETTLEMENT_RECEIVABLE, owed, yuan("2550.00")),
                        debit(EXPENDED, owed.under(new AllotmentId("CTY-H1")), yuan("2550.00")),
                        credit(ALLOTTED, owed.under(new AllotmentId("CTY-H1")), yuan("2550.00")))));
        ledger.on("2018-12-20").signedBy(Role.IS, "p-is1").write(new SettlementConfirmed(COUNTY, new InstitutionId("H1"), BPH, YEAR, 1));
        ledger.on("2019-02-01").signedBy(Role.CL, "p-cl", Role.CK, "p-ck", Role.CA, "p-ca").write(paidOfOtherYears());
    }

    /** Of 2018's settlement 1.00 out of 2019's allotment; of 2017's 2.00 out of 2018's. */
    private static Fact[] paidOfOtherYears() {
        Purse next = ofCen(YEAR + 1).under(new AllotmentId("CEN-H1-2019"));
        Purse same = ofCen(YEAR).under(new AllotmentId("CEN-H1"));
        return new Fact[] {
            new BudgetAllotted(next.allotment(), next.institution(), COUNTY, next.fundSource(), BPH, YEAR + 1,
                    new Classification("2100408", "50502", null), yuan("1.00"),
                    Lines.of(debit(UNALLOTTED, ofSource(next), yuan("1.00")), credit(ALLOTTED, next, yuan("1.00")))),
            new DisbursementBatchApprovedRows(OTHER_YEARS, 1, List.of(row(1, next, "1.00", YEAR), row(2, same, "2.00", YEAR - 1)), Lines.of(
                    debit(ALLOTTED, next, yuan("1.00")), credit(RESERVED, next, yuan("1.00")),
                    debit(ALLOTTED, same, yuan("2.00")), credit(RESERVED, same, yuan("2.00")))),
            new DisbursementBatchApproved(OTHER_YEARS, COUNTY, Chenghu.TREASURY, 1, 2, yuan("3.00"), "cd".repeat(32), null),
            paid(1, next, "1.00", YEAR),
            paid(2, same, "2.00", YEAR - 1)
        };
    }

    private static Row row(int row, Purse allotment, String amount, int settled) {
        return new Row(row, new PaymentId(OTHER_YEARS + "." + row), PaymentKind.SETTLEMENT, allotment.institution(), new PayeeAccountId("H1-main"),
                allotment.allotment(), yuan(amount), "清算", null, null, PaymentBasis.settled(settled));
    }

    private static SettlementPaid paid(int row, Purse allotment, String amount, int settled) {
        Purse owed = ofCen(settled);
        return new SettlementPaid(new PaymentId(OTHER_YEARS + "." + row), OTHER_YEARS, row, allotment.institution(), allotment.institution(),
                new PayeeAccountId("H1-main"), allotment.allotment(), Chenghu.TREASURY, yuan(amount), "清算", settled, Lines.of(
                        debit(SETTLEMENT_PAYABLE, owed, yuan(amount)), credit(FUND_BALANCE, ofSource(owed), yuan(amount)),
                        debit(FUND_BALANCE, ofSource(allotment), yuan(amount)),
                        credit(TREASURY_CASH, ofSource(allotment).in(Chenghu.TREASURY), yuan(amount)),
                        debit(RESERVED, allotment, yuan(amount)), credit(EXPENDED, allotment, yuan(amount))));
    }

    private static Purse ofCen(int year) {
        return Purse.of(COUNTY, year, new FundSourceCode("CEN")).of(new InstitutionId("H1"), BPH);
    }

    private static Purse ofSource(Purse purse) {
        return Purse.of(purse.division(), purse.budgetYear(), purse.fundSource());
    }

    private JsonNode sheet(String clocks) {
        return running.get("p-is1", SHEET + clocks).get("item");
    }

    @Test void the_work_stands_item_by_item_with_every_step_to_the_fraction() {
        JsonNode work = sheet("").get("work");
        JsonNode check = work.get("items").get(1);
        assertEquals("HC-65 老年人健康体检 2.5 400 1000", text(check, "item", "nameZh", "weight", "quantity", "equivalents"));
        assertEquals("2000 7125.00 1900 3.75 3.75 0 149/150 7450 7450.00",
                text(work, "total", "pool", "baseline", "exactUnit", "published", "residual", "coefficient", "exact", "entitlement"));
    }

    @Test void the_sheet_has_agreement_evaluation_plan_and_what_each_source_owes() {
        JsonNode sheet = sheet("");
        assertEquals("AGR-H1 FINAL 1 CONFIRMED", text(sheet, "agreement", "state", "revision", "answered"));
        assertEquals("88 149/150", text(sheet.get("evaluation"), "score", "coefficient"));
        assertEquals("CEN 5000.00", text(sheet.get("plan").get(0), "fundSource", "amount"));
        assertEquals("CEN 5000.00 30000.00 0.00 25000.00",
                text(sheet.get("bySource").get(0), "fundSource", "entitlement", "advances", "payable", "receivable"));
        assertEquals("CTY 2550.00", text(sheet.get("refunded").get(0), "fundSource", "amount"));
        assertEquals("B1.2 ADVANCE CEN 1 2018-02-27 30000.00",
                text(sheet.get("payments").get(0), "payment", "kind", "fundSource", "instalment", "paidOn", "amount"));
    }

    @Test void a_payment_stands_on_the_sheet_of_the_year_it_settles_whichever_years_allotment_paid() {
        assertEquals(List.of("B1.2", "B1.4", "SB.1"), sheet("").get("payments").findValuesAsText("payment"));
    }

    @Test void a_refund_learned_later_than_it_counts_is_there_as_soon_as_it_is_known() {
        assertEquals("CTY 0.00 2550.00", text(open("?effective=2018-12-18&known=2018-12-18"), "fundSource", "payable", "receivable"));
        assertEquals("CTY 0.00 0.00", text(open("?effective=2018-12-18&known=2018-12-19"), "fundSource", "payable", "receivable"));
        assertEquals("CTY 0.00 2550.00", text(open("?effective=2018-12-16&known=2018-12-19"), "fundSource", "payable", "receivable"));
    }

    private JsonNode open(String clocks) {
        return sheet(clocks).get("open").get(1);
    }

    @Test void what_the_institution_said_is_seen_as_it_was_known() {
        assertEquals("DISPUTED 体检人次少计", text(sheet("?known=2018-12-18"), "answered", "dispute"));
        assertTrue(sheet("").path("dispute").isMissingNode());
        assertEquals("UNSETTLED 0", text(sheet("?known=2018-12-12"), "state", "revision"));
    }

    @Test void the_pool_shows_its_unit_standard_the_residual_and_how_far_the_years_work_departs() {
        JsonNode pool = running.get("p-bo", "/api/purchase-pools/330521/BPH/2018").get("item");
        assertEquals("7500.00", pool.get("pool").textValue());
        assertEquals("3.75 3.75 0", text(pool.get("unitStandard"), "exact", "published", "residual"));
        assertEquals("1900 2000 1/19 0.05 true", text(pool.get("watch"), "baseline", "reported", "departure", "threshold", "anomalous"));
    }

    @Test void the_plan_shows_its_shortfall() {
        JsonNode plan = running.get("p-bo", "/api/funding-plans/330521/BPH/2018").get("item");
        assertEquals("1 0.00", text(plan, "revision", "shortfall"));
        assertEquals("H1 CTY 2450.00", text(plan.get("planLines").get(1), "institution", "fundSource", "amount"));
    }

    @Test void the_rows_of_a_report_stand_in_the_order_of_its_file_page_by_page() {
        JsonNode first = running.get("p-ia1", "/api/service-volumes/VOL-H1/rows?limit=1");
        assertEquals("2 H1.2 GP-01 1000", text(first.get("items").get(0), "row", "claim", "item", "quantity"));
        JsonNode second = running.get("p-ia1", "/api/service-volumes/VOL-H1/rows?limit=1&cursor=" + first.get("next").textValue());
        assertEquals("3 H1.3 HC-65 400 p-doctor", text(second.get("items").get(0), "row", "claim", "item", "quantity", "practitioner"));
    }

    private static String text(JsonNode node, String... members) {
        return Stream.of(members).map(member -> node.path(member).asText()).collect(Collectors.joining(" "));
    }
}
