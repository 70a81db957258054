package fundtrail.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Digest;
import fundtrail.postgres.TestPostgres;
import fundtrail.query.AccessMatrix.Otherwise;
import fundtrail.query.AccessMatrix.People;
import fundtrail.query.AccessMatrix.Row;
import fundtrail.query.access.AccessTable;
import fundtrail.query.http.Served;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who may see what, role by route ({@link AccessMatrix}). */
@ExtendWith(TestPostgres.class)
@TestInstance(Lifecycle.PER_CLASS)
class AccessTest {
    private static final Pattern NAMED = Pattern.compile("\\{([^}]+)}");

    private RunningQuery running;
    private Map<String, String> named;

    @BeforeAll void read(@TempDir Path keys) {
        running = RunningQuery.of(keys, TwoCounties::write);
        named = new HashMap<>(Map.of(
                "paper", Chenghu.DOCUMENT.sha256(),
                "proposed paper", TwoCounties.PROPOSED_DOCUMENT.sha256(),
                "neighbour's paper", TwoCounties.NEIGHBOURS_DOCUMENT.sha256(),
                "unused paper", Digest.sha256(TwoCounties.UNUSED_PAPER)));
        named.put("alert", alert());
        position("allotted H1", "p-au", "type=BudgetAllotted&institution=H1&fundSource=CEN");
        position("allotted H1 CTY", "p-au", "type=BudgetAllotted&institution=H1&fundSource=CTY");
        position("allotted H2", "p-au", "type=BudgetAllotted&institution=H2");
        position("allotted N1", "p-nau", "type=BudgetAllotted");
        position("rows", "p-au", "type=DisbursementBatchApprovedRows");
        position("paid there", "p-nau", "type=AdvancePaid");
        position("refused", "p-bh", "type=CommandRefused");
        position("refused there", "p-nbh", "type=CommandRefused");
        position("refused without role", "p-cau", "type=CommandRefused");
        position("granted cl", "p-cl", "type=RoleGranted");
    }

    private String alert() {
        return running.get("p-in", "/api/alerts?rule=ACCOUNT_IN_ANOTHER_NAME&institution=H1").at("/items/0/alert").textValue();
    }

    @AfterAll void closed() {
        running.close();
    }

    @Test void every_role_is_answered_by_every_route_what_the_matrix_says() {
        List<String> faults = new ArrayList<>();
        for (Row row : AccessMatrix.ROWS) {
            for (String person : People.READERS.list()) {
                String expected = filled(expected(row, person));
                String answered = answered(row, person);
                if (!expected.equals(answered)) {
                    faults.add(person + " " + row.address() + "\n    should: " + expected + "\n    is:     " + answered);
                }
            }
        }
        assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
    }

    @Test void every_route_stands_in_the_matrix() {
        Set<String> routes = new TreeSet<>();
        running.get(null, "/openapi.json").get("paths").forEach(path -> routes.add(path.get("get").get("operationId").textValue()));
        Set<String> decided = new TreeSet<>(AccessMatrix.OPEN);
        AccessMatrix.ROWS.forEach(row -> decided.add(row.operation()));
        assertEquals(routes, decided, "who sees a new route is decided in AccessMatrix");
    }

    @Test void nobody_without_a_token_a_registration_or_a_role_is_let_in_anywhere() {
        for (Row row : AccessMatrix.ROWS) {
            String address = filled(row.address());
            assertEquals("401 TOKEN_MISSING", code(running.ask(null, address)), address);
            assertEquals("403 PERSON_UNKNOWN", code(running.ask("p-stranger", address)), address);
            assertEquals("403 ROLE_MISSING", code(running.ask("p-none", address)), address);
            assertEquals("403 ROLE_MISSING", code(running.ask("p-left", address)), address);
            assertEquals("403 ROLE_MISSING", code(running.ask("p-left", address + (address.contains("?") ? "&" : "?") + "known=40")), address);
        }
    }

    @Test void what_runs_the_ledger_needs_no_token() {
        for (String route : List.of("/health", "/metrics", "/openapi.json", "/problems/UNKNOWN",
                "/log", "/checkpoint", "/tile/0/000.p/1", "/proofs/0", "/consistency/1/" + (running.ledger().head() + 1))) {
            assertEquals(200, running.ask(null, route).statusCode(), route);
        }
    }

