package fundtrail.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What waits for a person's hand, oldest due first; and what he should know of a proposal before he gives it. */
final class SigningList {
    private static final int FACTS_SHOWN = 12;

    private final LedgerApi api;
    private final String token;
    private final Words words;

    SigningList(LedgerApi api, String token, Words words) {
        this.api = api;
        this.token = token;
        this.words = words;
    }

    /** A table of what waits, or a sentence that nothing does. */
    String waiting() {
        List<JsonNode> items = api.readAll("/api/proposals/for-me", Map.of(), token);
        if (items.isEmpty()) {
            return words.say("sign.nothing");
        }
        Terms terms = new Terms(words);
        TextTable table = new TextTable().words(words.say("sign.due")).words(words.say("sign.id"))
                .words(words.say("sign.command")).amounts(words.say("sign.amount")).words(words.say("sign.maker"))
                .words(words.say("sign.hand"));
        for (JsonNode item : items) {
            JsonNode maker = item.get("signed").get(0);
            table.row(List.of(
                    item.get("expiresOn").textValue(),
                    item.get("proposal").textValue(),
                    terms.command(item.get("command").textValue()),
                    item.hasNonNull("amount") ? Amounts.grouped(item.get("amount").textValue()) : "",
                    maker.path("name").asText(maker.get("person").textValue()),
                    terms.step(item.get("step").textValue()) + terms.stead(item)));
        }
        return table.toString();
    }

    /** What has changed since the proposal was made of all that it names: money, holds, facts. */
    String changesSince(String proposal) {
        JsonNode changes = api.read("/api/proposals/" + proposal + "/changes", Map.of(), token);
        StringBuilder said = new StringBuilder();
        for (JsonNode allotment : changes.get("allotments")) {
            String then = allotment.path("then").asText("0.00");
            String now = allotment.get("now").textValue();
            if (!then.equals(now)) {
                line(said, "sign.available", allotment.get("allotment").textValue(), Amounts.grouped(then), Amounts.grouped(now));
            }
        }
        for (JsonNode hold : changes.get("holds")) {
            line(said, hold.get("active").booleanValue() ? "sign.holdPlaced" : "sign.holdLifted",
                    hold.get("hold").textValue(), hold.get("institution").textValue(), hold.get("position").asText());
        }
        JsonNode facts = changes.get("items");
        for (int i = 0; i < Math.min(facts.size(), FACTS_SHOWN); i++) {
            JsonNode fact = facts.get(i);
            line(said, "sign.fact", fact.get("position").asText(), new Terms(words).fact(fact.get("type").textValue()),
                    fact.hasNonNull("amount") ? Amounts.grouped(fact.get("amount").textValue()) : "",
                    fact.get("effectiveDate").textValue());
        }
        if (facts.size() > FACTS_SHOWN || changes.hasNonNull("next")) {
            line(said, "sign.moreFacts", proposal);
        }
        return words.say(said.isEmpty() ? "sign.unchanged" : "sign.changed", changes.get("basedOn").asText()) + said;
    }

    private void line(StringBuilder said, String key, Object... particulars) {
        said.append(System.lineSeparator()).append(words.say(key, particulars));
    }
}
