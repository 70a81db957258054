package fundtrail.client.why;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.client.LedgerApi;
import fundtrail.client.ProblemAnswer;
import fundtrail.contract.Json;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the read API says, to whoever holds the token; all at the position at which the first answer was given. */
final class Known {
    private final LedgerApi api;
    private final String token;
    private Long knownPosition;

    Known(LedgerApi api, String token) {
        this.api = api;
        this.token = token;
    }

    /** The position all answers were given at. */
    long position() {
        return knownPosition;
    }

    JsonNode fact(long position) {
        return one("/api/facts/" + position);
    }

    JsonNode one(String path) {
        JsonNode answer = api.read(path, moment(), token);
        if (knownPosition == null) {
            knownPosition = answer.get("knownPosition").longValue();
        }
        return answer.get("item");
    }

    /** The same where there may be none, or none for these eyes. */
    Optional<JsonNode> maybe(String path) {
        try {
            return Optional.of(one(path));
        } catch (ProblemAnswer none) {
            if (none.problem().status() == 404 || none.problem().status() == 403) {
                return Optional.empty();
            }
            throw none;
        }
    }

    List<JsonNode> all(String path) {
        return all(path, Map.of());
    }

    List<JsonNode> all(String path, Map<String, ?> parameters) {
        Map<String, Object> asked = new HashMap<>(moment());
        asked.putAll(parameters);
        return api.readAll(path, asked, token);
    }

    /** A fact's stored entry, where whoever asks may see it: it has what the shown fact leaves out. */
    static Optional<JsonNode> entry(JsonNode fact) {
        if (!fact.hasNonNull("entry")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.MAPPER.readTree(fact.get("entry").textValue()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("the entry at position " + fact.get("position") + " is no JSON", e);
        }
    }

    private Map<String, Object> moment() {
        return knownPosition == null ? Map.of() : Map.of("known", knownPosition);
    }
}
