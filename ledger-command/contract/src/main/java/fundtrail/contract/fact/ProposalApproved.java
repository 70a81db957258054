package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.ProposalId;
import java.util.Set;

/** 提案批准: the last hand; the facts the proposal leads to stand in the same append. */
public record ProposalApproved(ProposalId proposal, String contentHash) implements Fact {
    public ProposalApproved {
        Text.sha256("content", contentHash);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.PROPOSAL, proposal).set();
    }
}
