package fundtrail.query.access;

import fundtrail.contract.Role;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.MayBeAbsent;

/** A role held in a division, or at one of its institutions. */
public record HeldRole(Role role, DivisionCode division, @MayBeAbsent InstitutionId institution) {}
