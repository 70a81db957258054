package fundtrail.query.entity;

import fundtrail.contract.fact.InstitutionRegistered.InstitutionType;
import fundtrail.contract.fact.InstitutionRegistered.Ownership;
import fundtrail.contract.id.CreditCode;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;

/** An institution. */
public record Institution(
        InstitutionId institution,
        CreditCode creditCode,
        String name,
        InstitutionType type,
        Ownership ownership,
        DivisionCode division) {}
