package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.util.Set;

/** 清算确认: the institution agrees with its settlement, in the revision named. */
public record SettlementConfirmed(
        DivisionCode division, InstitutionId institution, ProgrammeCode programme, int budgetYear, int revision)
        implements Fact {
    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.INSTITUTION, institution).and(Tags.PROGRAMME, programme).set();
    }
}
