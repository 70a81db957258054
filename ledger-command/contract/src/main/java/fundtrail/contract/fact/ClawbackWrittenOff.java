package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.util.List;
import java.util.Set;

/**
 * 核销: what is outstanding of a claw-back is given up, under an authority.
 *
 * @param bySource in the composition of what was outstanding, in ascending order of the sources' codes
 */
public record ClawbackWrittenOff(
        ClawbackId clawback,
        DivisionCode division,
        InstitutionId institution,
        Money amount,
        String reason,
        List<SourceAmount> bySource,
        Lines lines)
        implements Fact {
    public ClawbackWrittenOff {
        Text.required("reason", reason, 400);
        bySource = List.copyOf(bySource);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).and(Tags.CLAWBACK, clawback).set();
    }
}
