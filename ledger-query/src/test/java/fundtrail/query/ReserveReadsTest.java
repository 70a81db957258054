package fundtrail.query;

import static fundtrail.contract.Role.BH;
import static fundtrail.contract.Role.BO;
import static fundtrail.contract.Role.CA;
import static fundtrail.contract.Role.CK;
import static fundtrail.contract.Role.CS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Money;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.PaymentFileSent;
import fundtrail.contract.id.BatchId;

import fundtrail.postgres.TestPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The risk reserve's statement at two clocks, its draws, the rates of tasks, the advice of a payment. */
@ExtendWith(TestPostgres.class)
@TestInstance(Lifecycle.PER_CLASS)
class ReserveReadsTest {
    private RunningQuery running;
    private long draw;

    @BeforeAll void read(@TempDir Path keys) {
        running = RunningQuery.of(keys, ledger -> {
            ChenghuYear.write(ledger);
            ledger.on("2018-04-02").signedBy(CK, "p-ck", CA, "p-ca").write(ChenghuReserve.account());
            ledger.signedBy(BO, "p-bo", CA, "p-ca").under(Chenghu.DOCUMENT).write(
                    ChenghuReserve.rate("2.5"), ChenghuReserve.contributed("900.00", null));
            ledger.on("2018-04-03").write(ChenghuReserve.contributed("H1", "gift-1", "100.07"));
            draw = ledger.on("2018-04-10").signedBy(CK, "p-ck", CA, "p-ca", BH, "p-bh").under(Chenghu.DOCUMENT)
                    .write(ChenghuReserve.drawn("D1", "687.50"));
            ledger.recorded("2018-04-12").effective("2018-04-05").signedBy(CS, "p-cs").write(ChenghuReserve.interest("int-1", "1.01"));
            ledger.on("2018-04-20").signedBy(BO, "p-bo", CA, "p-ca").under(Chenghu.DOCUMENT).write(
                    ChenghuReserve.returned("D1", draw, "87.50"), ChenghuReserve.contributed("600.00", "D1"));
            var mistaken = ChenghuReserve.contributed("H2", "gift-2", "5.00");
            long position = ledger.on("2018-04-21").write(mistaken);
            ledger.write(new EntryReversed(position, "RiskReserveContributed", null, "录入有误", mistaken.lines().red()));
            ledger.signedBy(CS, "p-cs").write(new PaymentFileSent(
                    new BatchId("B1"), Chenghu.TREASURY, ChenghuYear.HASH, 1, Money.yuan("5000.00")));
        });
    }

    @AfterAll void closed() {
        running.close();
    }

    @Test void the_statement_tells_every_movement_in_the_order_in_which_it_counts_with_a_running_balance() {
        assertEquals(List.of(
                "2018-04-02 CONTRIBUTION 900.00 900.00",
                "2018-04-03 CONTRIBUTION 100.07 1000.07",
                "2018-04-05 INTEREST 1.01 1001.08",
                "2018-04-10 DRAW -687.50 313.58",
                "2018-04-20 DRAW_RETURNED 87.50 401.08",
                "2018-04-20 REPLENISHMENT 600.00 1001.08",
                "2018-04-21 CONTRIBUTION 5.00 1006.08",
                "2018-04-21 REVERSAL -5.00 1001.08"), movements(""));
        JsonNode drawn = get("/api/risk-reserve").get("items").get(3);
        assertEquals("H1 D1 " + draw, drawn.get("institution").textValue() + " " + drawn.get("draw").textValue() + " " + drawn.get("position"));
    }

    @Test void contributions_and_interest_less_draws_and_with_what_came_back_are_the_balance_and_the_cash() {
        JsonNode totals = get("/api/risk-reserve").get("totals").get(0);
        assertEquals("1600.07 1.01 687.50 87.50 0.00 1001.08 1001.08", String.join(" ", List.of("contributions", "interest", "draws", "returned",
                "other", "balance", "cash").stream().map(name -> totals.get(name).textValue()).toList()));
    }

    @Test void interest_recorded_late_is_not_known_before() {
        assertEquals(3, movements("?effective=2018-04-10&known=2018-04-10").size());
        assertEquals(4, movements("?effective=2018-04-10").size());
        assertEquals("312.57", balance("?effective=2018-04-10&known=2018-04-10"));
        assertEquals("313.58", balance("?effective=2018-04-10"));
    }

    @Test void a_period_shows_its_own_movements_and_the_balance_of_all_before() {
        assertEquals(List.of("2018-04-05 INTEREST 1.01 1001.08", "2018-04-10 DRAW -687.50 313.58"),
                movements("?from=2018-04-04&to=2018-04-19"));
    }

    @Test void pages_follow_each_other() {
        JsonNode first = get("/api/risk-reserve?limit=3");
        JsonNode second = get("/api/risk-reserve?limit=3&cursor=" + first.get("next").textValue());
        assertEquals("DRAW", second.get("items").get(0).get("movement").textValue());
        assertEquals("313.58", second.get("items").get(0).get("balance").textValue());
    }

    @Test void a_draw_says_what_went_back_of_it_and_made_an_allotment() {
        JsonNode item = get("/api/risk-reserve/draws?institution=H1").get("items").get(0);
        assertEquals("687.50 87.50", item.get("amount").textValue() + " " + item.get("returned").textValue());
        assertEquals("0.00", get("/api/risk-reserve/draws?effective=2018-04-19").get("items").get(0).get("returned").textValue());
        assertEquals(0, get("/api/risk-reserve/draws?institution=H2").get("items").size());
        assertEquals("600.00", get("/api/allotments/RSV-H1").get("item").get("available").textValue());
    }

    @Test void everybody_knows_the_rates_of_tasks() {
        assertEquals("2.5", running.get("p-ia1", "/api/task-rates").get("items").get(0).get("rate").textValue());
        assertEquals(403, running.ask("p-ia1", "/api/risk-reserve").statusCode());
    }

    @Test void an_advice_tells_the_account_what_is_paid_in_all_and_what_is_left() {
        JsonNode advice = running.get("p-ia1", "/api/payments/B1.2/advice");
        assertEquals("30000.00 30000.00 30000.00", advice.get("payment").get("amount").textValue() + " "
                + advice.get("authority").get("expended").textValue() + " " + advice.get("authority").get("available").textValue());
        assertEquals("H1-main", advice.get("account").get("payeeAccount").textValue());
        assertEquals("0.00", running.get("p-ia1", "/api/payments/B1.2/advice?effective=2018-02-26").get("authority").get("expended").textValue());
    }

    @Test void payments_are_found_by_their_kind_and_a_batch_tells_the_files_sent() {
        assertEquals(4, get("/api/payments?kind=ADVANCE").get("items").size());
        assertEquals(0, get("/api/payments?kind=SETTLEMENT").get("items").size());
        assertEquals("5000.00", get("/api/batches/B1").get("item").get("sent").get(0).get("total").textValue());
        assertFalse(get("/api/batches/B1?effective=2018-04-20").get("item").get("sent").elements().hasNext());
    }

    private List<String> movements(String question) {
        List<String> lines = new ArrayList<>();
        get("/api/risk-reserve" + question).get("items").forEach(item -> lines.add(item.get("effectiveDate").textValue() + " "
                + item.get("movement").textValue() + " " + item.get("amount").textValue() + " " + item.get("balance").textValue()));
        return lines;
    }

    private String balance(String question) {
        return get("/api/risk-reserve" + question).get("totals").get(0).get("balance").textValue();
    }

    private JsonNode get(String path) {
        return running.get("p-au", path);
    }
}
