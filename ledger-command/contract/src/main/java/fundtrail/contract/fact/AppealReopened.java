package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.util.Set;

/**
 * 申诉重开: a court or a higher body has the appeal against a claw-back heard, again or although its time was over. It is
 * pending from then on.
 *
 * @param stay    whether nothing is offset until it is decided
 * @param grounds the order it follows
 */
public record AppealReopened(ClawbackId clawback, DivisionCode division, InstitutionId institution, boolean stay, String grounds)
        implements Fact {
    public AppealReopened {
        Text.required("grounds", grounds, 400);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.CLAWBACK, clawback).and(Tags.INSTITUTION, institution).set();
    }
}
