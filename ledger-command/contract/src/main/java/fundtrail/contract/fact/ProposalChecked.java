package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.ProposalId;
import java.util.Set;

/** 提案复核: the middle hand of three has checked this very content. */
public record ProposalChecked(ProposalId proposal, String contentHash) implements Fact {
    public ProposalChecked {
        Text.sha256("content", contentHash);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.PROPOSAL, proposal).set();
    }
}
