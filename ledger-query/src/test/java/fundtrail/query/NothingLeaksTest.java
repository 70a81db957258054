package fundtrail.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.contract.Digest;
import fundtrail.contract.Role;
import fundtrail.contract.fact.RoleRevoked;
import fundtrail.contract.id.PersonRef;
import fundtrail.postgres.TestPostgres;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may not be seen is answered as if it were not there: in bytes, in headers, in the work it takes. */
@ExtendWith(TestPostgres.class)
@TestInstance(Lifecycle.PER_CLASS)
class NothingLeaksTest {
    private static final String[] CORRELATED = {"X-Correlation-Id", "same"};

    private RunningQuery running;

    @BeforeAll void read(@TempDir Path keys) {
        running = RunningQuery.of(keys, TwoCounties::write);
    }

    @AfterAll void closed() {
        running.close();
    }

    /** An answer, and how many statements it took. */
    private record Answered(int status, Map<String, List<String>> headers, String body, long statements) {}

    @ParameterizedTest
    @CsvSource({
        "p-ncl, /api/institutions/H1, /api/institutions/H9",
        "p-ia2, /api/institutions/H1, /api/institutions/H9",
        "p-ccl, /api/institutions/H1/statement, /api/institutions/H9/statement",
        "p-ia2, /api/payee-accounts/H1-main, /api/payee-accounts/H9-main",
        "p-ncl, /api/allotments/CEN-H1, /api/allotments/CEN-H9",
        "p-ia2, /api/allotments/CEN-H1, /api/allotments/CEN-H9",
        "p-ncl, /api/proposals/prop-1, /api/proposals/prop-9",
        "p-ncl, /api/proposals/prop-1/rows, /api/proposals/prop-9/rows",
        "p-ncl, /api/proposals/prop-1/changes, /api/proposals/prop-9/changes",
        "p-ncl, /api/delegations/del-1, /api/delegations/del-9",
        "p-ia1, /api/delegations/del-1, /api/delegations/del-9",
        "p-ncl, /api/batches/B1, /api/batches/B9",
        "p-ia2, /api/batches/B1/rows, /api/batches/B9/rows",
        "p-ia2, /api/payments/B1.2, /api/payments/B9.2",
        "p-ncl, /api/payments/B1.2, /api/payments/B9.2",
        "p-ia2, /api/holds/hold-1, /api/holds/hold-9",
        "p-ncl, /api/holds/hold-1, /api/holds/hold-9",
        "p-ncl, /api/claims/H1.3, /api/claims/H9.3",
        "p-ia2, /api/claims/H1.3/blast-radius, /api/claims/H9.3/blast-radius",
        "p-cl, /api/cases/case-1, /api/cases/case-9",
        "p-ia1, /api/cases/case-1/timeline, /api/cases/case-9/timeline",
        "p-ia2, /api/clawbacks/CB1, /api/clawbacks/CB9",
        "p-ia1, /api/clawbacks/CB1, /api/clawbacks/CB9",
        "p-cl, /api/clawbacks/CB1, /api/clawbacks/CB9",
        "p-cl, /api/tip-offs/TIP-1, /api/tip-offs/TIP-9",
        "p-nin, /api/tip-offs/TIP-1, /api/tip-offs/TIP-9",
        "p-au, /api/tip-offs/TIP-2, /api/tip-offs/TIP-9",
        "p-lo, /api/cases/case-2, /api/cases/case-9",
        "p-nau, /api/claims/H2-HEADS, /api/claims/H9-HEADS",
        "p-cl, /api/claims/H2-HEADS, /api/claims/H9-HEADS",
        "p-au, /api/alerts/{alert}, /api/alerts/000000009999.ROUND_AMOUNT.1.1",
        "p-ncl, /api/facts/50, /api/facts/99999",
        "p-ia2, /api/facts/49?effective=2018-02-01, /api/facts/99999?effective=2018-02-01",
        "p-nau, /api/facts/50/entry, /api/facts/99999/entry",
    })
    void the_unknown_and_the_invisible_are_one_answer(String person, String invisible, String unknown) {
        String alert = running.get("p-in", "/api/alerts").at("/items/0/alert").textValue();
        assertSame(person, invisible.replace("{alert}", alert), unknown, 404);
    }

