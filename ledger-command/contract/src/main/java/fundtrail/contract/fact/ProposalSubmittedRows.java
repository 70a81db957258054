package fundtrail.contract.fact;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Fact;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ProposalId;
import java.util.List;
import java.util.Set;

/**
 * Rows of a long proposal, in parts that fit an entry; see {@link ProposalSubmitted}, which closes them. Command and division
 * are the proposal's: they say who may read a part, which is recorded before the proposal is.
 *
 * @param division absent where the proposal is for the whole ledger
 * @param part from 1
 */
public record ProposalSubmittedRows(
        ProposalId proposal, String command, @MayBeAbsent DivisionCode division, int part, List<JsonNode> rows)
        implements Fact {
    public ProposalSubmittedRows {
        rows = List.copyOf(rows);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.PROPOSAL, proposal).set();
    }
}
