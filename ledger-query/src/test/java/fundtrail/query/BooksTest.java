package fundtrail.query;

import static fundtrail.contract.Role.BH;
import static fundtrail.contract.Role.CA;
import static fundtrail.contract.Role.CK;
import static fundtrail.contract.Role.CL;
import static fundtrail.contract.Role.CS;
import static fundtrail.query.Chenghu.COUNTY;
import static fundtrail.query.Chenghu.TREASURY;
import static fundtrail.query.Chenghu.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Account;
import fundtrail.contract.TrialBalance;
import fundtrail.contract.TrialBalance.OfAccount;
import fundtrail.contract.fact.BankStatementImported;
import fundtrail.contract.fact.BankStatementImportedRows;
import fundtrail.contract.fact.InstitutionChanged;
import fundtrail.contract.fact.InstitutionChanged.LegalStatus;
import fundtrail.contract.fact.InstitutionRegistered.InstitutionType;
import fundtrail.contract.fact.InstitutionRegistered.Ownership;
import fundtrail.contract.fact.MedicalCommunityFormed;
import fundtrail.contract.fact.MembershipChanged;
import fundtrail.contract.fact.PeriodClosed;
import fundtrail.contract.fact.PeriodClosed.VoucherCount;
import fundtrail.contract.fact.PeriodReopened;
import fundtrail.contract.fact.ReconcilingItemExplained;
import fundtrail.contract.id.CommunityId;
import fundtrail.contract.id.CreditCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.Period;
import fundtrail.contract.id.StatementId;
import fundtrail.postgres.TestPostgres;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Vouchers, closed months, the bank's side of the books, and institutions' history, in the county of {@link ChenghuYear}. */
@ExtendWith(TestPostgres.class)
@TestInstance(Lifecycle.PER_CLASS)
class BooksTest {
    private static final StatementId S1 = new StatementId("S1");
    private static final InstitutionId H1 = new InstitutionId("H1");
    private static final InstitutionId H2 = new InstitutionId("H2");
    private static final CommunityId MC1 = new CommunityId("MC1");

    private RunningQuery running;

    @BeforeAll void read(@TempDir Path keys) {
        running = RunningQuery.of(keys, ledger -> {
            ChenghuYear.write(ledger);
            ledger.on("2018-03-21").signedBy(CA, "p-ca").write(new PeriodClosed(COUNTY, new Period("2018-01"), january().hash(),
                    List.of(new VoucherCount("记", 7))));
            ledger.write(new PeriodClosed(COUNTY, new Period("2018-02"), "0".repeat(64), List.of(new VoucherCount("记", 5))));
            ledger.signedBy(CA, "p-ca", BH, "p-bh").write(new PeriodReopened(COUNTY, new Period("2018-02"), "漏记利息"));
            bank(ledger);
            institutions(ledger);
        });
    }

    @AfterAll void closed() {
        running.close();
    }

    /** What the month's receipts, budgets and allotments come to, added up by hand. */
    private static TrialBalance january() {
        List<OfAccount> rows = new ArrayList<>();
        rows.add(row("CEN", Account.AUTHORITY, "100000.00", "0.00", "100000.00"));
        rows.add(row("CEN", Account.UNALLOTTED, "100000.00", "100000.00", "0.00"));
        rows.add(row("CEN", Account.ALLOTTED, "0.00", "100000.00", "-100000.00"));
        rows.add(row("CEN", Account.TREASURY_CASH, "100000.00", "0.00", "100000.00"));
        rows.add(row("CEN", Account.INFLOW, "0.00", "100000.00", "-100000.00"));
        rows.add(row("CTY", Account.AUTHORITY, "50000.01", "0.00", "50000.01"));
        rows.add(row("CTY", Account.UNALLOTTED, "20000.00", "50000.01", "-30000.01"));
        rows.add(row("CTY", Account.ALLOTTED, "0.00", "20000.00", "-20000.00"));
        rows.add(row("CTY", Account.TREASURY_CASH, "50000.01", "0.00", "50000.01"));
        rows.add(row("CTY", Account.INFLOW, "0.00", "50000.01", "-50000.01"));
        return new TrialBalance(rows);
    }

