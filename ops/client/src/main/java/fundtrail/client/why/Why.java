package fundtrail.client.why;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.client.LedgerApi;
import fundtrail.client.Words;

/** Explains why an amount stands as it does: a story from the fact back to the wish, by the read API alone. */
public final class Why {
    private static final String POSITION = "[0-9]{1,18}";

    private final LedgerApi api;
    private final String token;
    private final Words words;

    /** @param token whose eyes it is told to; an auditor sees all of it */
    public Why(LedgerApi api, String token, Words words) {
        this.api = api;
        this.token = token;
        this.words = words;
    }

    /** @param what a position, or a payment's id */
    public Story of(String what) {
        Known known = new Known(api, token);
        Story story = new Story(words);
        if (what.matches(POSITION)) {
            fact(Long.parseLong(what), known, story);
        } else {
            PaymentPart.tell(what, known, story);
        }
        return story.part("why.cite", known.position());
    }

    private static void fact(long position, Known known, Story story) {
        JsonNode fact = known.fact(position);
        JsonNode body = fact.get("body");
        if (body.hasNonNull("payment")) {
            PaymentPart.tell(body.get("payment").textValue(), known, story);
            return;
        }
        FactPart.tell(fact, story);
        if (fact.hasNonNull("causation")) {
            known.maybe("/api/proposals/" + fact.get("causation").textValue())
                    .ifPresent(proposal -> ProposalPart.tell(proposal, story));
        }
        if (body.hasNonNull("reverses")) {
            fact(body.get("reverses").longValue(), known, story);
        }
    }
}
