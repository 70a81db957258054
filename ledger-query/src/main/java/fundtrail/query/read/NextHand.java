package fundtrail.query.read;

import fundtrail.contract.Incompatible;
import fundtrail.contract.Role;
import fundtrail.contract.Signature.Step;
import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import fundtrail.contract.fact.AuthorityMatrixSet.Signer;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import fundtrail.query.access.HeldRole;
import fundtrail.query.entity.AuthorityMatrix;
import fundtrail.query.entity.Delegation;
import fundtrail.query.entity.Proposal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a person could be a proposal's next hand, and by which right, the same that the writing side's gate takes: the
 * authority matrix, roles, bodies, divisions, limits and delegations say so; and nobody signs what is about himself, or
 * about him in whose stead he would. What else its command would decide, the writing side alone knows.
 *
 * @param today the day on which it would be signed
 * @param own   the roles the person holds
 * @param lent  what others lent the person
 */
record NextHand(PersonRef person, LocalDate today, AuthorityMatrix matrix, List<HeldRole> own, List<Lent> lent) {
    /** A delegation, and the roles its delegator holds. */
    record Lent(Delegation delegation, List<HeldRole> roles) {}

    /**
     * How the person could sign.
     *
     * @param onBehalfOf in whose stead; null for a role of one's own
     */
    record Claim(Step step, Role role, PersonRef onBehalfOf) {}

    /**
     * By a role of one's own before a lent one, then the first by the order of {@link Role}; empty where it is not for this
     * person to sign, or no longer.
     */
    Optional<Claim> of(Proposal proposal) {
        if (!proposal.on(today).isOpen() || hasSigned(proposal, person) || isOwnMatter(proposal, person)) {
            return Optional.empty();
        }
        return matrix.rows().stream().filter(row -> row.command().equals(proposal.command())).findFirst().flatMap(row -> {
            int before = proposal.signed().size();
            Step step = before >= row.hands().size() - 1 ? Step.APPROVER : Step.CHECKER;
            return Stream.concat(own(proposal, row, step), lent(proposal, row, step)).findFirst()
                    .filter(claim -> claim.onBehalfOf() == null || !isOwnMatter(proposal, claim.onBehalfOf()));
        });
    }

    private Stream<Claim> own(Proposal proposal, Row row, Step step) {
        return roles(proposal, row, own).map(role -> new Claim(step, role.role(), null));
    }

    private Stream<Claim> lent(Proposal proposal, Row row, Step step) {
        return lent.stream()
                .filter(one -> one.delegation().isActive(today) && one.delegation().covers(proposal.command(), proposal.amount()))
                .filter(one -> !hasSigned(proposal, one.delegation().from()))
                .sorted(Comparator.comparing(one -> one.delegation().grantedAt()))
                .flatMap(one -> roles(proposal, row, one.roles())
                        .filter(role -> role.division().equals(one.delegation().division()))
                        .filter(role -> isFit(role.role()))
                        .map(role -> new Claim(step, role.role(), one.delegation().from())))
                .sorted(Comparator.comparing(Claim::role));
    }

    /** Nobody exercises for another what he could not hold himself beside his own roles. */
    private boolean isFit(Role role) {
        return Incompatible.with(role, own.stream().map(HeldRole::role)).isEmpty();
    }

    /** Those of the roles by which the proposal's next hand may be given, in the order of roles. */
    private static Stream<HeldRole> roles(Proposal proposal, Row row, List<HeldRole> held) {
        List<Signer> next = row.hand(proposal.signed().size());
        return held.stream()
                .filter(role -> proposal.division() == null || proposal.division().equals(role.division()))
                .filter(role -> role.institution() == null || isParty(proposal, role.institution()))
                .filter(role -> next.stream().anyMatch(signer ->
                        signer.means(role.role(), role.body()) && signer.covers(proposal.amount())))
                .sorted(Comparator.comparing(HeldRole::role));
    }

    /** Whether a role held at the institution may sign it: it is about that institution, or about none. */
    private static boolean isParty(Proposal proposal, InstitutionId institution) {
        String party = proposal.content().path("institution").textValue();
        return party == null || party.equals(institution.value());
    }

    private static boolean hasSigned(Proposal proposal, PersonRef someone) {
        return proposal.signed().stream().anyMatch(hand -> hand.involves(someone));
    }

    /** Whether it gives this person a power, changes or erases who he is. To take a power back is nobody's own matter. */
    private static boolean isOwnMatter(Proposal proposal, PersonRef someone) {
        return switch (proposal.command()) {
            case "RegisterPerson", "ErasePerson", "GrantRole" -> someone.value().equals(proposal.content().path("person").textValue());
            case "GrantDelegation" -> someone.value().equals(proposal.content().path("to").textValue());
            default -> false;
        };
    }
}
