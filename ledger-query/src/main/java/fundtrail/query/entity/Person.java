package fundtrail.query.entity;

import fundtrail.contract.Body;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Role;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A registered person, by reference alone, and every role ever granted.
 *
 * @param erasedAt when it was recorded that who this was is erased; absent while it is not
 */
public record Person(PersonRef person, String registryHash, List<Term> roles, @MayBeAbsent Instant erasedAt) {
    /**
     * A role while it is, or was, held.
     *
     * @param body  the body for which it is held
     * @param from  when the grant was recorded
     * @param until when the revocation was recorded; absent while it is held
     */
    public record Term(
            Role role,
            DivisionCode division,
            Body body,
            @MayBeAbsent InstitutionId institution,
            Instant from,
            @MayBeAbsent Instant until) {
        public boolean isHeld() {
            return until == null;
        }

        boolean is(Role role, DivisionCode division, Body body, InstitutionId institution) {
            return this.role == role && this.division.equals(division) && this.body == body && Objects.equals(this.institution, institution);
        }

        Term until(Instant end) {
            return new Term(role, division, body, institution, from, end);
        }
    }

    public Person {
        roles = List.copyOf(roles);
    }

    /** The roles held. */
    public List<Term> held() {
        return roles.stream().filter(Term::isHeld).toList();
    }

    public Person granted(Role role, DivisionCode division, Body body, InstitutionId institution, Instant from) {
        var terms = new ArrayList<>(roles);
        terms.add(new Term(role, division, body, institution, from, null));
        return new Person(person, registryHash, terms, erasedAt);
    }

    public Person revoked(Role role, DivisionCode division, Body body, InstitutionId institution, Instant until) {
        return new Person(person, registryHash, roles.stream()
                .map(term -> term.isHeld() && term.is(role, division, body, institution) ? term.until(until) : term)
                .toList(), erasedAt);
    }

    public Person erased(Instant at) {
        return new Person(person, registryHash, roles, at);
    }
}
