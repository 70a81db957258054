package fundtrail.client.why;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.client.Amounts;
import java.util.List;
import java.util.Map;

/** The allotment a payment drew on: what there is of it, and the fact, document and hands that made it. */
final class AllotmentPart {
    /** The facts that make an allotment. */
    private static final List<String> MAKING =
            List.of("BudgetAllotted", "BudgetCarriedForward", "OpeningBalanceRecordedRows", "RiskReserveDrawn");

    private AllotmentPart() {}

    static void tell(String id, Known known, Story story) {
        JsonNode allotment = known.one("/api/allotments/" + id);
        story.part("why.allotment", id);
        story.say("why.allotted", allotment.get("fundSource").textValue(), allotment.get("institution").textValue(),
                allotment.get("programme").textValue(), allotment.get("budgetYear").asText(),
                Amounts.grouped(allotment.get("original").textValue()));
        story.say("why.authority", Amounts.grouped(allotment.get("available").textValue()),
                Amounts.grouped(allotment.get("reserved").textValue()), Amounts.grouped(allotment.get("expended").textValue()));
        source(allotment, known, story);
        for (String type : MAKING) {
            known.all("/api/facts", Map.of("allotment", id, "type", type)).forEach(summary -> made(summary, known, story));
        }
    }

    private static void made(JsonNode summary, Known known, Story story) {
        JsonNode fact = known.fact(summary.get("position").longValue());
        FactPart.tell(fact, story);
        if (fact.hasNonNull("causation")) {
            known.maybe("/api/proposals/" + fact.get("causation").textValue())
                    .ifPresent(proposal -> ProposalPart.tell(proposal, story));
        }
    }

    private static void source(JsonNode allotment, Known known, Story story) {
        known.maybe("/api/fund-sources/" + allotment.get("fundSource").textValue()).ifPresent(source ->
                story.say("why.source", source.get("fundSource").textValue(),
                        source.get(story.words().isChinese() ? "nameZh" : "nameEn").textValue(), source.get("level").textValue(),
                        source.path("governingRule").asText("—")));
    }
}
