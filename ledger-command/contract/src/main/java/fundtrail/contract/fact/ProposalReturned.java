package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.ProposalId;
import java.util.Set;

/** 提案退回: a later hand gave it back; it is closed, and its maker may submit another. */
public record ProposalReturned(ProposalId proposal, String contentHash, String reason) implements Fact {
    public ProposalReturned {
        Text.sha256("content", contentHash);
        Text.required("reason", reason, 400);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.PROPOSAL, proposal).set();
    }
}
