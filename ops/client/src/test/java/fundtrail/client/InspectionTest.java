package fundtrail.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An inspector's lists, as a terminal shows them. */
class InspectionTest {
    private static final String JSON = "application/json";

    private final ScriptedServer server = new ScriptedServer();
    private LedgerApi api;
    private Inspection inspection;

    @BeforeEach
    void open() {
        Words words = Words.in("en");
        api = new LedgerApi(server.addresses(), words, Patience.USUAL, Trust.usual());
        inspection = new Inspection(api, "token", words);
    }

    @AfterEach
    void closed() {
        api.close();
        server.close();
    }

    @Test
    void restitution_adds_up_source_by_source() {
        server.then(200, JSON, """
                {"items":[{"division":"330521","fundSource":"CEN","taken":"1000.00","restored":"600.00","held":"100.00","writtenOff":"50.00",
                  "outstanding":"250.00","refundDue":"0.00"},
                 {"division":"330521","fundSource":"CTY","taken":"2.50","restored":"2.50","held":"0.00","writtenOff":"0.00","outstanding":"0.00",
                  "refundDue":"0.00"}]}""");
        String table = inspection.restitutionTable(Map.of("effective", "2018-12-31"));
        assertTrue(table.lines().anyMatch(line -> line.replaceAll(" +", " ").equals("Total 1,002.50 602.50 100.00 50.00 250.00 0.00")), table);
        assertEquals("GET /api/restitution?effective=2018-12-31", server.asked().getFirst().method() + " " + server.asked().getFirst().path());
    }

    @Test
    void where_nothing_was_ever_clawed_back_there_is_no_table() {
        server.then(200, JSON, "{\"items\":[]}").then(200, JSON, "{\"items\":[]}");
        assertEquals("", inspection.restitutionTable(Map.of()));
        assertEquals("Nothing to list.\n", inspection.restitution(Map.of()));
    }

    @Test
    void an_alert_names_its_facts() {
        server.then(200, JSON, """
                {"items":[{"alert":"a","rule":"ROUND_AMOUNT","version":1,"title":"Round amount","division":"330521","institution":"H1",
                  "subject":"PAYMENT","subjectId":"B1.2","amount":"300000.00","positions":[7,9],"effectiveDate":"2018-03-01"}]}""");
        String table = inspection.alerts(Map.of("rule", "ROUND_AMOUNT"));
        assertTrue(table.contains("Round amount") && table.contains("B1.2") && table.contains("300,000.00") && table.contains("7 9"), table);
    }

    @Test
    void what_is_expected_says_by_when_and_what_blocks_it() {
        server.then(200, JSON, """
                {"items":[{"clawback":"CB1","division":"330521","institution":"H1","expected":"RESTITUTION","on":"2018-06-01","overdue":0,
                  "amount":"5.00","bySource":[{"fundSource":"CEN","amount":"5.00"}],"blockedBy":"DAYS_TO_APPEAL","until":"2018-05-31"}]}""");
        String table = inspection.forecast(Map.of());
        assertTrue(table.contains("back to its source") && table.contains("it can still be appealed, until 2018-05-31"), table);
    }

    @Test
    void a_tip_off_says_what_was_told_and_which_case_took_it_up() {
        server.then(200, JSON, """
                {"items":[{"tipOff":"TIP-1","division":"330521","institution":"H1","channel":"LETTER","receivedOn":"2018-03-20",
                  "subject":"Checks reported that were never done","caseId":"case-1"},
                 {"tipOff":"TIP-2","division":"330521","channel":"TELEPHONE","receivedOn":"2018-03-22","subject":"Where did the drugs go?"}]}""");
        String table = inspection.tipOffs(Map.of());
        assertTrue(rows(table).contains("2018-03-20 TIP-1 letter H1 Checks reported that were never done case-1"), table);
        assertTrue(rows(table).contains("2018-03-22 TIP-2 telephone Where did the drugs go?"), table);
    }

    @Test
    void a_case_says_whose_it_is_and_how_far() {
        server.then(200, JSON, """
                {"items":[{"caseId":"case-1","division":"330521","institution":"H1","state":"OPEN","openedOn":"2018-03-23","position":3,
                  "effectiveDate":"2018-03-23"},
                 {"caseId":"case-2","division":"330521","institution":"H2","state":"CLOSED","openedOn":"2018-03-24","closedOn":"2018-04-01",
                  "position":9,"effectiveDate":"2018-04-01"}]}""");
        String table = inspection.cases(Map.of());
        assertTrue(rows(table).contains("2018-03-23 case-1 H1 open"), table);
        assertTrue(rows(table).contains("2018-03-24 case-2 H2 closed 2018-04-01"), table);
    }

    @Test
    void a_hold_says_what_it_holds_back_and_until_when() {
        server.then(200, JSON, """
                {"items":[{"hold":"hold-1","institution":"H1","programme":"BPH","amount":"1000.00","legalBasis":"Article 6","reviewOn":"2018-04-05",
                  "expiresOn":"2018-06-05","placedAt":"2018-03-05T02:00:00Z","active":true},
                 {"hold":"hold-2","institution":"H2","legalBasis":"Article 6","reviewOn":"2018-04-05","expiresOn":"2018-06-05",
                  "placedAt":"2018-03-05T02:00:00Z","releasedAt":"2018-03-06T02:00:00Z","releaseReason":"unfounded","active":false}]}""");
        String table = inspection.holds(Map.of());
        assertTrue(rows(table).contains("hold-1 H1 BPH 1,000.00 holds 2018-04-05 2018-06-05 Article 6"), table);
        assertTrue(rows(table).contains("hold-2 H2 everything lifted 2018-04-05 2018-06-05 Article 6"), table);
    }

    private static List<String> rows(String table) {
        return table.lines().map(line -> line.replaceAll(" +", " ")).toList();
    }

    @Test
    void a_claim_shows_what_each_source_paid_for_it() {
        server.then(200, JSON, """
                {"items":[{"claim":"H1.3","division":"330521","institution":"H1","programme":"BPH","budgetYear":2018,"item":"HC-65",
                  "quantity":"400","practitioner":"p-doctor","status":"CLAWED_BACK","paid":"3750.00",
                  "bySource":[{"fundSource":"CEN","amount":"3214.29"},{"fundSource":"CTY","amount":"535.71"}],"position":5}]}""");
        String table = inspection.claims(Map.of());
        assertTrue(table.contains("CEN 3,214.29 · CTY 535.71") && table.contains("clawed back, still owed"), table);
    }
}
