package fundtrail.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.postgres.TestPostgres;
import fundtrail.proofs.Checkpoint;
import fundtrail.proofs.KeyType;
import fundtrail.proofs.Note;
import fundtrail.proofs.SigningKey;
import fundtrail.query.http.SchemaCheck;
import fundtrail.query.http.Served;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The description is complete, well formed, and true: every answer is what it says. */
@ExtendWith(TestPostgres.class)
@TestInstance(Lifecycle.PER_CLASS)
class OpenApiTest {
    private static final Map<String, String> VARIABLES = Map.ofEntries(Map.entry("code", "UNKNOWN"), Map.entry("ruleSet", "default-1"),
            Map.entry("person", "p-left"), Map.entry("institution", "H1"), Map.entry("payeeAccount", "H1-main"),
            Map.entry("fundSource", "CEN"), Map.entry("allotment", "CEN-H1"), Map.entry("proposal", "prop-1"), Map.entry("batch", "B1"),
            Map.entry("payment", "B1.3"), Map.entry("hold", "hold-1"), Map.entry("position", "50"),
            Map.entry("delegation", "del-1"), Map.entry("transfer", "330521.CEN-2018-1"), Map.entry("division", "330521"), Map.entry("programme", "BPH"), Map.entry("budgetYear", "2018"),
            Map.entry("schedule", "WES-2018"), Map.entry("report", "VOL-H1"), Map.entry("bankAccount", "CT"), Map.entry("statement", "S1"),
            Map.entry("claim", "H1.3"), Map.entry("tipOff", "TIP-1"), Map.entry("case", "case-1"), Map.entry("clawback", "CB1"), Map.entry("rule", "ROUND_AMOUNT"),
            Map.entry("community", "MC1"), Map.entry("year", "2018"), Map.entry("period", "2018-01"),
            Map.entry("voucher", "%E8%AE%B0-2018-02-0005"), Map.entry("sha256", Chenghu.DOCUMENT.sha256()),
            Map.entry("level", "0"), Map.entry("tile", "000.p/1"), Map.entry("old", "1"));
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z0-9]+)}");

    private RunningQuery running;
    private JsonNode document;
    private String size;
    private String alert;

    @BeforeAll void read(@TempDir Path keys) {
        running = RunningQuery.of(keys, TwoCounties::write);
        String sealed = new String(running.ask(null, "/checkpoint").body());
        SigningKey witness = SigningKey.generate("witness.example/w1", KeyType.COSIGNATURE);
        size = Long.toString(Checkpoint.of(Note.of(sealed).text()).size());
        running.ledger().execute("insert into ledger.cosignature values (%s, '%s', '%s')"
                .formatted(size, witness.verifier(), witness.cosign(Note.of(sealed).text(), Instant.EPOCH).line()));
        document = running.get(null, "/openapi.json");
        alert = running.get("p-in", "/api/alerts").at("/items/0/alert").textValue();
    }

    @AfterAll void closed() {
        running.close();
    }

    @Test void every_answer_is_what_the_description_says() {
        for (var path : document.get("paths").properties()) {
            String address = VARIABLE.matcher(path.getKey()).replaceAll(variable ->
                    variable.group(1).equals("alert") ? alert : VARIABLES.getOrDefault(variable.group(1), size));
            var response = running.ask(address.startsWith("/api/alerts") || address.startsWith("/api/claims") ? "p-in" : "p-au", address);
            assertEquals(200, response.statusCode(), () -> address + ": " + new String(response.body()));
            JsonNode content = path.getValue().at("/get/responses/200/content");
            String type = response.headers().firstValue("content-type").orElseThrow().replaceFirst(";.*", "");
            assertTrue(content.has(type) || content.has("*/*"), address + " answers " + type);
            JsonNode schema = content.path(content.has(type) ? type : "*/*").get("schema");
            if (schema.has("$ref")) {
                assertEquals(List.of(), SchemaCheck.faults(document, schema, Served.json(response)), address);
            }
        }
    }

    @Test void every_problem_is_what_the_description_says() {
        for (String address : List.of("/api/institutions/none", "/api/facts?limit=0", "/api/facts?nonsense=1")) {
            var response = running.ask("p-au", address);
            JsonNode described = document.at("/components/responses/" + response.statusCode() + "/content/application~1problem+json/schema");
            assertEquals(List.of(), SchemaCheck.faults(document, described, Served.json(response)), address);
        }
    }

    @Test void a_description_that_were_wrong_would_be_noticed() {
        JsonNode me = running.get("p-au", "/api/me");
        JsonNode schema = document.at("/paths/~1api~1ledger/get/responses/200/content/application~1json/schema");
        assertNotEquals(List.of(), SchemaCheck.faults(document, schema, me));
    }

    @Test void it_is_openapi_3_1_with_unique_operations_and_every_reference_resolved() {
        assertEquals("3.1.0", document.get("openapi").textValue());
        assertTrue(document.at("/info/title").isTextual() && document.at("/info/version").isTextual());
        Set<String> operations = new HashSet<>();
        document.get("paths").properties().forEach(path -> {
            assertTrue(path.getKey().startsWith("/"));
            JsonNode get = path.getValue().get("get");
            assertTrue(operations.add(get.get("operationId").textValue()), path.getKey());
            assertFalse(get.get("summary").textValue().isBlank());
            assertTrue(get.get("responses").has("200"));
            Set<String> declared = new HashSet<>();
            get.get("parameters").forEach(parameter -> {
                assertTrue(parameter.hasNonNull("name") && parameter.has("schema"));
                assertTrue(declared.add(parameter.get("in").textValue() + parameter.get("name").textValue()), path.getKey());
                assertTrue(parameter.get("in").textValue().equals("path") || parameter.hasNonNull("description"));
            });
            VARIABLE.matcher(path.getKey()).results().forEach(variable -> assertTrue(declared.contains("path" + variable.group(1))));
        });
        document.findValues("$ref").forEach(reference ->
                assertFalse(document.at(reference.textValue().substring(1)).isMissingNode(), reference.textValue()));
    }

    @Test void it_lists_itself_too_and_every_read_asks_for_a_token() {
        for (String path : List.of("/health", "/metrics", "/openapi.json", "/api/facts/{position}", "/api/institutions/{institution}/statement")) {
            assertTrue(document.get("paths").has(path), path);
        }
        document.get("paths").properties().forEach(path -> assertEquals(
                path.getKey().startsWith("/api/") || path.getKey().startsWith("/tile/entries/"), path.getValue().at("/get/security").size() == 1, path.getKey()));
    }

    @Test void parameters_are_described_in_the_callers_language() {
        String chinese = new String(running.ask(null, "/openapi.json", "Accept-Language", "zh").body());
        assertTrue(chinese.contains("日期 YYYY-MM-DD"));
    }
}
