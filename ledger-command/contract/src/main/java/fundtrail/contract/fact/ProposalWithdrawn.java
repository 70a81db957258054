package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.ProposalId;
import java.util.Set;

/** 提案撤回: its maker took it back. */
public record ProposalWithdrawn(ProposalId proposal, String contentHash, String reason) implements Fact {
    public ProposalWithdrawn {
        Text.sha256("content", contentHash);
        Text.required("reason", reason, 400);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.PROPOSAL, proposal).set();
    }
}
