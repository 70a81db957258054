package fundtrail.query;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.EntryCodec;
import fundtrail.contract.Money;
import fundtrail.postgres.TestPostgres;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

/** What the made-up county's first months read like, against amounts added up by hand ({@link ChenghuYear}). */
@ExtendWith(TestPostgres.class)
@TestInstance(Lifecycle.PER_CLASS)
class ReadsTest {
    private RunningQuery running;

    @BeforeAll void read(@TempDir Path keys) {
        running = RunningQuery.chenghu(keys);
    }

    @AfterAll void closed() {
        running.close();
    }

    @Test void every_answer_says_what_it_knows_and_that_it_is_a_rehearsal() {
        var answer = get("/api/institutions");
        assertEquals(running.ledger().head(), answer.get("knownPosition").longValue());
        assertEquals("2018-03-20", answer.get("effective").textValue(), "a rehearsal's today is the day of its last fact");
        assertEquals("2018-03-20T02:00:00.000000Z", answer.get("knownAt").textValue());
        assertEquals("REHEARSAL", answer.get("purpose").textValue());
        assertFalse(answer.has("open"));
    }

    @Test void the_last_known_fact_at_a_dates_end_is_closed_and_beyond_the_last_fact_open() {
        assertFalse(get("/api/ledger?known=2018-03-19").has("open"));
        assertTrue(get("/api/ledger?known=2018-03-20").get("open").booleanValue());
        assertTrue(get("/api/ledger?known=2018-03-20T10:00:00%2B08:00").get("open").booleanValue());
        assertFalse(get("/api/ledger?known=2018-03-20T09:59:59.999999%2B08:00").has("open"));
    }

    @Test void an_allotment_is_available_reserved_expended_and_withdrawn() {
        assertAuthority("CEN-H1", "60000.00", "0.00", "30000.00", "30000.00");
        assertAuthority("CEN-H2", "40000.00", "0.00", "6000.00", "34000.00");
        assertAuthority("CTY-H1", "20000.00", "0.00", "5000.00", "15000.00");
    }

    @Test void an_allotment_stands_differently_at_other_dates() {
        var approved = get("/api/allotments/CEN-H1?effective=2018-02-26").get("item");
        assertEquals("30000.00", approved.get("reserved").textValue());
        assertEquals("0.00", approved.get("expended").textValue());
        assertEquals("60000.00", get("/api/allotments/CEN-H1?known=2018-02-25").get("item").get("available").textValue());
        assertEquals(404, running.ask("p-au", "/api/allotments/CEN-H1?effective=2018-01-19").statusCode());
    }

    @Test void the_two_clocks_differ_where_a_return_was_recorded_late() {
        assertEquals("10000.00", advances("effective=2018-02-28&known=2018-03-01"));
        assertEquals("6000.00", advances("effective=2018-02-28&known=2018-03-02"));
        assertEquals("10000.00", advances("effective=2018-02-27&known=2018-03-20"));
        assertEquals("6000.00", advances("effective=2018-02-28"));
    }

    @Test void a_payment_is_folded_again_where_later_facts_do_not_count_yet() {
        assertPayment("PARTLY_RETURNED", "4000.00", "");
        assertPayment("CONFIRMED", "0.00", "?effective=2018-02-27");
        assertPayment("CONFIRMED", "0.00", "?effective=2018-02-28&known=2018-03-01");
        assertPayment("RESERVED", "0.00", "?effective=2018-02-26");
        assertEquals(404, running.ask("p-au", "/api/payments/B1.3?effective=2018-02-25").statusCode());
    }

    @Test void a_payments_story_names_its_facts_and_their_signers() {
        var facts = get("/api/payments/B1.3").get("item").get("facts");
        assertEquals(List.of("DisbursementBatchApprovedRows", "AdvancePaid", "PaymentConfirmed", "PaymentReturned"), texts(facts, "type"));
        assertEquals(List.of("MAKER", "CHECKER", "APPROVER"), texts(facts.get(0).get("signatures"), "step"));
        assertEquals("姓名ca", facts.get(0).get("signatures").get(2).get("name").textValue());
        assertEquals("岗位CA", facts.get(0).get("signatures").get(2).get("post").textValue());
    }