    private static OfAccount row(String source, Account account, String debit, String credit, String closing) {
        return new OfAccount(2018, new FundSourceCode(source), account, yuan("0.00"), yuan(debit), yuan(credit), yuan(closing));
    }

    private static void bank(WrittenLedger ledger) {
        List<BankStatementImportedRows.Row> rows = List.of(
                bankRow(1, "2018-01-15", "BK-1", "100000.00"), bankRow(2, "2018-01-15", "BK-2", "50000.01"),
                bankRow(3, "2018-02-28", "BK-3", "-30000.00"), bankRow(4, "2018-02-28", "BK-4", "-10000.00"),
                bankRow(5, "2018-02-28", null, "-0.50"));
        ledger.signedBy(CS, "p-cs").write(
                new BankStatementImportedRows(S1, TREASURY, COUNTY, 1, rows),
                new BankStatementImported(S1, TREASURY, COUNTY, LocalDate.of(2018, 1, 1), LocalDate.of(2018, 2, 28), yuan("0.00"),
                        yuan("109999.51"), 1, 5, "0".repeat(64), null));
        ledger.signedBy(CK, "p-ck").write(new ReconcilingItemExplained(TREASURY, COUNTY, S1, 5, null, "手续费，三月入账"));
    }

    private static BankStatementImportedRows.Row bankRow(int row, String day, String ref, String amount) {
        return new BankStatementImportedRows.Row(row, LocalDate.parse(day), ref, yuan(amount), null);
    }

    private static void institutions(WrittenLedger ledger) {
        ledger.signedBy(CL, "p-cl", CK, "p-ck").write(
                new InstitutionChanged(H1, LocalDate.of(2018, 3, 1), new CreditCode("12330521471100032E"), "青溪镇中心卫生院（虚构）",
                        InstitutionType.COMMUNITY_HEALTH_CENTRE, Ownership.PUBLIC, LegalStatus.BRANCH, H2),
                new MedicalCommunityFormed(MC1, "第一医共体（虚构）", COUNTY, H2, List.of(H1, H2), LocalDate.of(2018, 2, 1)),
                new MembershipChanged(MC1, List.of(), List.of(H1), null, LocalDate.of(2018, 3, 10)));
    }

    @Test void the_vouchers_of_a_month_are_numbered_without_a_gap_in_the_order_of_positions() {
        JsonNode items = get("/api/periods/330521/2018-02/vouchers").get("items");
        assertEquals(List.of("记-2018-02-0001", "记-2018-02-0002", "记-2018-02-0003", "记-2018-02-0004", "记-2018-02-0005"),
                texts(items, "voucher"));
        assertEquals(List.of("DisbursementBatchApprovedRows", "AdvancePaid", "AdvancePaid", "AdvancePaid", "PaymentReturned"),
                texts(items, "type"));
    }

    @Test void a_page_of_vouchers_goes_on_where_the_one_before_ended() {
        JsonNode first = get("/api/periods/330521/2018-02/vouchers?limit=2");
        assertEquals(List.of("记-2018-02-0001", "记-2018-02-0002"), texts(first.get("items"), "voucher"));
        assertEquals(List.of("记-2018-02-0003", "记-2018-02-0004"), texts(
                get("/api/periods/330521/2018-02/vouchers?limit=2&cursor=" + first.get("next").textValue()).get("items"), "voucher"));
    }

