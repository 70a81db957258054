package fundtrail.query.entity;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Role;
import fundtrail.contract.Signature.Step;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A wish that waits, or waited, for signatures.
 *
 * @param content     the command's body, without the rows that went in parts
 * @param basedOn     the last position the maker's wish was judged against
 * @param rowCount    how many rows went in parts; absent when there are none
 * @param rowsHash    absent when there are none
 * @param signed      the hands it went through, first to last
 * @param closeReason why it was returned or withdrawn; absent unless it was
 */
public record Proposal(
        ProposalId proposal,
        String command,
        JsonNode content,
        String contentHash,
        long basedOn,
        @MayBeAbsent Integer rowCount,
        @MayBeAbsent String rowsHash,
        State state,
        List<Signed> signed,
        @MayBeAbsent String closeReason) {

    /** How far it is. */
    public enum State {
        SUBMITTED,
        CHECKED,
        APPROVED,
        RETURNED,
        WITHDRAWN
    }

    /**
     * One hand.
     *
     * @param position   the fact of this signature
     * @param recordedAt when it was recorded
     */
    public record Signed(Step step, Role role, PersonRef person, long position, Instant recordedAt) {}

    public Proposal {
        signed = List.copyOf(signed);
    }

    /** After one more hand; {@code reason} where it closes the proposal, else null. */
    public Proposal moved(State state, Signed hand, String reason) {
        var hands = new ArrayList<>(signed);
        if (hand != null) {
            hands.add(hand);
        }
        return new Proposal(proposal, command, content, contentHash, basedOn, rowCount, rowsHash, state, hands, reason);
    }
}