    @Test void a_document_one_may_not_read_and_one_that_is_nowhere_are_one_answer() {
        String nowhere = "/api/documents/" + Digest.sha256("nowhere".getBytes(StandardCharsets.UTF_8));
        assertSame("p-ncl", "/api/documents/" + TwoCounties.PROPOSED_DOCUMENT.sha256(), nowhere, 404);
        assertSame("p-au", "/api/documents/" + TwoCounties.NEIGHBOURS_DOCUMENT.sha256(), nowhere, 404);
        assertSame("p-cl", "/api/documents/" + Digest.sha256(TwoCounties.UNUSED_PAPER), nowhere, 404);
    }

    @ParameterizedTest
    @CsvSource({
        "p-ncl, /api/institutions?division=330521, /api/institutions?division=330599",
        "p-ccl, /api/institutions?division=330521, /api/institutions?division=330599",
        "p-ia2, /api/payee-accounts?institution=H1, /api/payee-accounts?institution=H9",
        "p-nia, /api/unit-standards?division=330521, /api/unit-standards?division=330599",
        "p-ncl, /api/treasury-accounts?division=330521, /api/treasury-accounts?division=330599",
        "p-ncl, /api/fund-sources/CEN/breakdown?division=330521, /api/fund-sources/CEN/breakdown?division=330599",
        "p-ncl, /api/fund-sources/CTY/breakdown?budgetYear=2018&division=330521, /api/fund-sources/CTY/breakdown?budgetYear=2018&division=330599",
        "p-ia2, /api/allotments?institution=H1, /api/allotments?institution=H9",
        "p-ia2, /api/allotments?fundSource=CTY, /api/allotments?fundSource=XXX",
        "p-ncl, /api/allotments?division=330521, /api/allotments?division=330599",
        "p-ncl, /api/proposals?signer=p-cl, /api/proposals?signer=p-nobody",
        "p-ia2, /api/proposals?command=AllotBudget, /api/proposals?command=AllotNothing",
        "p-ncl, /api/delegations?person=p-ca, /api/delegations?person=p-nobody",
        "p-ncl, /api/delegations?division=330521, /api/delegations?division=330599",
        "p-ncl, /api/batches?division=330521, /api/batches?division=330599",
        "p-ncl, /api/payments?batch=B1, /api/payments?batch=B9",
        "p-ia2, /api/payments?batch=B2, /api/payments?batch=B9",
        "p-ia2, /api/payments?allotment=CEN-H1, /api/payments?allotment=CEN-H9",
        "p-ncl, /api/payments?institution=H1, /api/payments?institution=H9",
        "p-ia2, /api/holds?institution=H1, /api/holds?institution=H9",
        "p-cl, /api/alerts?institution=H1, /api/alerts?institution=H9",
        "p-nin, /api/alerts?division=330521, /api/alerts?division=330599",
        "p-ia2, /api/claims?practitioner=p-doctor, /api/claims?practitioner=p-nobody",
        "p-ia1, /api/claims?status=FLAGGED, /api/claims?status=REPLACED",
        "p-ia1, /api/tip-offs?institution=H1, /api/tip-offs?institution=H9",
        "p-au, /api/tip-offs?takenUp=false, /api/tip-offs?takenUp=false&institution=H9",
        "p-au, /api/facts?tipOff=TIP-2, /api/facts?tipOff=TIP-9",
        "p-ncl, /api/cases?institution=H1, /api/cases?institution=H9",
        "p-ia2, /api/clawbacks?case=case-1, /api/clawbacks?case=case-9",
        "p-ia1, /api/facts?clawback=CB1&type=ClawbackDetermined, /api/facts?clawback=CB9&type=ClawbackDetermined",
        "p-ia1, /api/balances?by=account&account=CLAWBACK_RECEIVABLE, /api/balances?by=account&account=WRITE_OFF",
        "p-ncl, /api/restitution?division=330521, /api/restitution?division=330599",
        "p-ia2, /api/facts?case=case-1, /api/facts?case=case-9",
        "p-ia2, /api/balances?institution=H1, /api/balances?institution=H9",
        "p-ia2, /api/balances?allotment=CEN-H1, /api/balances?allotment=CEN-H9",
        "p-ia2, /api/balances?fundSource=CTY, /api/balances?fundSource=XXX",
        "p-ncl, /api/balances?division=330521, /api/balances?division=330599",
        "p-ia1, /api/balances?bankAccount=CT, /api/balances?bankAccount=C9",
        "p-ncl, /api/trial-balance?division=330521, /api/trial-balance?division=330599",
        "p-ia2, /api/facts?institution=H1&type=BudgetAllotted, /api/facts?institution=H9&type=BudgetAllotted",
        "p-ia2, /api/facts?batch=B2, /api/facts?batch=B9",
        "p-ia2, /api/facts?hold=hold-1, /api/facts?hold=hold-9",
        "p-ncl, /api/facts?proposal=prop-1, /api/facts?proposal=prop-9",
        "p-ncl, /api/facts?signer=p-in, /api/facts?signer=p-nobody",
        "p-ncl, /api/facts?person=p-in, /api/facts?person=p-nobody",
        "p-ia2, /api/facts?type=CommandRefused, /api/facts?type=NothingRefused",
        "p-ncl, /api/facts?actor=p-cs, /api/facts?actor=p-nobody",
        "p-cl, /api/documents?number=邻财预〔2018〕9号, /api/documents?number=邻财预〔2018〕8号",
        "p-cl, /api/documents?body=邻溪县财政局（虚构）, /api/documents?body=某县财政局（虚构）",
    })
    void a_filter_by_what_is_invisible_finds_what_one_by_nothing_finds(String person, String invisible, String unknown) {
        assertSame(person, encoded(invisible), encoded(unknown), 200);
    }

