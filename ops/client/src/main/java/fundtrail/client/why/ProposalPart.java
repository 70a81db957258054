package fundtrail.client.why;

import com.fasterxml.jackson.databind.JsonNode;

/** A proposal: what was proposed, under which hash, and the hands it went through. */
final class ProposalPart {
    private ProposalPart() {}

    static void tell(JsonNode proposal, Story story) {
        story.part("why.proposal", proposal.get("proposal").textValue(), proposal.get("command").textValue(),
                proposal.get("state").textValue());
        story.say("why.proposed", proposal.get("submittedAt").textValue(), proposal.get("basedOn").asText());
        story.say("sign.contentHash", proposal.get("contentHash").textValue());
        FactPart.hands(proposal.get("signed"), story);
    }
}