    @Test void a_batch_says_how_far_its_rows_are() {
        var progress = get("/api/batches/B1").get("item").get("progress");
        assertEquals(List.of("PAID", "CONFIRMED", "PARTLY_RETURNED"), texts(progress, "state"));
        assertEquals(List.of("5000.00", "30000.00", "10000.00"), texts(progress, "amount"));
        assertEquals(List.of("RELEASED"), texts(get("/api/batches/B2").get("item").get("progress"), "state"));
        var rows = get("/api/batches/B1/rows").get("items");
        assertEquals(List.of("B1.2", "B1.3", "B1.4"), texts(rows, "payment"));
    }

    @Test void payments_are_found_by_institution_as_beneficiary_or_payee_and_by_state() {
        assertEquals(List.of("B1.2", "B1.3", "B1.4", "B2.2"), texts(get("/api/payments?institution=H1").get("items"), "payment"));
        assertEquals(List.of("B1.3"), texts(get("/api/payments?institution=H2").get("items"), "payment"));
        assertEquals(List.of("B2.2"), texts(get("/api/payments?state=RELEASED").get("items"), "payment"));
        assertEquals(List.of("B1.2", "B2.2"), texts(get("/api/payments?allotment=CEN-H1").get("items"), "payment"));
        assertEquals(List.of("B2.2"), texts(get("/api/payments?batch=B2").get("items"), "payment"));
    }

    @Test void a_refused_row_names_the_hold_that_refused_it() {
        var payment = get("/api/payments/B2.2").get("item");
        assertEquals("HOLD_ACTIVE", payment.get("refusal").textValue());
        assertEquals("hold-1", payment.get("hold").textValue());
    }

    @Test void a_hold_is_active_from_its_placing_to_its_release() {
        assertFalse(get("/api/holds/hold-1").get("item").get("active").booleanValue());
        assertTrue(get("/api/holds/hold-1?known=2018-03-05").get("item").get("active").booleanValue());
        assertEquals(List.of(), texts(get("/api/holds?active=true").get("items"), "hold"));
        assertEquals(List.of("hold-1"), texts(get("/api/holds?active=true&known=2018-03-05").get("items"), "hold"));
        assertFalse(get("/api/holds/hold-1?known=2018-03-05&effective=2018-06-06").get("item").get("active").booleanValue());
    }

    @Test void a_proposal_shows_every_hand_it_went_through() {
        var proposal = get("/api/proposals/prop-1").get("item");
        assertEquals("APPROVED", proposal.get("state").textValue());
        assertEquals(List.of("p-cl", "p-ck", "p-ca"), texts(proposal.get("signed"), "person"));
        assertEquals(List.of("姓名cl", "姓名ck", "姓名ca"), texts(proposal.get("signed"), "name"));
        assertEquals("SUBMITTED", get("/api/proposals/prop-1?known=" + proposal.get("signed").get(0).get("position").longValue())
                .get("item").get("state").textValue());
        assertEquals(List.of("2", "3"), texts(get("/api/proposals/prop-1/rows").get("items"), "row", "row"));
        assertEquals(List.of(), texts(get("/api/proposals?state=SUBMITTED").get("items"), "proposal"));
        assertEquals(List.of("prop-1"), texts(get("/api/proposals?signer=p-ck&command=DisburseBatch").get("items"), "proposal"));
    }

    @Test void a_statement_runs_its_balance_by_account_and_source() {
        var statement = get("/api/institutions/H2/statement");
        var items = statement.get("items");
        assertEquals(List.of("ADVANCES", "ADVANCES"), texts(items, "account"));
        assertEquals(List.of("10000.00", "4000.00"), texts(items, "amount"));
        assertEquals(List.of("D", "C"), texts(items, "side"));
        assertEquals(List.of("10000.00", "6000.00"), texts(items, "balance"));
        assertEquals(List.of("2018-02-27", "2018-02-28"), texts(items, "effectiveDate"));
        assertEquals("2018-03-02T02:00:00.000000Z", items.get(1).get("recordedAt").textValue());
        assertEquals(List.of("姓名cs"), texts(items.get(0).get("signatures"), "name"));
        assertEquals(List.of("姓名cl", "姓名ck", "姓名ca"), texts(items.get(0).get("approval"), "name"));
        assertEquals(List.of("MAKER", "CHECKER", "APPROVER"), texts(items.get(1).get("approval"), "step"));
        assertEquals(List.of(Chenghu.DOCUMENT.number(), Chenghu.DOCUMENT.number()), texts(items, "document"));
        assertEquals(List.of("6000.00"), texts(statement.get("closing"), "balance"));
    }

