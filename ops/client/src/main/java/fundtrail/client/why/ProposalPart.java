package fundtrail.client.why;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.client.Terms;

/** A proposal: what was proposed, under which hash, and the hands it went through. */
final class ProposalPart {
    private ProposalPart() {}

    static void tell(JsonNode proposal, Story story) {
        Terms terms = new Terms(story.words());
        story.part("why.proposal", proposal.get("proposal").textValue(), terms.command(proposal.get("command").textValue()),
                terms.state(proposal.get("state").textValue()));
        story.say("why.proposed", proposal.get("submittedAt").textValue(), proposal.get("basedOn").asText());
        story.say("sign.contentHash", proposal.get("contentHash").textValue());
        FactPart.hands(proposal.get("signed"), story);
    }
}