    @Test void a_search_is_not_lengthened_by_what_it_may_not_show() {
        for (String list : List.of("/api/institutions", "/api/payments", "/api/holds?active=true", "/api/proposals?state=SUBMITTED")) {
            running.ask("p-ncl", list);
            running.ask("p-ccl", list);
            long some = ask("p-ncl", list).statements();
            long none = ask("p-ccl", list).statements();
            assertEquals(some, none, list);
        }
    }

    @Test void an_entity_tag_is_of_no_use_to_whom_the_thing_is_not_shown() {
        String allotment = "/api/allotments/CEN-H1";
        String tag = running.ask("p-cl", allotment).headers().firstValue("ETag").orElseThrow();
        assertEquals(304, running.ask("p-cl", allotment, "If-None-Match", tag).statusCode());
        assertEquals(404, running.ask("p-ncl", allotment, "If-None-Match", tag).statusCode());
        assertEquals(404, running.ask("p-ncl", allotment, "If-None-Match", "*").statusCode());
        String list = running.ask("p-cl", "/api/payments").headers().firstValue("ETag").orElseThrow();
        assertEquals(200, running.ask("p-ia2", "/api/payments", "If-None-Match", list).statusCode());
        String paper = "/api/documents/" + TwoCounties.NEIGHBOURS_DOCUMENT.sha256();
        String ofPaper = running.ask("p-ncl", paper).headers().firstValue("ETag").orElseThrow();
        assertEquals(304, running.ask("p-ncl", paper, "If-None-Match", ofPaper).statusCode());
        assertEquals(404, running.ask("p-cl", paper, "If-None-Match", ofPaper).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"p-cl", "p-ia2", "p-ncl", "p-admin", "p-none"})
    void head_is_get_without_its_bytes(String person) {
        for (AccessMatrix.Row row : AccessMatrix.ROWS) {
            if (row.address().contains("{")) {
                continue;
            }
            for (String encoding : List.of("identity", "gzip")) {
                String[] headers = {"X-Correlation-Id", "same", "Accept-Encoding", encoding};
                var get = running.ask(person, row.address(), headers);
                var head = running.send("HEAD", person, row.address(), headers);
                assertEquals(get.statusCode(), head.statusCode(), row.address());
                assertEquals(told(get, encoding), told(head, encoding), person + " asks for " + row.address() + " in " + encoding);
                assertEquals(0, head.body().length);
            }
        }
    }

