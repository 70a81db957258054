package fundtrail.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.contract.Digest;
import fundtrail.contract.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A proposal as its signer is shown it: what the reading side answered, held against the hash that will be signed.
 * A reading side that showed something else than what was proposed gets no signature.
 *
 * @param item the proposal
 * @param rows its rows, in order; empty where it has none
 */
record ShownProposal(String id, JsonNode item, List<JsonNode> rows) {
    /** @throws Unable when what was answered is not what the hash stands for */
    static ShownProposal read(LedgerApi api, String id, String token) {
        JsonNode item = api.read("/api/proposals/" + id, Map.of(), token).get("item");
        List<JsonNode> rows = item.hasNonNull("rowCount")
                ? api.readAll("/api/proposals/" + id + "/rows", Map.of(), token).stream().map(one -> one.get("row")).toList()
                : List.of();
        ShownProposal shown = new ShownProposal(id, item, rows);
        if (!shown.hashOfWhatIsShown().equals(shown.contentHash())) {
            throw new Unable("sign.differs", id, shown.contentHash(), shown.hashOfWhatIsShown());
        }
        return shown;
    }

    String command() {
        return item.get("command").textValue();
    }

    String contentHash() {
        return item.get("contentHash").textValue();
    }

    /** Who the people are that its content names by reference, a line each; the hash does not cover them. */
    List<String> people(Words words) {
        List<String> people = new ArrayList<>();
        for (JsonNode one : item.path("people")) {
            people.add(words.say("sign.person", one.get("person").textValue(), one.path("name").asText("—"),
                    one.path("post").asText("—")));
        }
        return people;
    }

    /**
     * What a registration registers: the row of the people registry that its content names by hash.
     *
     * @return empty where it is about something else
     * @throws Unable when no row has that hash: then nobody knows what would be signed
     */
    Optional<String> registers(LedgerApi api, String token, Words words) {
        if (!command().equals("RegisterPerson")) {
            return Optional.empty();
        }
        String person = item.get("content").get("person").textValue();
        for (JsonNode shown : api.registryRows(person, token)) {
            if (shown.get("registryHash").equals(item.get("content").get("registryHash"))) {
                JsonNode row = shown.get("row");
                return Optional.of(words.say("sign.row.registered", person, row.get("name").textValue(), row.get("post").textValue(),
                        row.get("employeeNumber").textValue(), row.get("subject").textValue(), row.get("issuer").textValue()));
            }
        }
        throw new Unable("sign.row.none", person);
    }

    /** SHA-256 over the command's name, a line feed and the whole canonical body, its rows last: as the ledger hashed it. */
    private String hashOfWhatIsShown() {
        JsonNode whole = item.get("content");
        if (item.hasNonNull("rowCount")) {
            ArrayNode array = Json.MAPPER.createArrayNode().addAll(rows);
            whole = ((ObjectNode) whole.deepCopy()).set("rows", array);
        }
        return Digest.sha256((command() + "\n").getBytes(StandardCharsets.UTF_8), Json.canonical(whole));
    }
}
