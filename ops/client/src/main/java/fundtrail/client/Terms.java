package fundtrail.client;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.fact.AuthorityMatrixSet.Signer;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The ledger's terms in the reader's language. One the catalogue does not know yet is shown as it was recorded. */
public record Terms(Words words) {
    /** @param name such as {@code AllotBudget} */
    public String command(String name) {
        return words.sayOr("command." + name, name);
    }

    /** @param name such as {@code BudgetAllotted} */
    public String fact(String name) {
        return words.sayOr("fact." + name, name);
    }

    /** How far a proposal is, such as {@code SUBMITTED}. */
    public String state(String proposalState) {
        return words.sayOr("proposal." + proposalState, proposalState);
    }

    /** Which hand of a proposal's, such as {@code MAKER}. */
    public String step(String name) {
        return words.sayOr("step." + name, name);
    }

    /** @param code such as {@code TREASURY_CASH} */
    public String account(String code) {
        return words.sayOr("account." + code, code);
    }

    /** @param code such as {@code FUND} */
    public String book(String code) {
        return words.sayOr("book." + code, code);
    }

    /** @param code such as {@code CL} */
    public String role(String code) {
        return words.sayOr("role." + code, code);
    }

    /** Roles one of which is needed, each with its limit where it has one. */
    String anyOf(Collection<Signer> signers) {
        return signers.stream()
                .map(signer -> signer.upTo() == null
                        ? role(signer.role().name())
                        : words.say("role.upTo", role(signer.role().name()), Amounts.grouped(signer.upTo())))
                .distinct()
                .collect(Collectors.joining(" / "));
    }

    /** A signature under a fact or a proposal: which, whose, in whose stead, in which role, by which fact. */
    public String hand(JsonNode hand) {
        return words.say("hand", step(hand.get("step").textValue()), hand.path("name").asText("—") + stead(hand),
                hand.path("post").asText("—"), role(hand.get("role").textValue()), hand.get("position").asText());
    }

    /** In whose stead a signature was or would be given, by name where it is known; empty for a role of one's own. */
    String stead(JsonNode hand) {
        return hand.hasNonNull("onBehalfOf")
                ? words.say("stead", hand.path("onBehalfOfName").asText(hand.get("onBehalfOf").textValue()))
                : "";
    }

    /** What was recorded: the types of the facts, and of each how many where there are several. */
    String recorded(Map<String, Integer> facts) {
        return facts.entrySet().stream()
                .map(one -> one.getValue() == 1 ? fact(one.getKey()) : words.say("fact.times", fact(one.getKey()), one.getValue()))
                .collect(Collectors.joining(words.say("list.comma")));
    }
}
