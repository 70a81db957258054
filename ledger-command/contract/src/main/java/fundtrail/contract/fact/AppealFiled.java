package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import java.util.Set;

/**
 * 申诉: the institution appeals against a claw-back or a payment hold.
 *
 * @param clawback absent when it is against a hold
 * @param hold     absent when it is against a claw-back
 * @param stay     whether nothing is offset until it is decided; of a claw-back
 */
public record AppealFiled(
        Against against,
        @MayBeAbsent ClawbackId clawback,
        @MayBeAbsent HoldId hold,
        DivisionCode division,
        InstitutionId institution,
        boolean stay,
        String grounds)
        implements Fact {

    /** What is appealed against. */
    public enum Against {
        CLAWBACK,
        HOLD
    }

    public AppealFiled {
        Text.required("grounds", grounds, 400);
        if ((against == Against.CLAWBACK) != (clawback != null) || (against == Against.HOLD) != (hold != null)) {
            throw new IllegalArgumentException("an appeal names what it is against, and nothing else");
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.CLAWBACK, clawback).and(Tags.HOLD, hold).and(Tags.INSTITUTION, institution).set();
    }
}
