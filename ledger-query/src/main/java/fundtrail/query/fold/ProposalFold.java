package fundtrail.query.fold;

import static fundtrail.query.entity.Kind.PROPOSAL;
import static fundtrail.query.entity.Kind.PROPOSAL_ROWS;

import fundtrail.contract.Entry;
import fundtrail.contract.Signature;
import fundtrail.contract.fact.ProposalApproved;
import fundtrail.contract.fact.ProposalChecked;
import fundtrail.contract.fact.ProposalReturned;
import fundtrail.contract.fact.ProposalSubmitted;
import fundtrail.contract.fact.ProposalSubmittedRows;
import fundtrail.contract.fact.ProposalWithdrawn;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import fundtrail.query.access.Circles;
import fundtrail.query.entity.Person;
import fundtrail.query.entity.Proposal;
import fundtrail.query.entity.Proposal.Signed;
import fundtrail.query.entity.Proposal.State;
import fundtrail.query.entity.ProposalRows;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Proposals, and the hands they go through. */
final class ProposalFold implements Fold {
    @Override
    public void fold(Entry entry, Earlier earlier, Outcome outcome) {
        switch (entry.fact()) {
            case ProposalSubmittedRows part -> outcome.now(
                    PROPOSAL_ROWS,
                    ProposalRows.id(part.proposal(), part.part()),
                    shownTo(entry, earlier),
                    new ProposalRows(part.proposal(), part.part(), part.rows()));
            case ProposalSubmitted submitted -> outcome.now(
                    PROPOSAL,
                    submitted.proposal(),
                    shownTo(entry, earlier),
                    new Proposal(submitted.proposal(), submitted.command(), submitted.content(), submitted.contentHash(),
                            submitted.basedOn(), submitted.rowCount(), submitted.rowsHash(), State.SUBMITTED,
                            List.of(hand(entry)), null));
            case ProposalChecked checked -> move(entry, checked.proposal(), State.CHECKED, true, null, earlier, outcome);
            case ProposalApproved approved -> move(entry, approved.proposal(), State.APPROVED, true, null, earlier, outcome);
            case ProposalReturned returned ->
                    move(entry, returned.proposal(), State.RETURNED, false, returned.reason(), earlier, outcome);
            case ProposalWithdrawn withdrawn ->
                    move(entry, withdrawn.proposal(), State.WITHDRAWN, false, withdrawn.reason(), earlier, outcome);
            default -> { }
        }
    }

    private static void move(
            Entry entry, ProposalId id, State state, boolean signs, String reason, Earlier earlier, Outcome outcome) {
        earlier.version(PROPOSAL, id.value()).ifPresent(known -> outcome.now(
                PROPOSAL, id, known.shownTo(), known.body().moved(state, signs ? hand(entry) : null, reason)));
    }

    /** The hand by which this fact came to be: the last of its signatures. */
    private static Signed hand(Entry entry) {
        Signature last = entry.envelope().signatures().getLast();
        return new Signed(last.step(), last.role(), last.person(), entry.position(), entry.recordedAt());
    }

    /** The bureaus the maker works for must be able to sign; an institution sees what its own people propose. */
    private static Set<String> shownTo(Entry entry, Earlier earlier) {
        PersonRef maker = entry.envelope().signatures().getFirst().person();
        Set<String> circles = Shown.bureausOf(earlier, maker);
        Shown.held(earlier, maker).stream()
                .map(Person.Term::institution)
                .filter(Objects::nonNull)
                .map(Circles::institution)
                .forEach(circles::add);
        return circles;
    }
}
