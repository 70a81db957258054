package fundtrail.query.entity;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Role;
import fundtrail.contract.Signature.Step;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A wish that waits, or waited, for signatures.
 *
 * @param content     the command's body, without the rows that went in parts
 * @param division    the division whose people sign; absent where it is for the whole ledger
 * @param amount      what signers are limited by; absent where there is nothing
 * @param expiresOn   the last day on which it can be signed
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
        @MayBeAbsent DivisionCode division,
        @MayBeAbsent Money amount,
        LocalDate expiresOn,
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
        WITHDRAWN,
        /** Can no longer be signed: its last day is over. Not a fact, so never stored; it follows from the day. */
        EXPIRED;

        /** Whether it waits for a hand. */
        public boolean isOpen() {
            return this == SUBMITTED || this == CHECKED;
        }
    }

    /**
     * One hand.
     *
     * @param onBehalfOf in whose stead; absent where it was by a role of one's own
     * @param position   the fact of this signature
     * @param recordedAt when it was recorded
     */
    public record Signed(
            Step step, Role role, PersonRef person, @MayBeAbsent PersonRef onBehalfOf, long position, Instant recordedAt) {
        /** Whether the natural person had a part in it. */
        public boolean involves(PersonRef someone) {
            return someone.equals(person) || someone.equals(onBehalfOf);
        }
    }

    public Proposal {
        signed = List.copyOf(signed);
    }

    /** After one more hand; {@code reason} where it closes the proposal, else null. */
    public Proposal moved(State state, Signed hand, String reason) {
        var hands = new ArrayList<>(signed);
        if (hand != null) {
            hands.add(hand);
        }
        return new Proposal(proposal, command, content, contentHash, division, amount, expiresOn, basedOn, rowCount, rowsHash,
                state, hands, reason);
    }

    /** Its state on a day. */
    public State on(LocalDate day) {
        return state.isOpen() && day.isAfter(expiresOn) ? State.EXPIRED : state;
    }
}
