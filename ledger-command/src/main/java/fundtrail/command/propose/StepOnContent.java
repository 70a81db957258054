package fundtrail.command.propose;

import fundtrail.command.decide.Command;
import fundtrail.command.known.Proposals.Proposal;
import fundtrail.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A step on a proposal whose rows stand in entries of their own, with what those entries amount to: read, and hashed,
 * before the lane, which compares the hash with the one that was signed.
 *
 * @param contentHash the hash of {@code content}, as signers name it
 */
public record StepOnContent(ProposalStep step, Command content, String contentHash) implements Command {
    /**
     * What a proposal asks for.
     *
     * @param brought with the step that is taken; {@code null} where the proposal's content is kept
     */
    public static <C extends Command> C contentOf(Proposal proposal, StepOnContent brought, Class<C> type) {
        if (proposal.content() == null) {
            if (!proposal.contentHash().equals(brought.contentHash())) {
                throw new IllegalStateException("what was brought along with a step is not the content of proposal " + proposal.id());
            }
            return type.cast(brought.content());
        }
        try {
            return Json.MAPPER.readValue(proposal.content(), type);
        } catch (IOException e) {
            throw new UncheckedIOException("the content of proposal " + proposal.id() + " can no longer be read", e);
        }
    }
}
