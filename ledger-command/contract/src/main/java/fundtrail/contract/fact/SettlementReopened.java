package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.util.Set;

/**
 * 清算重开: the settlement of a year is open again, until its next revision.
 *
 * @param revision  the one that was final
 * @param ground    what makes it necessary
 * @param reference the case's or decision's number; may be absent
 */
public record SettlementReopened(
        DivisionCode division,
        InstitutionId institution,
        ProgrammeCode programme,
        int budgetYear,
        int revision,
        Ground ground,
        @MayBeAbsent String reference,
        String reason)
        implements Fact {

    /** What may make it necessary. */
    public enum Ground {
        /** A case that was decided. */
        CASE,
        /** A decision on an appeal, or of a court or higher authority. */
        DECISION,
        /** An error in what it was computed from. */
        ERROR
    }

    public SettlementReopened {
        Text.optional("reference", reference, 80);
        Text.required("reason", reason, 400);
        if (ground == null) {
            throw new IllegalArgumentException("a settlement is reopened on a ground");
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.INSTITUTION, institution).and(Tags.PROGRAMME, programme).set();
    }
}
