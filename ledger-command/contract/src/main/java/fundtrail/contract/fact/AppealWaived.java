package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.util.Set;

/** 放弃申诉: the institution will not appeal against the claw-back; what is recovered may be restored at once. */
public record AppealWaived(ClawbackId clawback, DivisionCode division, InstitutionId institution) implements Fact {
    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.CLAWBACK, clawback).and(Tags.INSTITUTION, institution).set();
    }
}
