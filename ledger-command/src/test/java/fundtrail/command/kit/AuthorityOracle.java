package fundtrail.command.kit;

import static fundtrail.command.decide.RefusalCode.*;

import fundtrail.command.decide.RefusalCode;
import fundtrail.command.propose.ProposalStep;
import fundtrail.command.propose.ProposalStep.ApproveProposal;
import fundtrail.command.propose.ProposalStep.CheckProposal;
import fundtrail.command.propose.ProposalStep.WithdrawProposal;
import fundtrail.contract.Entry;
import fundtrail.contract.Incompatible;
import fundtrail.contract.Money;
import fundtrail.contract.Signature;
import fundtrail.contract.fact.*;
import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import fundtrail.contract.fact.AuthorityMatrixSet.Signer;
import fundtrail.contract.id.DelegationId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the gate must answer as far as authority goes, told from the log alone and in another way than the gate does:
 * every reason that applies is found, and the one listed first is the answer.
 */
public final class AuthorityOracle {
    /** What is known of a proposal from its facts. */
    public static final class Case {
        final ProposalSubmitted submitted;
        final List<Signature> hands = new ArrayList<>();
        boolean open = true;

        private Case(ProposalSubmitted submitted) {
            this.submitted = submitted;
        }
    }

    private record Key(String person, String key) {}

    private record Day(PersonRef person, LocalDate day) {}

    final Map<PersonRef, Set<RoleGranted>> grants = new HashMap<>();
    final Map<ProposalId, Case> cases = new HashMap<>();
    private final Set<PersonRef> people = new HashSet<>();
    private final Map<DelegationId, DelegationGranted> lent = new HashMap<>();
    private final Map<String, Row> matrix = new HashMap<>();
    private final Map<Key, String> keys = new HashMap<>();
    private final Map<Day, Integer> refusals = new HashMap<>();

    public void fold(Entry entry) {
        if (entry.envelope().key() != null) {
            keys.put(new Key(entry.envelope().actor(), entry.envelope().key()), entry.envelope().wishHash());
        }
        switch (entry.fact()) {
            case PersonRegistered fact -> people.add(fact.person());
            case RoleGranted fact -> grants.computeIfAbsent(fact.person(), person -> new HashSet<>()).add(fact);
            case RoleRevoked fact -> grants.get(fact.person()).remove(
                    new RoleGranted(fact.person(), fact.role(), fact.division(), fact.body(), fact.institution()));
            case DelegationGranted fact -> lent.put(fact.delegation(), fact);
            case DelegationRevoked fact -> lent.remove(fact.delegation());
            case AuthorityMatrixSet fact -> {
                matrix.clear();
                fact.rows().forEach(row -> matrix.put(row.command(), row));
            }
            case ProposalSubmitted fact -> {
                cases.put(fact.proposal(), new Case(fact));
                hand(fact.proposal(), entry);
            }
            case ProposalChecked fact -> hand(fact.proposal(), entry);
            case ProposalApproved fact -> cases.get(fact.proposal()).open = false;
            case ProposalReturned fact -> cases.get(fact.proposal()).open = false;
            case ProposalWithdrawn fact -> cases.get(fact.proposal()).open = false;
            case CommandRefused fact ->
                refusals.merge(new Day(fact.person(), entry.envelope().effectiveDate()), 1, Integer::sum);
            default -> { }
        }
    }

    private void hand(ProposalId proposal, Entry entry) {
        cases.get(proposal).hands.add(entry.envelope().signatures().getLast().at(entry.position()));
    }

    /** The signatures the command needs now; {@code null} when nobody may sign it. */
    Row row(String command) {
        return matrix.get(command);
    }

    /** The command a proposal is about, or {@code null} when there is no such proposal. */
    String commandOf(ProposalId proposal) {
        Case found = cases.get(proposal);
        return found == null ? null : found.submitted.command();
    }

    /** Whether the person, or the one in whose stead he signs, holds the role at this moment. */
    boolean holds(Signature hand) {
        PersonRef holder = hand.onBehalfOf() == null ? hand.person() : hand.onBehalfOf();
        return grants.getOrDefault(holder, Set.of()).stream().anyMatch(grant -> grant.role() == hand.role());
    }

    /** Whether a wish with this key was asked before, to the letter. */
    public boolean askedBefore(PersonRef person, String key, String hash) {
        return hash.equals(keys.get(new Key(person.value(), key)));
    }

    /** Why whoever asks may not; {@code null} when authority does not stand in the way. */
    public RefusalCode refusal(PersonRef person, String key, LocalDate today, int mostRefusals) {
        if (keys.containsKey(new Key(person.value(), key))) {
            return KEY_REUSED;
        }
        if (!people.contains(person)) {
            return PERSON_UNKNOWN;
        }
        return refusals.getOrDefault(new Day(person, today), 0) >= mostRefusals ? TOO_MANY_REFUSALS : null;
    }

