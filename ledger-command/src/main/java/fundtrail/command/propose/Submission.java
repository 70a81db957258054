package fundtrail.command.propose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.command.known.Proposals;
import fundtrail.contract.Digest;
import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.contract.Money;
import fundtrail.contract.fact.ProposalSubmitted;
import fundtrail.contract.fact.ProposalSubmittedRows;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ProposalId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Turns a wish that needs more hands into the facts of a proposal; its rows, if it has any, go before it in parts. */
public final class Submission {
    private Submission() {}

    /**
     * @param contentHash the hash of the wish, which later hands sign
     * @param division    whose people sign; {@code null} for the whole ledger
     * @param amount      what signers are limited by; {@code null} where there is none
     * @param expiresOn   the last day on which it can be signed
     * @param basedOn     the last position the wish was judged against
     */
    public static List<Fact> facts(
            ProposalId id,
            Object command,
            String contentHash,
            DivisionCode division,
            Money amount,
            LocalDate expiresOn,
            long basedOn) {
        String name = command.getClass().getSimpleName();
        ObjectNode content = Json.MAPPER.valueToTree(command);
        JsonNode rows = content.remove(Proposals.ROWS);
        if (rows == null) {
            return List.of(new ProposalSubmitted(id, name, content, contentHash, division, amount, expiresOn, basedOn, null, null, null));
        }
        List<JsonNode> list = new ArrayList<>();
        rows.forEach(list::add);
        List<Fact> facts = new ArrayList<>();
        for (List<JsonNode> part : Parts.of(list, row -> Json.canonical(row).length)) {
            facts.add(new ProposalSubmittedRows(id, name, division, facts.size() + 1, part));
        }
        facts.add(new ProposalSubmitted(id, name, content, contentHash, division, amount, expiresOn, basedOn,
                facts.size(), list.size(), Digest.sha256(Json.canonical(rows))));
        return facts;
    }
}
