package fundtrail.query.access;

import fundtrail.contract.Body;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Role;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.query.entity.Person;

/** A role held in a division, or at one of its institutions, for a body. */
public record HeldRole(Role role, DivisionCode division, Body body, @MayBeAbsent InstitutionId institution) {
    /** The same, where it reaches an institution. */
    HeldRole at(InstitutionId other) {
        return new HeldRole(role, division, body, other);
    }

    public static HeldRole of(Person.Term term) {
        return new HeldRole(term.role(), term.division(), term.body(), term.institution());
    }
}
