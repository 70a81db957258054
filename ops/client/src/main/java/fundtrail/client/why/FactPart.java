package fundtrail.client.why;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.client.Amounts;
import fundtrail.client.Terms;
import fundtrail.client.TextTable;
import fundtrail.client.Words;
import java.util.ArrayList;
import java.util.List;

/** One fact: when, under which rules, whose wish, which hands, on which document, with which lines, provable how. */
final class FactPart {
    private FactPart() {}

    static void tell(JsonNode fact, Story story) {
        Terms terms = new Terms(story.words());
        story.part("why.fact", terms.fact(fact.get("type").textValue()), fact.get("position").asText());
        story.say("why.when", fact.get("effectiveDate").textValue(), fact.get("recordedAt").textValue());
        wish(fact, story);
        hands(fact.get("signatures"), story);
        if (fact.hasNonNull("document")) {
            document(fact.get("document"), story);
        }
        if (fact.hasNonNull("ruleSet")) {
            story.say("why.ruleSet", fact.get("ruleSet").textValue());
        }
        JsonNode body = fact.get("body");
        if (body.hasNonNull("reverses")) {
            story.say("why.reverses", terms.fact(body.path("undoes").asText()), body.get("reverses").asText(),
                    body.path("reason").asText());
        }
        if (!fact.get("lines").isEmpty()) {
            story.lines(lines(fact.get("lines"), story.words()));
        }
        story.say("why.leaf", fact.get("leafHash").textValue());
    }

    static void hands(JsonNode hands, Story story) {
        Terms terms = new Terms(story.words());
        hands.forEach(hand -> story.lines(terms.hand(hand)));
    }

    static void document(JsonNode document, Story story) {
        story.say("why.document", document.get("type").textValue(), document.get("body").textValue(),
                document.get("number").textValue(), document.get("date").textValue(), document.get("sha256").textValue());
    }

    /** Key and hash stand in the stored entry alone, which auditors see. */
    private static void wish(JsonNode fact, Story story) {
        Known.entry(fact).filter(entry -> entry.hasNonNull("key")).ifPresentOrElse(
                entry -> story.say("why.wish", entry.get("key").textValue(), entry.get("wishHash").textValue(),
                        entry.get("actor").textValue(), entry.path("correlation").asText()),
                () -> story.say("why.actor", fact.get("actor").textValue()));
    }

    private static String lines(JsonNode lines, Words words) {
        Terms terms = new Terms(words);
        TextTable table = new TextTable().words(words.say("line.book")).words(words.say("line.account"))
                .words(words.say("line.of")).amounts(words.say("line.debit")).amounts(words.say("line.credit"));
        for (JsonNode line : lines) {
            boolean debit = line.get("side").textValue().equals("D");
            String amount = Amounts.grouped(line.get("amount").textValue());
            table.row(List.of(terms.book(line.get("book").textValue()), terms.account(line.get("account").textValue()), of(line),
                    debit ? amount : "", debit ? "" : amount));
        }
        return table.toString();
    }

    private static String of(JsonNode line) {
        List<String> parts = new ArrayList<>();
        for (String part : new String[] {"division", "budgetYear", "fundSource", "institution", "programme", "allotment", "bankAccount"}) {
            if (line.hasNonNull(part)) {
                parts.add(line.get(part).asText());
            }
        }
        return String.join(" ", parts);
    }
}
