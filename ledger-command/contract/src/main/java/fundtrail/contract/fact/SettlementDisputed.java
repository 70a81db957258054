package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.util.Set;

/** 清算异议: the institution disagrees with its settlement, in the revision named. */
public record SettlementDisputed(
        DivisionCode division, InstitutionId institution, ProgrammeCode programme, int budgetYear, int revision, String reason)
        implements Fact {
    public SettlementDisputed {
        Text.required("reason", reason, 400);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.INSTITUTION, institution).and(Tags.PROGRAMME, programme).set();
    }
}
