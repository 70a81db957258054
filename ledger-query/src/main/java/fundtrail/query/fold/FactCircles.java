package fundtrail.query.fold;

import fundtrail.contract.Entry;
import fundtrail.contract.Line;
import fundtrail.contract.Signature;
import fundtrail.contract.fact.AdvancePaid;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.BudgetApproved;
import fundtrail.contract.fact.CommandRefused;
import fundtrail.contract.fact.DelegationGranted;
import fundtrail.contract.fact.DelegationRevoked;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.fact.FundSourceRegistered;
import fundtrail.contract.fact.InstitutionMerged;
import fundtrail.contract.fact.InstitutionRegistered;
import fundtrail.contract.fact.LedgerOpened;
import fundtrail.contract.fact.PayeeAccountClosed;
import fundtrail.contract.fact.PayeeAccountRegistered;
import fundtrail.contract.fact.PaymentConfirmed;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.fact.PaymentHoldReleased;
import fundtrail.contract.fact.PaymentReturned;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.ProposalApproved;
import fundtrail.contract.fact.ProposalChecked;
import fundtrail.contract.fact.ProposalReturned;
import fundtrail.contract.fact.ProposalSubmitted;
import fundtrail.contract.fact.ProposalSubmittedRows;
import fundtrail.contract.fact.ProposalWithdrawn;
import fundtrail.contract.fact.ReservationReleased;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.fact.RoleRevoked;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.PaymentId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import fundtrail.query.access.Circles;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Version;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The circles each fact is shown to. An institution sees the facts that are about it alone; a list in which others stand
 * beside it is the bureau's. Whoever signed a fact sees it. A fact this does not know is shown to nobody else.
 */
final class FactCircles {
    private FactCircles() {}

    static Set<String> of(Entry entry, Earlier earlier) {
        Set<String> circles = new HashSet<>(byFact(entry, earlier));
        entry.envelope().signatures().stream().map(Signature::person).map(Circles::person).forEach(circles::add);
        return circles;
    }

    private static Set<String> byFact(Entry entry, Earlier earlier) {
        return switch (entry.fact()) {
            case LedgerOpened _ -> Set.of(Circles.ALL);
            case RuleSetPublished _ -> Set.of(Circles.ALL);
            case AuthorityMatrixSet _ -> Set.of(Circles.ALL);
            case FundSourceRegistered _ -> Set.of(Circles.ALL);

            case PersonRegistered one -> Set.of(Circles.PEOPLE, Circles.person(one.person()));
            case RoleGranted role -> Set.of(Circles.people(role.division()), Circles.person(role.person()));
            case RoleRevoked role -> Set.of(Circles.people(role.division()), Circles.person(role.person()));
            case DelegationGranted lent -> Set.of(Circles.people(lent.division()), Circles.bureau(lent.division()),
                    Circles.person(lent.from()), Circles.person(lent.to()));
            case DelegationRevoked lent -> Set.of(Circles.person(lent.from()), Circles.person(lent.to()), Circles.PEOPLE);
            case CommandRefused refused -> refusals(earlier, refused.person());

            case TreasuryAccountRegistered account -> Set.of(Circles.bureau(account.division()));
            case BudgetApproved approved -> Set.of(Circles.bureau(approved.division()));
            case FundReceived received -> Set.of(Circles.bureau(received.division()));
            case DisbursementBatchApproved approved -> Set.of(Circles.bureau(approved.division()));
            case DisbursementBatchApprovedRows part -> bureausOfLines(part.lines());

            case InstitutionMerged one -> both(Shown.institution(earlier, one.from()), Shown.institution(earlier, one.into()));
            case InstitutionRegistered one ->
                    Set.of(Circles.bureau(one.division()), Circles.institution(one.institution()));
            case BudgetAllotted allotted ->
                    Set.of(Circles.bureau(allotted.division()), Circles.institution(allotted.institution()));
            case PayeeAccountRegistered account -> Shown.institution(earlier, account.institution());
            case PayeeAccountClosed account -> Shown.institution(earlier, account.institution());
            case PaymentHoldPlaced hold -> Shown.institution(earlier, hold.institution());
            case PaymentHoldReleased hold -> Shown.institution(earlier, hold.institution());
            case AdvancePaid paid -> Shown.payment(paid.lines(), paid.allotment(), paid.institution(), paid.payee());
            case ReservationReleased released -> payment(earlier, released.payment());
            case PaymentConfirmed confirmed -> payment(earlier, confirmed.payment());
            case PaymentReturned returned -> payment(earlier, returned.payment());
            case EntryReversed reversed -> reversal(reversed);

            case ProposalSubmittedRows _ -> proposed(entry, earlier);
            case ProposalSubmitted _ -> proposed(entry, earlier);
            case ProposalChecked one -> proposal(earlier, one.proposal());
            case ProposalReturned one -> proposal(earlier, one.proposal());
            case ProposalApproved one -> proposal(earlier, one.proposal());
            case ProposalWithdrawn one -> proposal(earlier, one.proposal());

            default -> Set.of();
        };
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }

    private static Set<String> proposed(Entry entry, Earlier earlier) {
        return Shown.bureausOf(earlier, entry.envelope().signatures().getFirst().person());
    }

    private static Set<String> proposal(Earlier earlier, ProposalId id) {
        return earlier.version(Kind.PROPOSAL, id.value()).map(Version::shownTo).orElse(Set.of());
    }

    private static Set<String> payment(Earlier earlier, PaymentId id) {
        return earlier.version(Kind.PAYMENT, id.value()).map(Version::shownTo).orElse(Set.of());
    }

    /** Its lines say whose it was, where it concerns one institution alone. */
    private static Set<String> reversal(EntryReversed reversed) {
        Set<String> circles = new HashSet<>(bureausOfLines(reversed.lines()));
        var institutions = reversed.lines().list().stream().map(Line::institution).filter(Objects::nonNull).distinct().toList();
        if (institutions.size() == 1) {
            circles.add(Circles.institution(institutions.getFirst()));
        }
        return circles;
    }

    private static Set<String> bureausOfLines(Iterable<Line> lines) {
        Set<DivisionCode> divisions = new HashSet<>();
        lines.forEach(line -> divisions.add(line.division()));
        return divisions.stream().map(Circles::bureau).collect(Collectors.toSet());
    }

    private static Set<String> refusals(Earlier earlier, PersonRef person) {
        Set<String> circles = Shown.held(earlier, person).stream()
                .map(term -> Circles.refusals(term.division()))
                .collect(Collectors.toCollection(HashSet::new));
        circles.add(Circles.person(person));
        return circles;
    }
}
