package fundtrail.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.postgres.TestPostgres;
import fundtrail.query.http.Served;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who may see what, role by route. */
@ExtendWith(TestPostgres.class)
@TestInstance(Lifecycle.PER_CLASS)
class AccessTest {
    private static final List<String> BUREAU = List.of("p-cl", "p-ck", "p-ca", "p-bh", "p-bo", "p-cs", "p-in", "p-lo", "p-su");
    private static final List<String> EVERYBODY = List.of("p-cl", "p-ck", "p-ca", "p-bh", "p-bo", "p-cs", "p-in", "p-lo", "p-su", "p-au",
            "p-admin", "p-fc", "p-ia1", "p-is2", "p-nb");

    private RunningQuery running;

    @BeforeAll void read(@TempDir Path keys) {
        running = RunningQuery.chenghu(keys);
    }

    @AfterAll void closed() {
        running.close();
    }

    /**
     * The table: what each role is answered. 200 where there is something for them, 404 where they may not know of it,
     * 403 where the route itself is not for them.
     */
    @Test void the_table_of_who_may_see_what() {
        long refusal = position("CommandRefused");
        long grant = running.get("p-au", "/api/facts?type=RoleGranted&signer=p-ca").get("items").get(0).get("position").longValue();
        long part = position("DisbursementBatchApprovedRows");
        long paid = position("AdvancePaid");
        var table = new TreeMap<String, String>();
        table.put("/api/ledger", "bureau 200, au 200, admin 200, fc 200, ia1 200, is2 200, nb 200");
        table.put("/api/me", "bureau 200, au 200, admin 200, fc 200, ia1 200, is2 200, nb 200");
        table.put("/api/rule-sets/default-1", "bureau 200, au 200, admin 200, fc 200, ia1 200, is2 200, nb 200");
        table.put("/api/authority-matrix", "bureau 200, au 200, admin 200, fc 200, ia1 200, is2 200, nb 200");
        table.put("/api/fund-sources/CEN", "bureau 200, au 200, admin 200, fc 200, ia1 200, is2 200, nb 200");
        table.put("/api/institutions/H1", "bureau 200, au 200, admin 404, fc 404, ia1 200, is2 404, nb 404");
        table.put("/api/institutions/H1/statement", "bureau 200, au 200, admin 404, fc 404, ia1 200, is2 404, nb 404");
        table.put("/api/institutions/N1", "bureau 404, au 404, admin 404, fc 404, ia1 404, is2 404, nb 200");
        table.put("/api/payee-accounts/H1-main", "bureau 200, au 200, admin 404, fc 404, ia1 200, is2 404, nb 404");
        table.put("/api/allotments/CEN-H1", "bureau 200, au 200, admin 404, fc 404, ia1 200, is2 404, nb 404");
        table.put("/api/allotments/CEN-H2", "bureau 200, au 200, admin 404, fc 404, ia1 404, is2 200, nb 404");
        table.put("/api/batches/B1", "bureau 200, au 200, admin 404, fc 404, ia1 404, is2 404, nb 404");
        table.put("/api/payments/B1.2", "bureau 200, au 200, admin 404, fc 404, ia1 200, is2 404, nb 404");
        table.put("/api/payments/B1.3", "bureau 200, au 200, admin 404, fc 404, ia1 200, is2 200, nb 404");
        table.put("/api/holds/hold-1", "bureau 200, au 200, admin 404, fc 404, ia1 200, is2 404, nb 404");
        table.put("/api/proposals/prop-1", "bureau 200, au 200, admin 404, fc 404, ia1 404, is2 404, nb 404");
        table.put("/api/trial-balance", "bureau 200, au 200, admin 403, fc 403, ia1 403, is2 403, nb 200");
        table.put("/api/people", "bureau 403, au 200, admin 200, fc 403, ia1 403, is2 403, nb 403");
        table.put("/api/facts/0", "bureau 200, au 200, admin 200, fc 200, ia1 200, is2 200, nb 200");
        table.put("/api/facts/0/entry", "bureau 403, au 200, admin 403, fc 403, ia1 403, is2 403, nb 403");
        table.put("/api/facts/" + part, "bureau 200, au 200, admin 404, fc 404, ia1 404, is2 404, nb 404");
        table.put("/api/facts/" + paid, "bureau 200, au 200, admin 404, fc 404, ia1 200, is2 404, nb 404");
        table.put("/api/facts/" + refusal, "bureau 404, au 200, admin 404, fc 404, ia1 404, is2 404, nb 404, cl 200, bh 200");
        table.put("/api/facts/" + grant, "bureau 404, au 200, admin 200, fc 404, ia1 404, is2 404, nb 404, cl 200, ca 200");
        table.forEach((route, answers) -> {
            var expected = expected(answers);
            for (String person : EVERYBODY) {
                var response = running.ask(person, route);
                assertEquals(expected.get(person), response.statusCode(), () -> person + " asks for " + route + ": "
                        + new String(response.body(), StandardCharsets.UTF_8));
            }
            assertEquals(401, running.ask(null, route).statusCode(), route);
        });
    }