    @Test void a_statements_period_opens_with_what_stood_before() {
        var statement = get("/api/institutions/H2/statement?from=2018-02-28&to=2018-03-31");
        assertEquals(List.of("10000.00"), texts(statement.get("opening"), "balance"));
        assertEquals(List.of("6000.00"), texts(statement.get("items"), "balance"));
        assertEquals("2018-03-20", statement.get("to").textValue(), "a period ends with the effective date at the latest");
    }

    @Test void a_statement_of_the_budget_book_names_the_document() {
        var items = get("/api/institutions/H1/statement?account=ALLOTTED&fundSource=CTY").get("items");
        assertEquals(List.of("-20000.00", "-15000.00"), texts(items, "balance"));
        assertEquals("澄财预〔2018〕1号", items.get(0).get("document").textValue());
    }

    @Test void a_source_breaks_down_to_institution_and_programme_and_its_total_is_the_sum() {
        var breakdown = get("/api/fund-sources/CEN/breakdown");
        var shares = breakdown.get("items");
        assertEquals("100000.00", breakdown.get("total").get("allotted").textValue());
        assertEquals("36000.00", breakdown.get("total").get("expended").textValue());
        assertEquals("-64000.00", Money.sum(texts(shares, "authority", "available").stream().map(Money::yuan).toList()).negated().toString());
        assertEquals(List.of("H1", "H2"), texts(shares, "institution"));
        assertEquals("30000.00", shares.get(1).get("balances").get("ADVANCES").textValue());
        assertEquals("64000.00", shares.get(0).get("balances").get("TREASURY_CASH").textValue());
    }

    @Test void balances_are_by_source_year_and_account_unless_asked_otherwise() {
        var cash = get("/api/balances?account=TREASURY_CASH").get("items");
        assertEquals(List.of("64000.00", "45000.01"), texts(cash, "balance"));
        var all = get("/api/balances?by=account&account=TREASURY_CASH").get("items");
        assertEquals(List.of("109000.01"), texts(all, "balance"));
        assertEquals(List.of("154000.01"), texts(all, "debit"), "a red entry takes turnover back");
        var advances = get("/api/balances?account=ADVANCES&by=institution,fundSource").get("items");
        assertEquals(List.of("30000.00", "5000.00", "6000.00"), texts(advances, "balance"));
    }

    @Test void the_trial_balance_balances_for_every_source_year_and_book() {
        var trial = get("/api/trial-balance");
        assertTrue(trial.get("balanced").booleanValue());
        assertEquals(4, trial.get("totals").size());
        for (JsonNode total : trial.get("totals")) {
            assertEquals(total.get("debit"), total.get("credit"));
            assertEquals("330521", total.get("division").textValue());
        }
    }

    @Test void the_trail_is_narrowed_by_what_facts_are_about() {
        assertEquals(List.of("AdvancePaid", "AdvancePaid", "AdvancePaid"), types("type=AdvancePaid"));
        assertEquals(List.of("BudgetAllotted", "DisbursementBatchApprovedRows", "AdvancePaid", "PaymentReturned"), types("allotment=CEN-H2"));
        assertEquals(List.of("AdvancePaid", "PaymentReturned"), types("institution=H2&fundSource=CEN&from=2018-02-27"));
        assertEquals(List.of("DisbursementBatchApprovedRows", "DisbursementBatchApproved", "ReservationReleased"), types("batch=B2"));
        assertEquals(List.of("PaymentHoldReleased"), types("actor=p-lo"));
        assertEquals(List.of("PaymentHoldPlaced"), types("signer=p-in"));
        assertEquals(List.of("RoleRevoked"), types("type=RoleRevoked&person=p-left"));
        assertEquals(List.of(), types("type=RoleRevoked&person=p-cl"));
        assertEquals(List.of("LedgerOpened"), types("firstPosition=0&lastPosition=0"));
        assertEquals(List.of("PaymentHoldReleased"), types("from=2018-03-06&to=2018-03-06"));
        assertEquals("RoleRevoked", types("order=NEWEST_FIRST").getFirst());
        String document = URLEncoder.encode(Chenghu.DOCUMENT.number(), StandardCharsets.UTF_8);
        assertEquals(List.of("EntryReversed"), types("from=2018-02-01&document=" + document));
        assertEquals(List.of(), types("document=elsewhere"));
        assertEquals(List.of("ProposalSubmittedRows", "ProposalSubmitted", "ProposalChecked", "ProposalApproved",
                "DisbursementBatchApprovedRows", "DisbursementBatchApproved", "AdvancePaid", "AdvancePaid", "AdvancePaid"),
                types("proposal=prop-1"), "a proposal's facts and those it led to");
    }

