package fundtrail.query.entity;

import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;

/**
 * Heads of a capitation payment that a flag made a claim: what a claw-back of them is about, without what was suspected and why.
 *
 * @param heads     how many are not there
 * @param flaggedAt the position of the flag
 */
public record InventedHeads(
        ClaimId claim, DivisionCode division, InstitutionId institution, ProgrammeCode programme, int budgetYear, int heads, long flaggedAt) {}