    /**
     * Why the person may not make this wish; {@code null} when authority does not stand in the way.
     *
     * @param institution the one whose own people alone may sign for it; {@code null} where there is none
     */
    public RefusalCode refusal(
            PersonRef person, String command, DivisionCode division, InstitutionId institution, Money amount, LocalDate today) {
        Row row = matrix.get(command);
        return row == null
                ? COMMAND_WITHOUT_AUTHORITY
                : rights(person, command, row.hands().getFirst(), division, institution, amount, List.of(), today);
    }

    /** Why the person may not take this step; {@code null} when authority does not stand in the way. */
    public RefusalCode refusal(PersonRef person, ProposalStep step, LocalDate today) {
        Case found = cases.get(step.proposal());
        if (found == null) {
            return PROPOSAL_UNKNOWN;
        }
        ProposalSubmitted wish = found.submitted;
        Row row = matrix.get(wish.command());
        Set<RefusalCode> reasons = new HashSet<>();
        if (!found.open) {
            reasons.add(PROPOSAL_CLOSED);
        }
        if (wish.expiresOn().isBefore(today) && !(step instanceof WithdrawProposal)) {
            reasons.add(PROPOSAL_EXPIRED);
        }
        if (!wish.contentHash().equals(step.contentHash())) {
            reasons.add(CONTENT_CHANGED);
        }
        if (row == null) {
            reasons.add(COMMAND_WITHOUT_AUTHORITY);
        } else {
            int before = found.hands.size();
            boolean last = before + 1 >= row.hands().size();
            if (last ? step instanceof CheckProposal : step instanceof ApproveProposal) {
                reasons.add(OUT_OF_TURN);
            }
            RefusalCode right = step instanceof WithdrawProposal
                    ? found.hands.getFirst().person().equals(person) ? null : NOT_THE_MAKER
                    : rights(person, wish.command(), row.hands().get(last ? row.hands().size() - 1 : before), wish.division(),
                            institutionOf(wish), wish.amount(), found.hands, today);
            if (right != null) {
                reasons.add(right);
            }
        }
        return reasons.stream().min(RefusalCode::compareTo).orElse(null);
    }

    /** What an institution answers for itself names it. */
    private static InstitutionId institutionOf(ProposalSubmitted wish) {
        return wish.command().equals("ConfirmSettlement") ? new InstitutionId(wish.content().get("institution").textValue()) : null;
    }

    private RefusalCode rights(PersonRef person, String command, List<Signer> hand, DivisionCode division, InstitutionId institution,
            Money amount, List<Signature> before, LocalDate today) {
        RefusalCode best = ROLE_MISSING;
        for (Signer signer : hand) {
            for (RoleGranted own : grants.getOrDefault(person, Set.of())) {
                best = later(best, claim(signer, own, null, person, division, institution, amount, before));
            }
            for (DelegationGranted delegation : lent.values()) {
                boolean serves = delegation.to().equals(person) && delegation.commands().contains(command)
                        && !delegation.validFrom().isAfter(today) && !delegation.validUntil().isBefore(today);
                for (RoleGranted theirs : serves ? grants.getOrDefault(delegation.from(), Set.<RoleGranted>of()) : Set.<RoleGranted>of()) {
                    if (theirs.division().equals(delegation.division())) {
                        best = later(best, claim(signer, theirs, delegation, person, division, institution, amount, before));
                    }
                }
            }
        }
        return best;
    }

    /** The reason that lets a person come furthest; none comes furthest of all. */
    private static RefusalCode later(RefusalCode one, RefusalCode other) {
        return one == null || other == null ? null : one.compareTo(other) > 0 ? one : other;
    }

    private RefusalCode claim(Signer signer, RoleGranted role, DelegationGranted lent, PersonRef person, DivisionCode division,
            InstitutionId institution, Money amount, List<Signature> before) {
        if (signer.role() != role.role() || signer.body() != null && signer.body() != role.body()) {
            return ROLE_MISSING;
        }
        if (division != null && !division.equals(role.division())) {
            return JURISDICTION_OUTSIDE;
        }
        if (institution != null && role.role().isOfInstitution() && !institution.equals(role.institution())) {
            return INSTITUTION_OUTSIDE;
        }
        boolean tooMuch = amount != null && (signer.upTo() != null && amount.compareTo(signer.upTo()) > 0
                || lent != null && lent.limit() != null && amount.compareTo(lent.limit()) > 0);
        if (tooMuch) {
            return LIMIT_EXCEEDED;
        }
        if (lent != null && !Incompatible.with(role.role(), grants.getOrDefault(person, Set.of()).stream().map(RoleGranted::role)).isEmpty()) {
            return DELEGATE_UNFIT;
        }
        for (Signature hand : before) {
            for (PersonRef had : new PersonRef[] {hand.person(), hand.onBehalfOf()}) {
                if (person.equals(had) || lent != null && lent.from().equals(had)) {
                    return SIGNER_CONFLICT;
                }
            }
        }
        return null;
    }
}
