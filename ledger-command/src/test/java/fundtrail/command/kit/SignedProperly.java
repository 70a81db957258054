package fundtrail.command.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.contract.Entry;
import fundtrail.contract.Envelope;
import fundtrail.contract.Signature;
import fundtrail.contract.fact.CommandRefused;
import fundtrail.contract.fact.ProposalApproved;
import fundtrail.contract.fact.ProposalChecked;
import fundtrail.contract.fact.ProposalReturned;
import fundtrail.contract.fact.ProposalSubmitted;
import fundtrail.contract.fact.ProposalSubmittedRows;
import fundtrail.contract.fact.ProposalWithdrawn;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Whether entries bear the signatures they need, each by another natural person who held the role; told from the log. */
public final class SignedProperly {
    private final AuthorityOracle oracle;
    private int checked;

    public SignedProperly(AuthorityOracle oracle) {
        this.oracle = oracle;
    }

    /** How many facts of people were checked. */
    public int checked() {
        return checked;
    }

    /**
     * Checks one entry against what was known before its append.
     *
     * @param command the command asked for, or the step of a proposal
     */
    public void check(Entry entry, String command, String where) {
        Envelope envelope = entry.envelope();
        if (entry.fact() instanceof CommandRefused) {
            assertEquals(Envelope.LEDGER, envelope.actor(), where);
            assertEquals(List.of(), envelope.signatures(), where);
            return;
        }
        checked++;
        List<Signature> hands = envelope.signatures();
        assertEquals(envelope.actor(), hands.getLast().person().value(), where);
        assertTrue(oracle.holds(hands.getLast()), where + ": the last hand does not hold its role");
        Set<PersonRef> seen = new HashSet<>();
        hands.stream().flatMap(hand -> Stream.of(hand.person(), hand.onBehalfOf())).filter(Objects::nonNull).forEach(
                person -> assertTrue(seen.add(person), where + ": " + person + " had two hands in it"));
        switch (entry.fact()) {
            case ProposalSubmitted _ -> assertEquals(1, hands.size(), where);
            case ProposalSubmittedRows _ -> assertEquals(1, hands.size(), where);
            case ProposalChecked _ -> assertEquals(1, hands.size(), where);
            case ProposalReturned _ -> assertEquals(1, hands.size(), where);
            case ProposalWithdrawn _ -> assertEquals(1, hands.size(), where);
            case ProposalApproved fact -> whole(fact.proposal(), hands, where);
            default -> {
                if (envelope.causation() == null) {
                    assertEquals(1, oracle.row(command).hands().size(), where + ": " + command + " needs more hands");
                    assertEquals(1, hands.size(), where);
                } else {
                    whole(new ProposalId(envelope.causation()), hands, where);
                }
            }
        }
    }

    private void whole(ProposalId proposal, List<Signature> hands, String where) {
        assertEquals(oracle.cases.get(proposal).hands, hands.subList(0, hands.size() - 1),
                where + ": its hands are not those recorded of the proposal");
        int needed = oracle.row(oracle.commandOf(proposal)).hands().size();
        assertTrue(hands.size() >= Math.max(needed, 2), where + ": " + hands.size() + " hands of " + needed);
    }
}
