package fundtrail.query.entity;

import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.InstitutionRegistered.InstitutionType;
import fundtrail.contract.fact.InstitutionRegistered.Ownership;
import fundtrail.contract.id.CreditCode;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;

/**
 * An institution.
 *
 * @param successor in which it goes on; absent where it was not merged
 */
public record Institution(
        InstitutionId institution,
        CreditCode creditCode,
        String name,
        InstitutionType type,
        Ownership ownership,
        DivisionCode division,
        @MayBeAbsent InstitutionId successor) {

    public Institution mergedInto(InstitutionId other) {
        return new Institution(institution, creditCode, name, type, ownership, division, other);
    }
}
