package fundtrail.command.propose;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.id.ProposalId;

/** What a person does to a proposal. Each names the content it means, so that nobody signs what he has not seen. */
public sealed interface ProposalStep extends Command {
    ProposalId proposal();

    String contentHash();

    /** The middle hand of three: checks. */
    record CheckProposal(ProposalId proposal, String contentHash) implements ProposalStep {}

    /** The last hand: approves, and the wish is decided anew. */
    record ApproveProposal(ProposalId proposal, String contentHash) implements ProposalStep {}

    /** A later hand gives it back. */
    record ReturnProposal(ProposalId proposal, String contentHash, String reason) implements ProposalStep {
        public ReturnProposal {
            Form.text("reason", reason, 400);
        }
    }

    /** Its maker takes it back. */
    record WithdrawProposal(ProposalId proposal, String contentHash, String reason) implements ProposalStep {
        public WithdrawProposal {
            Form.text("reason", reason, 400);
        }
    }
}