    @Test void what_runs_the_ledger_needs_no_token() {
        for (String route : List.of("/health", "/metrics", "/openapi.json", "/problems/UNKNOWN")) {
            assertEquals(200, running.ask(null, route).statusCode(), route);
        }
    }

    @Test void lists_hold_what_single_reads_would_show() {
        assertEquals(List.of("H1"), names("p-ia1", "/api/institutions", "institution"));
        assertEquals(List.of("H2"), names("p-is2", "/api/institutions", "institution"));
        assertEquals(List.of("N1"), names("p-nb", "/api/institutions", "institution"));
        assertEquals(List.of(), names("p-admin", "/api/institutions", "institution"));
        assertEquals(List.of("CEN-H2"), names("p-is2", "/api/allotments", "allotment"));
        assertEquals(List.of("B1.3"), names("p-is2", "/api/payments", "payment"));
        assertEquals(List.of("B1.2", "B1.3", "B1.4", "B2.2"), names("p-ia1", "/api/payments", "payment"));
        assertEquals(List.of(), names("p-is2", "/api/holds", "hold"));
    }

    @Test void balances_are_those_of_ones_own_lines() {
        assertEquals(List.of("6000.00"), names("p-is2", "/api/balances?account=ADVANCES", "balance"));
        assertEquals(List.of("30000.00", "5000.00"), names("p-ia1", "/api/balances?account=ADVANCES", "balance"));
        assertEquals(List.of(), names("p-ia1", "/api/balances?account=TREASURY_CASH", "balance"));
        assertEquals(List.of(), names("p-admin", "/api/balances", "balance"));
        assertEquals(List.of("-7000.00"), names("p-nb", "/api/balances?account=ALLOTTED", "balance"));
        assertEquals(List.of("H1"), names("p-ia1", "/api/fund-sources/CEN/breakdown", "institution"));
    }

    @Test void the_trail_shows_an_institution_its_own_facts_and_the_common_ones() {
        var types = names("p-is2", "/api/facts?limit=1000", "type");
        assertTrue(types.containsAll(List.of("LedgerOpened", "InstitutionRegistered", "BudgetAllotted", "AdvancePaid", "PaymentReturned")));
        for (String hidden : List.of("DisbursementBatchApproved", "DisbursementBatchApprovedRows", "BudgetApproved", "FundReceived",
                "ProposalSubmitted", "PaymentHoldPlaced", "CommandRefused")) {
            assertFalse(types.contains(hidden), hidden);
        }
        assertEquals(1, types.stream().filter("BudgetAllotted"::equals).count());
    }

    @Test void an_administrator_sees_people_and_no_money() {
        var types = names("p-admin", "/api/facts?limit=1000", "type");
        assertTrue(types.containsAll(List.of("PersonRegistered", "RoleGranted", "RoleRevoked")));
        assertFalse(types.contains("AdvancePaid") || types.contains("BudgetAllotted"));
    }

    @Test void only_auditors_see_stored_bytes_and_nobody_else_the_nonce() {
        String fact = "/api/facts/" + position("AdvancePaid");
        assertTrue(running.get("p-au", fact).get("item").has("entry"));
        assertFalse(new String(running.ask("p-cl", fact).body(), StandardCharsets.UTF_8).contains("nonce"));
    }

    @Test void people_are_listed_without_names() {
        assertFalse(new String(running.ask("p-admin", "/api/people").body(), StandardCharsets.UTF_8).contains("姓名"));
    }

    @Test void one_who_is_not_registered_or_holds_no_role_is_told_so() {
        assertEquals("PERSON_UNKNOWN", code(running.ask("p-stranger", "/api/ledger")));
        assertEquals("ROLE_MISSING", code(running.ask("p-none", "/api/ledger")));
        assertEquals("ROLE_MISSING", code(running.ask("p-left", "/api/ledger")));
    }

    @Test void me_names_the_person_and_the_roles() {
        var me = running.get("p-ia1", "/api/me");
        assertEquals("p-ia1", me.get("person").textValue());
        assertEquals("姓名ia1", me.get("name").textValue());
        assertEquals("H1", me.get("roles").get(0).get("institution").textValue());
    }

    private Map<String, Integer> expected(String answers) {
        Map<String, Integer> expected = new TreeMap<>();
        for (String one : answers.split(", ")) {
            String[] roleAndStatus = one.split(" ");
            List<String> people = roleAndStatus[0].equals("bureau") ? BUREAU : List.of("p-" + roleAndStatus[0]);
            people.forEach(person -> expected.put(person, Integer.valueOf(roleAndStatus[1])));
        }
        return expected;
    }

    private long position(String type) {
        return running.get("p-au", "/api/facts?type=" + type).get("items").get(0).get("position").longValue();
    }

    private List<String> names(String person, String path, String member) {
        JsonNode items = running.get(person, path).get("items");
        List<String> names = new ArrayList<>();
        items.forEach(item -> names.add(item.get(member).asText()));
        return names;
    }

    private static String code(HttpResponse<byte[]> response) {
        return Served.json(response).get("code").textValue();
    }
}
