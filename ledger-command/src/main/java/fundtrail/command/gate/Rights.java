package fundtrail.command.gate;

import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.DELEGATE_UNFIT;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_OUTSIDE;
import static fundtrail.command.decide.RefusalCode.JURISDICTION_OUTSIDE;
import static fundtrail.command.decide.RefusalCode.LIMIT_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.ROLE_MISSING;
import static fundtrail.command.decide.RefusalCode.SIGNER_CONFLICT;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.gate.Rights.Found.None;
import fundtrail.command.known.Known;
import fundtrail.contract.Incompatible;
import fundtrail.contract.Money;
import fundtrail.contract.Role;
import fundtrail.contract.Signature;
import fundtrail.contract.fact.AuthorityMatrixSet.Signer;
import fundtrail.contract.fact.DelegationGranted;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * By which right a person may be a hand of a wish: by a role of his own, or in the stead of somebody who is away and
 * lent it to him. Whoever lends a signature signs in person as far as conflicts go: neither may have signed before.
 *
 * @param institution at which a role held at one must be held; {@code null} where it may be any
 * @param subject what a conflict is about: the proposal; {@code null} while there is none
 */
record Rights(
        Known known,
        LocalDate today,
        String command,
        DivisionCode division,
        InstitutionId institution,
        Money amount,
        List<Signature> before,
        Object subject) {

    /** What was found: a right, or why there is none. */
    sealed interface Found {
        /** @param onBehalfOf the delegator; {@code null} for a role of one's own */
        record Right(Role role, PersonRef onBehalfOf) implements Found {}

        record None(Refused why) implements Found {}
    }

    /** A role that could serve: one's own, or one lent. */
    private record Claim(Signer signer, RoleGranted grant, DelegationGranted lent) {
        boolean isWithin(Money amount) {
            return signer.covers(amount) && (lent == null || lent.limit() == null || amount == null || lent.limit().covers(amount));
        }

        boolean isAt(InstitutionId institution) {
            return institution == null || !grant.role().isOfInstitution() || institution.equals(grant.institution());
        }

        Money limit() {
            Money own = signer.upTo();
            Money delegated = lent == null ? null : lent.limit();
            return own == null || delegated != null && own.covers(delegated) ? delegated : own;
        }

        Found.Right right() {
            return new Found.Right(grant.role(), lent == null ? null : lent.from());
        }
    }

    /** One's own role before a lent one, then the first by the order of {@link Role}; else the refusal listed first. */
    Found of(PersonRef person, List<Signer> hand) {
        List<Claim> claims = Stream.concat(own(person, hand), lent(person, hand)).toList();
        if (claims.isEmpty()) {
            return new None(refused(ROLE_MISSING, command).with("roles", roles(hand)));
        }
        List<Claim> here = claims.stream().filter(claim -> division == null || claim.grant().division().equals(division)).toList();
        if (here.isEmpty()) {
            return new None(refused(JURISDICTION_OUTSIDE, command).with("roles", roles(hand)).with("division", division));
        }
        List<Claim> at = here.stream().filter(claim -> claim.isAt(institution)).toList();
        if (at.isEmpty()) {
            return new None(refused(INSTITUTION_OUTSIDE, command).with("roles", roles(hand)).with("institution", institution));
        }
        List<Claim> within = at.stream().filter(claim -> claim.isWithin(amount)).toList();
        if (within.isEmpty()) {
            return new None(refused(LIMIT_EXCEEDED, command).with("amount", amount).with("limit", highest(at)));
        }
        List<Claim> fit = within.stream().filter(claim -> isFit(person, claim)).toList();
        if (fit.isEmpty()) {
            return new None(refused(DELEGATE_UNFIT, command).with("roles", roles(hand)));
        }
        return fit.stream()
                .filter(claim -> !hasSigned(person) && (claim.lent() == null || !hasSigned(claim.lent().from())))
                .min(Comparator.comparing((Claim claim) -> claim.lent() != null).thenComparing(claim -> claim.grant().role()))
                .<Found>map(Claim::right)
                .orElseGet(() -> new None(refused(SIGNER_CONFLICT, subject)));
    }

    private Stream<Claim> own(PersonRef person, List<Signer> hand) {
        return claims(person, hand, null);
    }

    /** A delegator lends what he holds at this moment, in the division named, to commands named; and nothing lent to him. */
    private Stream<Claim> lent(PersonRef person, List<Signer> hand) {
        return known.delegations().of(person).stream()
                .filter(delegation -> delegation.covers(command, null, today))
                .flatMap(delegation -> claims(delegation.from(), hand, delegation)
                        .filter(claim -> claim.grant().division().equals(delegation.division())));
    }

    private Stream<Claim> claims(PersonRef holder, List<Signer> hand, DelegationGranted lent) {
        return known.people().grantsOf(holder).stream().flatMap(grant -> hand.stream()
                .filter(signer -> signer.means(grant.role(), grant.body()))
                .map(signer -> new Claim(signer, grant, lent)));
    }

    /** Nobody exercises for another what he could not hold himself beside his own roles. */
    private boolean isFit(PersonRef person, Claim claim) {
        return claim.lent() == null
                || Incompatible.with(claim.grant().role(), known.people().grantsOf(person).stream().map(RoleGranted::role)).isEmpty();
    }

    private boolean hasSigned(PersonRef person) {
        return before.stream().anyMatch(signature -> signature.involves(person));
    }

    private static Money highest(List<Claim> claims) {
        return claims.stream().map(Claim::limit).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static Set<Role> roles(List<Signer> hand) {
        Set<Role> roles = new TreeSet<>();
        hand.forEach(signer -> roles.add(signer.role()));
        return roles;
    }
}
