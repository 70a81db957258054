package fundtrail.query.entity;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.id.ProposalId;
import java.util.List;

/** One part of a proposal's rows, under {@link #id}. */
public record ProposalRows(ProposalId proposal, int part, List<JsonNode> rows) {
    /** Parts of a proposal in the order of their ids are parts in order. */
    public static String id(ProposalId proposal, int part) {
        return "%s/%05d".formatted(proposal, part);
    }
}
