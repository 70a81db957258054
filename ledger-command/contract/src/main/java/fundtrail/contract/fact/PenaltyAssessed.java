package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.ChargeId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.util.Set;

/**
 * 罚款: an institution is fined; the money is the general treasury's.
 *
 * @param fundSource the general treasury
 * @param budgetYear of the day it counts on
 * @param legalBasis the clause it rests on
 * @param clawback   the claw-back it belongs to; may be absent
 */
public record PenaltyAssessed(
        ChargeId charge,
        DivisionCode division,
        InstitutionId institution,
        FundSourceCode fundSource,
        int budgetYear,
        Money amount,
        String legalBasis,
        @MayBeAbsent ClawbackId clawback,
        Lines lines)
        implements Fact {
    public PenaltyAssessed {
        Text.required("legal basis", legalBasis, 200);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).and(Tags.CHARGE, charge).and(Tags.CLAWBACK, clawback).set();
    }
}
