package fundtrail.query;

import static fundtrail.contract.Account.ALLOTTED;
import static fundtrail.contract.Account.AUTHORITY;
import static fundtrail.contract.Account.EXPENDED;
import static fundtrail.contract.Role.BO;
import static fundtrail.contract.Role.CA;
import static fundtrail.contract.Role.CK;
import static fundtrail.contract.Role.CL;
import static fundtrail.contract.Role.CS;
import static fundtrail.query.Chenghu.COUNTY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Account;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BudgetAllotted.Classification;
import fundtrail.contract.fact.BudgetReallocated;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.MatchingFundsCommitted;
import fundtrail.contract.fact.MatchingFundsPaid;
import fundtrail.contract.fact.OpeningBalanceRecordedRows;
import fundtrail.contract.fact.TransferReceived;
import fundtrail.contract.fact.UsePlanRecorded;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.postgres.TestPostgres;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The reads about authority and flows, after the county's first months ({@link ChenghuYear}) and a spring of transfers. */
@ExtendWith(TestPostgres.class)
@TestInstance(Lifecycle.PER_CLASS)
class AuthorityReadsTest {
    private static final FundSourceCode CTY = new FundSourceCode("CTY");
    private static final FundSourceCode CEN = new FundSourceCode("CEN");

    private RunningQuery running;
    private long mistaken;

    @BeforeAll void read(@TempDir Path keys) {
        running = RunningQuery.of(keys, ledger -> {
            ChenghuYear.write(ledger);
            spring(ledger);
        });
    }

    @AfterAll void closed() {
        running.close();
    }

    /** PRO is notified 900.00, of which 400.00 and 300.00 come; 50.00 more was a mistake that is taken back. */
    private void spring(WrittenLedger ledger) {
        ledger.on("2018-04-02").signedBy(BO, "p-bo", CA, "p-ca").under(Chenghu.DOCUMENT).write(Chenghu.source("PRO", Level.PROVINCIAL));
        ledger.signedBy(CL, "p-cl", CK, "p-ck").under(Chenghu.DOCUMENT).write(Chenghu.notified(COUNTY, "PRO", "900.00"));
        ledger.on("2018-04-03").signedBy(CS, "p-cs").write(Chenghu.transferred(COUNTY, "PRO", "2018-04-03", "TR-1", "400.00"));
        ledger.recorded("2018-04-20").effective("2018-04-10").write(Chenghu.transferred(COUNTY, "PRO", "2018-04-10", "TR-2", "300.00"));
        TransferReceived wrong = Chenghu.transferred(COUNTY, "PRO", "2018-04-20", "TR-3", "50.00");
        mistaken = ledger.on("2018-04-20").write(wrong);
        ledger.signedBy(CL, "p-cl", CK, "p-ck", CA, "p-ca").under(Chenghu.DOCUMENT)
                .write(new EntryReversed(mistaken, "TransferReceived", null, "重复登记", wrong.lines().red()));
        ledger.signedBy(BO, "p-bo", CA, "p-ca").under(Chenghu.DOCUMENT).write(
                new MatchingFundsCommitted(Chenghu.tranche("PRO"), COUNTY, CTY, Money.yuan("90.00")),
                matched("30.00"));

        BudgetReallocated moved = Chenghu.reallocated(COUNTY, "CEN", "H1", "H2", "1000.00");
        ledger.on("2018-04-21").signedBy(BO, "p-bo", CA, "p-ca").under(Chenghu.DOCUMENT).write(moved);
        BudgetReallocated undone = Chenghu.reallocated(COUNTY, "CEN", "H1", "H2", "7.00");
        long position = ledger.write(undone);
        ledger.signedBy(CL, "p-cl", CK, "p-ck", CA, "p-ca").under(Chenghu.DOCUMENT)
                .write(new EntryReversed(position, "BudgetReallocated", null, "录入有误", undone.lines().red()));

        ledger.on("2018-04-25").signedBy(BO, "p-bo").write(
                plan(3, "CEN", "100.00"), plan(5, "CEN", "60000.00"), plan(6, "CEN", "30000.00"),
                plan(5, "CEN", "50000.00"));
        ledger.signedBy(CL, "p-cl", CK, "p-ck", CA, "p-ca").under(Chenghu.DOCUMENT).write(opening());
    }