    /** Beside the matrix: everything an institution is answered anywhere, searched for its neighbours. */
    @Test void nothing_an_institution_is_answered_names_another() {
        for (Row row : AccessMatrix.ROWS) {
            String answer = text(running.ask("p-ia2", filled(row.address()) ));
            String asked = filled(row.address());
            for (String other : List.of("N1", "X1", "CEN-H1", "CTY-H1", "B1.2", "B1.4", "B2", "hold-1", "prop-", "青溪镇")) {
                assertTrue(asked.contains(other) || !answer.contains(other), () -> asked + " tells H2 of " + other + ": " + answer);
            }
        }
    }

    @Test void an_institution_sees_of_its_payment_neither_the_other_rows_nor_how_many_there_are() {
        JsonNode story = running.get("p-ia2", "/api/payments/B1.3").get("item");
        assertEquals(List.of("AdvancePaid", "PaymentConfirmed", "PaymentReturned"), members(story.get("facts"), "type"));
        assertEquals(3, story.get("facts").get(0).get("approval").size(), "who made, checked and approved it is seen");
    }

    @Test void a_payee_is_not_told_the_document_of_anothers_allotment() {
        String paid = "/api/payments/B1.3";
        assertEquals(Chenghu.DOCUMENT.number(), running.get("p-ia2", paid).at("/item/facts/0/document").textValue());
        assertTrue(running.get("p-ia1", paid).at("/item/facts/0/document").isMissingNode());
    }

    @Test void only_auditors_see_stored_bytes_and_nobody_else_the_nonce() {
        String fact = filled("/api/facts/{rows}");
        assertTrue(running.get("p-au", fact).get("item").has("entry"));
        assertFalse(text(running.ask("p-cl", fact)).contains("nonce"));
    }

    @Test void me_names_the_person_the_roles_and_what_they_open() {
        var me = running.get("p-ia1", "/api/me");
        assertEquals("p-ia1", me.get("person").textValue());
        assertEquals("姓名ia1", me.get("name").textValue());
        assertEquals("H1", me.get("roles").get(0).get("institution").textValue());
        assertEquals(List.of("RULES", "INSTITUTIONS", "MONEY", "HOLDS", "PROPOSALS", "REFUSALS", "PEOPLE", "DELEGATIONS", "OWN_HAND", "DOCUMENTS"),
                members(me.get("opens"), "thing"));
        assertEquals(List.of("H1"), StreamSupport.stream(me.get("opens").spliterator(), false)
                .filter(one -> one.has("institution")).map(one -> one.get("institution").textValue()).distinct().toList());
        String chinese = text(running.ask("p-ia1", "/api/me", "Accept-Language", "zh"));
        assertTrue(chinese.contains("资金与余额"), chinese);
    }

    @Test void the_table_is_shown_in_both_languages_and_for_one_role() {
        assertEquals(AccessTable.ROWS.size(), running.get("p-cl", "/api/access").get("items").size());
        assertEquals(List.of("RULES", "REFUSALS", "PEOPLE", "DELEGATIONS", "TO_SIGN", "OWN_HAND", "DOCUMENTS"),
                members(running.get("p-cl", "/api/access?role=AD").get("items"), "thing"));
        assertTrue(text(running.ask("p-cl", "/api/access")).contains("Payment holds"));
        assertTrue(text(running.ask("p-cl", "/api/access", "Accept-Language", "zh-CN")).contains("暂停拨付"));
    }

    private String expected(Row row, String person) {
        String members = row.answers().get(person);
        if (members != null) {
            return members.equals(AccessMatrix.UNKNOWN) || row.member() != null ? members : "200";
        }
        return row.otherwise() == Otherwise.NOTHING ? "" : row.otherwise() == Otherwise.FORBIDDEN ? "403" : "404";
    }

    private String answered(Row row, String person) {
        var response = running.ask(person, filled(row.address()));
        if (response.statusCode() != 200 || row.member() == null) {
            return Integer.toString(response.statusCode());
        }
        return String.join(" ", members(Served.json(response).get("items"), row.member()));
    }

    /** The distinct members of the items, in their order. */
    private static List<String> members(JsonNode items, String members) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> Arrays.stream(members.split("\\+")).map(member -> item.path(member).asText()).collect(Collectors.joining("+")))
                .distinct()
                .toList();
    }

    private void position(String name, String person, String question) {
        JsonNode items = running.get(person, "/api/facts?" + question).get("items");
        assertFalse(items.isEmpty(), name);
        named.put(name, items.get(0).get("position").asText());
    }

    private String filled(String text) {
        return NAMED.matcher(text).replaceAll(name -> Matcher.quoteReplacement(named.get(name.group(1))));
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String code(HttpResponse<byte[]> response) {
        return response.statusCode() + " " + Served.json(response).path("code").asText();
    }
}
