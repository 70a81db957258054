package fundtrail.query.fold;

import static fundtrail.query.entity.Kind.AUTHORITY_MATRIX;
import static fundtrail.query.entity.Kind.PROPOSAL;
import static fundtrail.query.entity.Kind.PROPOSAL_ROWS;

import fundtrail.contract.Entry;
import fundtrail.contract.Role;
import fundtrail.contract.Signature;
import fundtrail.contract.fact.AuthorityMatrixSet.Signer;
import fundtrail.contract.fact.ProposalApproved;
import fundtrail.contract.fact.ProposalChecked;
import fundtrail.contract.fact.ProposalReturned;
import fundtrail.contract.fact.ProposalSubmitted;
import fundtrail.contract.fact.ProposalSubmittedRows;
import fundtrail.contract.fact.ProposalWithdrawn;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import fundtrail.query.access.Circle;
import fundtrail.query.access.HeldRole;
import fundtrail.query.access.Thing;
import fundtrail.query.entity.AuthorityMatrix;
import fundtrail.query.entity.Proposal.Signed;
import fundtrail.query.entity.Proposal.State;
import fundtrail.query.entity.Proposal;
import fundtrail.query.entity.ProposalRows;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Proposals, and the hands they go through. */
final class ProposalFold implements Fold {
    /** Their documents tend to name the person, which is no bureau's business. */
    private static final Set<String> OF_WHO_SOMEBODY_IS = Set.of("RegisterPerson", "ErasePerson");

    @Override
    public void fold(Entry entry, Earlier earlier, Outcome outcome) {
        switch (entry.fact()) {
            case ProposalSubmittedRows part -> outcome.now(
                    PROPOSAL_ROWS,
                    ProposalRows.id(part.proposal(), part.part()),
                    shownTo(part, entry, earlier),
                    new ProposalRows(part.proposal(), part.part(), part.rows()));
            case ProposalSubmitted submitted -> outcome.now(
                    PROPOSAL,
                    submitted.proposal(),
                    shownTo(submitted, entry, earlier),
                    new Proposal(submitted.proposal(), submitted.command(), submitted.content(), submitted.contentHash(),
                            submitted.division(), submitted.amount(), submitted.expiresOn(), submitted.basedOn(), submitted.rowCount(),
                            submitted.rowsHash(), State.SUBMITTED, List.of(hand(entry)), null));
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
        return new Signed(last.step(), last.role(), last.person(), last.onBehalfOf(), entry.position(), entry.recordedAt());
    }

    /** As its parts of rows, and to the institution one of whose people must sign it. */
    static Set<Circle> shownTo(ProposalSubmitted submitted, Entry entry, Earlier earlier) {
        Set<Circle> circles = shownTo(submitted.command(), submitted.division(),
                Inquiries.tells(submitted.command(), submitted.content()), entry, earlier);
        if (signers(earlier, submitted.command()).anyMatch(Role::isOfInstitution)) {
            String party = submitted.content().path("institution").asText();
            if (!party.isEmpty()) {
                circles.add(Circle.institution(Thing.PROPOSALS, new InstitutionId(party)));
            }
        }
        return circles;
    }

    /** Whoever sees the whole proposal is shown its rows beside it. */
    static Set<Circle> shownTo(ProposalSubmittedRows part, Entry entry, Earlier earlier) {
        return shownTo(part.command(), part.division(), Inquiries.tells(part.command()), entry, earlier);
    }

    /**
     * To its division, or to that of the maker where it has none; but to those who keep people where it says who somebody is,
     * and to inspectors and auditors alone where it tells of an inquiry. To whoever holds a role that may be one of its hands,
     * an administrator's too, and to the institution whose people proposed it.
     */
    private static Set<Circle> shownTo(String command, DivisionCode division, boolean ofInquiry, Entry entry, Earlier earlier) {
        Signature made = entry.envelope().signatures().getFirst();
        Set<Circle> circles = Shown.hands(earlier, List.of(made));
        Thing thing = ofInquiry ? Thing.CASES : Thing.PROPOSALS;
        boolean ofKeepers = division == null && OF_WHO_SOMEBODY_IS.contains(command);
        if (division != null) {
            circles.add(Circle.division(thing, division));
        }
        if (ofKeepers) {
            circles.add(Circle.ledger(Thing.PEOPLE));
        }
        PersonRef whose = made.onBehalfOf() == null ? made.person() : made.onBehalfOf();
        for (HeldRole role : Shown.held(earlier, whose)) {
            if (role.role() == made.role() && division == null && !ofKeepers) {
                circles.add(Circle.division(thing, role.division()));
            }
            if (role.role() == made.role() && role.institution() != null) {
                circles.add(Circle.institution(Thing.PROPOSALS, role.institution()));
            }
        }
        hands(earlier, command).forEach(role -> circles.add(division == null ? Circle.toSign(role) : Circle.toSign(role, division)));
        return circles;
    }

    /** The roles by which people of a division may be a hand of a command. */
    private static Set<Role> hands(Earlier earlier, String command) {
        return signers(earlier, command).filter(role -> !role.isOfInstitution()).collect(Collectors.toSet());
    }

    private static Stream<Role> signers(Earlier earlier, String command) {
        return earlier.latest(AUTHORITY_MATRIX, AuthorityMatrix.ID).map(AuthorityMatrix::rows).orElse(List.of()).stream()
                .filter(row -> row.command().equals(command))
                .flatMap(row -> row.hands().stream())
                .flatMap(List::stream)
                .map(Signer::role);
    }
}