    @Test void an_error_names_nothing_its_reader_did_not() {
        String answer = ask("p-ncl", "/api/allotments/CEN-H1").body();
        for (String hidden : List.of("330521", "330522", "澄湖", "p-cl")) {
            assertFalse(answer.contains(hidden), answer);
        }
    }

    @Test void a_role_that_is_revoked_shows_nothing_of_the_past_either() {
        String past = "/api/allotments?known=60";
        assertEquals(200, running.ask("p-cbo", "/api/institutions").statusCode());
        assertEquals(3, running.get("p-bo", past).get("items").size());
        running.ledger().signedBy(Role.AD, "p-admin", Role.CA, "p-ca").write(
                new RoleRevoked(new PersonRef("p-bo"), Role.BO, Chenghu.COUNTY, null),
                new RoleRevoked(new PersonRef("p-cbo"), Role.BO, TwoCounties.CITY, null));
        running.awaitHead();
        assertEquals(403, running.ask("p-bo", past).statusCode());
        assertEquals(403, running.ask("p-cbo", "/api/institutions?known=60").statusCode());
    }

    @Test void a_person_who_changes_roles_keeps_nothing_of_the_old_one() {
        String batch = "/api/batches/B1?known=80";
        String ownProposal = "/api/proposals/prop-n?known=" + running.ledger().head();
        assertEquals(200, running.ask("p-ncl", ownProposal).statusCode());
        running.ledger().signedBy(Role.AD, "p-admin", Role.CA, "p-ca").write(
                new RoleRevoked(new PersonRef("p-ncl"), Role.CL, Chenghu.NEIGHBOUR, null));
        ChenghuYear.person(running.ledger(), "p-moved", Role.CS, Chenghu.COUNTY, null);
        running.awaitHead();
        assertEquals(200, running.ask("p-moved", batch).statusCode(), "a role opens the past of its division");
        assertEquals(403, running.ask("p-ncl", ownProposal).statusCode());
    }

    private void assertSame(String person, String invisible, String unknown, int status) {
        running.ask(person, unknown);
        Answered one = ask(person, invisible);
        Answered other = ask(person, unknown);
        assertEquals(status, one.status(), invisible);
        assertEquals(without(other, unknown), without(one, invisible), person + " asks for " + invisible);
        assertTrue(one.statements() > 0, "statements are counted");
        assertEquals(status == 200, one.headers().containsKey("etag"));
    }

    /** The answer with what was asked for taken out of it; its length is the text's that is left. */
    private static Answered without(Answered answered, String asked) {
        String path = asked.replaceAll("\\?.*", "");
        String id = path.replaceAll("/(rows|statement|entry|changes|timeline|blast-radius)$", "").replaceAll(".*/", "");
        String body = answered.status() == 200 ? answered.body() : answered.body().replace(path, "…").replace(id, "…");
        var headers = new TreeMap<>(answered.headers());
        headers.replace("content-length", List.of(Integer.toString(body.length())));
        return new Answered(answered.status(), headers, body, answered.statements());
    }

    private Answered ask(String person, String address) {
        long before = running.statements();
        HttpResponse<byte[]> response = running.ask(person, address, CORRELATED);
        return new Answered(response.statusCode(), told(response), new String(response.body(), StandardCharsets.UTF_8),
                running.statements() - before);
    }

    private static Map<String, List<String>> told(HttpResponse<byte[]> response) {
        var headers = new TreeMap<>(response.headers().map());
        headers.remove("date");
        return headers;
    }

    /** Of a compressed answer HEAD may leave out what is known only once it is compressed (RFC 9110, 9.3.2). */
    private static Map<String, List<String>> told(HttpResponse<byte[]> response, String encoding) {
        var headers = told(response);
        if (encoding.equals("gzip")) {
            headers.keySet().removeAll(Set.of("content-length", "content-encoding", "transfer-encoding"));
        }
        return headers;
    }

    private static String encoded(String address) {
        return address.chars().mapToObj(character -> character < 128
                        ? Character.toString(character)
                        : URLEncoder.encode(Character.toString(character), StandardCharsets.UTF_8))
                .reduce("", String::concat);
    }
}