    @Test void a_voucher_leads_to_its_fact_and_the_fact_to_its_voucher() {
        JsonNode voucher = get("/api/vouchers/330521/%E8%AE%B0-2018-02-0005").get("item");
        assertEquals("PaymentReturned", voucher.get("type").textValue());
        JsonNode fact = get("/api/facts/" + voucher.get("position").asLong()).get("item");
        assertEquals("记-2018-02-0005", fact.at("/vouchers/0/number").textValue());
        assertEquals("330521", fact.at("/vouchers/0/division").textValue());
        assertFalse(get("/api/facts/0").get("item").has("vouchers"), "what posts nothing is no voucher");
    }

    @Test void a_fact_that_was_recorded_late_comes_after_those_recorded_before_it() {
        assertEquals(404, running.ask("p-au", "/api/vouchers/330521/%E8%AE%B0-2018-02-0005?known=2018-03-01").statusCode());
        assertEquals(404, running.ask("p-au", "/api/vouchers/330521/%E8%AE%B0-2018-02-0006").statusCode());
        assertEquals(404, running.ask("p-au", "/api/vouchers/330521/%E8%AE%B0-2018-02-0000").statusCode());
    }

    @Test void numbers_stand_beside_facts_of_several_months() {
        JsonNode items = get("/api/facts?bankRef=BK-1&order=NEWEST_FIRST").get("items");
        assertEquals("记-2018-01-0003", items.get(0).at("/vouchers/0/number").textValue());
        assertEquals("记-2018-03-0003", get("/api/facts?bankRef=BK-6").at("/items/0/vouchers/0/number").textValue());
    }

    @Test void a_closed_month_is_the_very_trial_balance_it_was_closed_with() {
        JsonNode month = get("/api/periods/330521/2018-01");
        assertEquals(january().hash(), month.get("hash").textValue());
        assertEquals(7, month.get("vouchers").intValue());
        assertTrue(month.get("unchanged").booleanValue());
        assertEquals("100000.00", month.at("/rows/0/debit").textValue());
    }

    @Test void a_month_opens_with_what_the_one_before_left() {
        JsonNode month = get("/api/periods/330521/2018-02");
        JsonNode cash = StreamSupport.stream(month.get("rows").spliterator(), false)
                .filter(row -> row.get("account").textValue().equals("TREASURY_CASH") && row.get("fundSource").textValue().equals("CEN"))
                .findFirst().orElseThrow();
        assertEquals("100000.00 4000.00 40000.00 64000.00", cash.get("opening").textValue() + " " + cash.get("debit").textValue() + " "
                + cash.get("credit").textValue() + " " + cash.get("closing").textValue());
        assertFalse(month.get("unchanged").booleanValue(), "its close named another trial balance");
        assertTrue(month.get("closed").has("reopenedAt"));
    }

    @Test void a_year_is_the_sum_of_its_months() {
        JsonNode year = get("/api/years/330521/2018?effective=2018-01-31");
        assertEquals(get("/api/periods/330521/2018-01").get("rows"), year.get("rows"));
        assertFalse(year.has("closed"));
        JsonNode next = get("/api/years/330521/2019?effective=2019-06-30");
        assertTrue(StreamSupport.stream(next.get("rows").spliterator(), false).allMatch(row ->
                row.get("debit").textValue().equals("0.00") && row.get("opening").equals(row.get("closing"))));
    }

    @Test void the_months_that_were_closed_are_listed() {
        assertEquals(List.of("2018-01", "2018-02"), texts(get("/api/periods?division=330521").get("items"), "period"));
    }

    @Test void both_balances_come_to_the_same_with_the_items_of_the_other_side() {
        JsonNode sheet = get("/api/treasury-accounts/CT/reconciliation?effective=2018-02-28");
        assertEquals("109000.01", sheet.get("ledgerBalance").textValue());
        assertEquals("109999.51", sheet.get("statementBalance").textValue());
        assertEquals("0.50", sheet.get("bankOut").textValue());
        assertEquals("4000.00", sheet.get("booksIn").textValue());
        assertEquals("5000.00", sheet.get("booksOut").textValue());
        assertEquals("108999.51", sheet.get("ledgerAdjusted").textValue());
        assertEquals("108999.51", sheet.get("statementAdjusted").textValue());
        assertTrue(sheet.get("balanced").booleanValue());
        assertFalse(sheet.get("explained").booleanValue());
        assertEquals(List.of("-0.50", "-5000.00", "4000.00"), texts(sheet.get("items"), "amount"));
        assertEquals("手续费，三月入账", sheet.at("/items/0/explanation").textValue());
    }

