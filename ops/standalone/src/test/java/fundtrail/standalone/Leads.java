package fundtrail.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.client.LedgerApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which red flags a whole pack makes speak, of what, and because of which facts. */
final class Leads {
    private final LedgerApi api;
    private final String inspector;

    Leads(LedgerApi api, String inspector) {
        this.api = api;
        this.inspector = inspector;
    }

    /** Each alert as its rule, what it is of, and the facts that made it speak, by type and the day they count on. */
    void are(List<String> expected) {
        List<String> leads = new ArrayList<>();
        for (JsonNode alert : api.readAll("/api/alerts", Map.of(), inspector)) {
            List<String> facts = new ArrayList<>();
            JsonNode story = api.read("/api/alerts/" + alert.get("alert").textValue(), Map.of(), inspector).get("item");
            story.get("facts").forEach(fact -> facts.add(fact.get("type").textValue() + " " + fact.get("effectiveDate").textValue()));
            assertEquals(alert.get("positions").size(), facts.size(), "an inspector sees every fact an alert names");
            leads.add(alert.get("rule").textValue() + " " + alert.get("subjectId").textValue() + ": " + String.join(", ", facts));
        }
        assertEquals(String.join("\n", expected), String.join("\n", leads));
    }
}
