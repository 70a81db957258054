package fundtrail.client.seed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.contract.Json;
import java.util.ArrayList;
import java.util.List;

/** A chapter of a pack as text, one step a line, so that a difference between two versions reads as steps. */
final class ChapterText {
    /** A later hand; without a clock of its own it signs at the step's. */
    record Hand(String by, String clock) {
        Hand(String by) {
            this(by, null);
        }
    }

    private final ObjectNode head = Json.MAPPER.createObjectNode();
    private final List<ObjectNode> steps = new ArrayList<>();

    ChapterText(String title, String clock, String by, Hand... hands) {
        head.put("title", title).put("clock", clock).put("by", by);
        sign(head, hands);
    }

    /** Its steps do not need one another; the loader asks for them together. */
    ChapterText atOnce() {
        head.put("atOnce", true);
        return this;
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    void step(String key, String command, ObjectNode body) {
        step(key, command, null, body);
    }

    void step(String key, String command, String clock, ObjectNode body, Hand... hands) {
        stepBy(null, key, command, clock, body, hands);
    }

    /** A step that is meant to be refused. */
    void refused(String by, String key, String command, String code, ObjectNode body) {
        stepBy(by, key, command, null, body);
        steps.getLast().put("expectRefusal", code);
    }

    /** A step by somebody else than the chapter's. */
    void stepBy(String by, String key, String command, String clock, ObjectNode body, Hand... hands) {
        ObjectNode step = Json.MAPPER.createObjectNode().put("key", key);
        if (by != null) {
            step.put("by", by);
        }
        if (clock != null) {
            step.put("clock", clock);
        }
        step.put("command", command).set("body", body);
        sign(step, hands);
        steps.add(step);
    }

    private static void sign(ObjectNode signed, Hand... hands) {
        if (hands.length > 0) {
            ArrayNode signatures = signed.putArray("signatures");
            for (Hand hand : hands) {
                ObjectNode one = signatures.addObject().put("by", hand.by());
                if (hand.clock() != null) {
                    one.put("clock", hand.clock());
                }
            }
        }
    }

    String text() {
        StringBuilder text = new StringBuilder("{\n");
        head.properties().forEach(field ->
                text.append("  ").append(line(field.getKey())).append(": ").append(line(field.getValue())).append(",\n"));
        text.append("  \"steps\": [\n");
        text.append(String.join(",\n", steps.stream().map(step -> "    " + line(step)).toList()));
        return text.append("\n  ]\n}\n").toString();
    }

    private static String line(Object value) {
        try {
            return Json.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON can always be written", e);
        }
    }
}
