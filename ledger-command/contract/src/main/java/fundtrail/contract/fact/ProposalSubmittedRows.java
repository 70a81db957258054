package fundtrail.contract.fact;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.ProposalId;
import java.util.List;
import java.util.Set;

/**
 * Rows of a long proposal, in parts that fit an entry; see {@link ProposalSubmitted}, which closes them.
 *
 * @param part from 1
 */
public record ProposalSubmittedRows(ProposalId proposal, int part, List<JsonNode> rows) implements Fact {
    public ProposalSubmittedRows {
        rows = List.copyOf(rows);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.PROPOSAL, proposal).set();
    }
}