    @Test void an_auditor_gets_the_very_bytes_whose_leaf_hash_is_shown() {
        long position = get("/api/facts?type=AdvancePaid").get("items").get(0).get("position").longValue();
        var row = running.ledger().written().get((int) position);
        var fact = get("/api/facts/" + position).get("item");
        assertEquals(new String(row.entry(), StandardCharsets.UTF_8), fact.get("entry").textValue());
        assertEquals(EntryCodec.leafHashHex(row.entry()), fact.get("leafHash").textValue());
        assertArrayEquals(row.entry(), running.ask("p-au", "/api/facts/" + position + "/entry").body());
    }

    @Test void a_red_entry_is_a_fact_of_its_own_and_leaves_the_other_as_it_was() {
        var reversal = get("/api/facts?type=EntryReversed").get("items").get(0);
        var fact = get("/api/facts/" + reversal.get("position").longValue()).get("item");
        assertEquals(List.of("-10.00", "-10.00"), texts(fact.get("lines"), "amount"));
        assertEquals("FundReceived", get("/api/facts/" + fact.get("body").get("reverses").longValue()).get("item").get("type").textValue());
    }

    @Test void roles_are_listed_with_their_beginning_and_end() {
        var roles = get("/api/people/p-left").get("item").get("roles");
        assertEquals("2018-03-20T02:00:00.000000Z", roles.get(0).get("until").textValue());
        assertEquals(List.of("p-cl"), texts(get("/api/people?role=CL&division=330521").get("items"), "person"));
    }

    @Test void master_data_is_listed_in_the_order_of_its_identifiers() {
        assertEquals(List.of("H1", "H2"), texts(get("/api/institutions").get("items"), "institution"));
        assertEquals(List.of("CEN", "CTY"), texts(get("/api/fund-sources").get("items"), "fundSource"));
        assertEquals(List.of("CT"), texts(get("/api/treasury-accounts").get("items"), "bankAccount"));
        assertEquals(List.of("H1-main"), texts(get("/api/payee-accounts?institution=H1").get("items"), "payeeAccount"));
        assertEquals(List.of("default-1"), texts(get("/api/rule-sets").get("items"), "ruleSet"));
        assertEquals("DisburseBatch", get("/api/authority-matrix").get("item").get("rows").get(0).get("command").textValue());
        assertEquals(List.of("B1", "B2"), texts(get("/api/batches").get("items"), "batch"));
        assertEquals(List.of("CEN-H1", "CTY-H1"), texts(get("/api/allotments?institution=H1").get("items"), "allotment"));
    }

    private void assertAuthority(String allotment, String allotted, String reserved, String expended, String available) {
        var item = get("/api/allotments/" + allotment).get("item");
        assertEquals(List.of(allotted, reserved, expended, "0.00", available), List.of(
                item.get("allotted").textValue(), item.get("reserved").textValue(), item.get("expended").textValue(),
                item.get("withdrawn").textValue(), item.get("available").textValue()));
    }

    private void assertPayment(String state, String returned, String question) {
        var payment = get("/api/payments/B1.3" + question).get("item");
        assertEquals(state, payment.get("state").textValue(), question);
        assertEquals(returned, payment.get("returned").textValue(), question);
    }

    private String advances(String question) {
        return get("/api/balances?account=ADVANCES&institution=H2&" + question).get("items").get(0).get("balance").textValue();
    }

    private List<String> types(String question) {
        return texts(get("/api/facts?" + question).get("items"), "type");
    }

    private JsonNode get(String path) {
        return running.get("p-au", path);
    }

    /** A member of each item, or a member of a member; items without it are left out. */
    static List<String> texts(JsonNode items, String... path) {
        List<String> texts = new ArrayList<>();
        StreamSupport.stream(items.spliterator(), false).forEach(item -> {
            JsonNode found = item;
            for (String name : path) {
                found = found.path(name);
            }
            if (!found.isMissingNode()) {
                texts.add(found.asText());
            }
        });
        return texts;
    }
}