    @Test void what_the_bank_booked_later_stands_in_the_books_alone_until_then() {
        JsonNode sheet = get("/api/treasury-accounts/CT/reconciliation?effective=2018-02-27");
        assertEquals(List.of("-30000.00", "-10000.00", "-5000.00"), texts(sheet.get("items"), "amount"));
        assertTrue(sheet.get("balanced").booleanValue());
    }

    @Test void a_receipt_and_its_reversal_are_no_items_and_before_a_statement_there_is_nothing_to_compare() {
        assertEquals(3, get("/api/treasury-accounts/CT/reconciliation").get("items").size());
        assertFalse(get("/api/treasury-accounts/CT/reconciliation?known=2018-03-20").has("statementBalance"));
    }

    @Test void a_statements_rows_are_read_in_their_order() {
        assertEquals(List.of("100000.00", "50000.01", "-30000.00", "-10000.00", "-0.50"),
                texts(get("/api/bank-statements/S1/rows").get("items"), "amount"));
    }

    @Test void cash_is_told_by_bank_account_and_source_at_two_clocks() {
        assertEquals(List.of("64000.00", "45000.01"), texts(get("/api/cash?division=330521").get("items"), "balance"));
        assertEquals(List.of("60000.00", "45000.01"),
                texts(get("/api/cash?division=330521&effective=2018-02-28&known=2018-03-01").get("items"), "balance"));
    }

    @Test void an_institution_is_what_it_is_on_the_day_asked_for() {
        JsonNode before = get("/api/institutions/H1?effective=2018-02-28").get("item");
        assertEquals("青溪镇卫生院（虚构）", before.get("name").textValue());
        assertEquals("MC1", before.get("community").textValue());
        JsonNode now = get("/api/institutions/H1").get("item");
        assertEquals("青溪镇中心卫生院（虚构）", now.get("name").textValue());
        assertEquals("12330521471100032E", now.get("creditCode").textValue());
        assertEquals("BRANCH", now.get("legalStatus").textValue());
        assertEquals("H2", now.get("legalPerson").textValue());
        assertFalse(now.has("community"));
        assertEquals("2018-03-10", now.at("/memberships/0/until").textValue());
        assertEquals(List.of("H1-main"), texts(now.get("payeeAccounts"), "payeeAccount"));
        assertEquals("BRANCH", get("/api/institutions/H1?effective=2018-03-01").at("/item/legalStatus").textValue());
        assertEquals("LEGAL_PERSON", get("/api/institutions/H1?effective=2018-03-01&known=2018-03-20").at("/item/legalStatus").textValue());
    }

    @Test void a_community_tells_who_belongs_to_it_and_who_did() {
        JsonNode community = get("/api/medical-communities/MC1").get("item");
        assertEquals("H2", community.get("lead").textValue());
        assertEquals(1, community.get("members").size());
        assertEquals(2, get("/api/medical-communities/MC1?effective=2018-03-09").at("/item/members").size());
        assertEquals(404, running.ask("p-au", "/api/medical-communities/MC1?effective=2018-01-31").statusCode());
        assertEquals(2, community.get("stages").size());
    }

    private JsonNode get(String path) {
        return running.get("p-au", path);
    }

    private static List<String> texts(JsonNode items, String member) {
        return StreamSupport.stream(items.spliterator(), false).map(item -> item.get(member).asText()).toList();
    }
}