    private static MatchingFundsPaid matched(String yuan) {
        Purse purse = Purse.of(COUNTY, Chenghu.YEAR, CTY);
        return new MatchingFundsPaid(Chenghu.tranche("PRO"), COUNTY, CTY, Chenghu.TREASURY, "MF-1", Money.yuan(yuan), Lines.of(
                Line.debit(Account.TREASURY_CASH, purse.in(Chenghu.TREASURY), Money.yuan(yuan)),
                Line.credit(Account.INFLOW, purse, Money.yuan(yuan)).of(Chenghu.tranche("PRO"))));
    }

    private static UsePlanRecorded plan(int month, String source, String yuan) {
        return new UsePlanRecorded(COUNTY, YearMonth.of(2018, month), new FundSourceCode(source), Money.yuan(yuan));
    }

    /** As a division that starts mid-life would bring: an allotment of 2017, of which some is spent. */
    private static OpeningBalanceRecordedRows opening() {
        AllotmentId id = new AllotmentId("CEN-H1-2017");
        Purse source = Purse.of(COUNTY, 2017, CEN);
        Purse purse = source.of(new InstitutionId("H1"), Chenghu.BPH).under(id);
        var row = new OpeningBalanceRecordedRows.Row(1, ALLOTTED, 2017, CEN, purse.institution(), Chenghu.BPH, null, id,
                new Classification("2100408", "50502", null), Money.yuan("100.00"), Money.yuan("25.00"));
        return new OpeningBalanceRecordedRows(COUNTY, 1, List.of(row), Lines.of(
                Line.debit(AUTHORITY, source, Money.yuan("100.00")),
                Line.credit(ALLOTTED, purse, Money.yuan("75.00")),
                Line.credit(EXPENDED, purse, Money.yuan("25.00"))));
    }

    private JsonNode get(String path) {
        return running.get("p-au", path);
    }

