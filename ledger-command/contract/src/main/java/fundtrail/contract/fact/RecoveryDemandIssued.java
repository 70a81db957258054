package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;
import java.util.Set;

/**
 * 责令退回: the institution is told to pay. From its effective date the days to appeal run.
 *
 * @param amount what is outstanding
 * @param dueOn  the last day to pay it
 */
public record RecoveryDemandIssued(
        ClawbackId clawback, DivisionCode division, InstitutionId institution, Money amount, LocalDate dueOn) implements Fact {
    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.CLAWBACK, clawback).and(Tags.INSTITUTION, institution).set();
    }
}