    private static String members(JsonNode items, String... members) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> List.of(members).stream().map(member -> item.path(member).asText()).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
    }

    @Test void a_transfer_tells_what_came_what_is_to_come_and_what_was_taken_back() {
        JsonNode one = get("/api/transfers/330521.PRO-2018-1").get("item");
        assertEquals("900.00 700.00 200.00 0.00 700.00", String.join(" ", one.get("notified").asText(), one.get("received").asText(),
                one.get("outstanding").asText(), one.get("passedOn").asText(), one.get("retained").asText()));
        assertEquals("400.00, 300.00", members(one.get("receipts"), "amount"));
        assertEquals("CTY 90.00 30.00 60.00", members(one.get("matching"), "fundSource", "committed", "paid", "shortfall"));
    }

    @Test void it_is_due_by_its_earliest_money_and_overdue_after_that_day() {
        assertEquals("2018-05-03 0", due("effective=2018-05-03"));
        assertEquals("2018-05-03 1", due("effective=2018-05-04"));
    }

    private String due(String clocks) {
        JsonNode one = get("/api/transfers/330521.PRO-2018-1?" + clocks).get("item");
        return one.get("dueOn").asText() + " " + one.get("overdueDays").asText();
    }

    @Test void both_clocks_cut_a_tranche() {
        assertEquals("400.00", get("/api/transfers/330521.PRO-2018-1?effective=2018-04-05").at("/item/received").asText());
        assertEquals("400.00", get("/api/transfers/330521.PRO-2018-1?effective=2018-04-12&known=2018-04-12").at("/item/received").asText());
        assertEquals("700.00", get("/api/transfers/330521.PRO-2018-1?effective=2018-04-12").at("/item/received").asText());
        assertEquals("750.00", get("/api/transfers/330521.PRO-2018-1?known=" + mistaken).at("/item/received").asText());
    }

    @Test void transfers_are_found_by_source_year_and_tranche() {
        assertEquals("PRO-2018-1", members(get("/api/transfers?fundSource=PRO&budgetYear=2018&tranche=PRO-2018-1").get("items"), "tranche"));
        assertEquals("", members(get("/api/transfers?fundSource=CEN").get("items"), "tranche"));
    }

    @Test void an_allotments_life_is_every_fact_that_changed_it_with_what_was_left() {
        JsonNode life = get("/api/allotments/CEN-H1/life");
        assertEquals("BudgetAllotted, DisbursementBatchApprovedRows, AdvancePaid, DisbursementBatchApprovedRows, ReservationReleased, "
                + "BudgetReallocated, BudgetReallocated, EntryReversed", members(life.get("items"), "type"));
        assertEquals("60000.00, 30000.00, 30000.00, 29000.00, 30000.00, 29000.00, 28993.00, 29000.00",
                StreamSupport.stream(life.get("items").spliterator(), false).map(item -> item.at("/after/available").asText())
                        .collect(Collectors.joining(", ")));
        assertEquals("0.00 1000.00", life.get("movedIn").asText() + " " + life.get("movedOut").asText());
        assertEquals("59000.00 30000.00", life.at("/authority/allotted").asText() + " " + life.at("/authority/expended").asText());
        assertEquals("1000.00", get("/api/allotments/CEN-H2/life").get("movedIn").asText());
    }

    @Test void a_life_goes_on_over_pages() {
        JsonNode first = get("/api/allotments/CEN-H1/life?limit=5");
        JsonNode second = get("/api/allotments/CEN-H1/life?limit=5&cursor=" + first.get("next").asText());
        assertEquals(5, first.get("items").size());
        assertEquals("BudgetReallocated, BudgetReallocated, EntryReversed", members(second.get("items"), "type"));
        assertFalse(second.has("next"));
    }

    @Test void a_life_ends_at_the_day_and_at_what_was_known_then() {
        assertEquals(3, get("/api/allotments/CEN-H1/life?effective=2018-02-27").get("items").size());
        assertEquals("0.00", get("/api/allotments/CEN-H1/life?known=2018-04-20").get("movedOut").asText());
    }

    @Test void an_allotment_from_before_the_ledger_is_one_like_any() {
        JsonNode life = get("/api/allotments/CEN-H1-2017/life");
        assertEquals("100.00 25.00 75.00", life.at("/authority/allotted").asText() + " " + life.at("/authority/expended").asText() + " "
                + life.at("/authority/available").asText());
        assertEquals("OpeningBalanceRecordedRows", members(life.get("items"), "type"));
    }

    /** 100,000.00 came, 40,000.00 went and 4,000.00 came back: 64,000.00 is there. */
    @Test void a_months_need_stands_against_the_cash_there_is() {
        JsonNode items = get("/api/use-plans?fundSource=CEN&effective=2018-04-25").get("items");
        assertEquals("2018-01 0.00 0.00 100000.00 0.00 100000.00, 2018-02 0.00 100000.00 4000.00 40000.00 64000.00, "
                + "2018-03 100.00 64000.00 0.00 0.00 64000.00, 2018-05 50000.00 64000.00 0.00 0.00 64000.00, "
                + "2018-06 30000.00 64000.00 0.00 0.00 64000.00",
                members(items, "month", "need", "opening", "in", "out", "closing"));
        assertEquals("0.00 0.00, 0.00 0.00, 0.00 0.00, 50000.00 0.00, 30000.00 16000.00", members(items, "unpaid", "missing"));
    }

    @Test void a_later_plan_takes_the_place_of_an_earlier_one_from_when_it_was_known() {
        long before = running.ledger().head() - 2;
        assertTrue(members(get("/api/use-plans?fundSource=CEN&effective=2018-04-25&known=" + before).get("items"), "month", "need")
                .contains("2018-05 60000.00"));
    }

    @Test void money_flows_from_its_source_to_institutions_net_of_what_came_back() {
        JsonNode flows = get("/api/flows?fundSource=CEN&budgetYear=2018&division=330521");
        assertEquals("CEN 100000.00 0.00 100000.00 36000.00 100000.00 64000.00", members(flows.get("sources"),
                "fundSource", "granted", "unallotted", "allotted", "paid", "received", "cash"));
        assertEquals("BPH H1 59000.00 30000.00, BPH H2 41000.00 6000.00",
                members(flows.get("items"), "programme", "institution", "allotted", "paid"));
    }

    @Test void the_share_of_purchasing_is_told_year_by_year_and_what_nobody_classed_is_not_purchased() {
        JsonNode years = get("/api/purchasing?division=330521").get("items");
        assertEquals("2017 25.00 0.00 0.00, 2018 41000.00 41000.00 100.00", members(years, "budgetYear", "paid", "purchased", "percent"));
        assertEquals("BASIC_SERVICE_PURCHASE 41000.00", members(years.get(1).get("channels"), "channel", "paid"));
        assertFalse(years.get(0).get("channels").get(0).has("channel"));
    }
}
