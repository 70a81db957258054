package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.CreditCode;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.util.Set;

/** 机构登记. */
public record InstitutionRegistered(
        InstitutionId institution,
        CreditCode creditCode,
        String name,
        InstitutionType type,
        Ownership ownership,
        DivisionCode division)
        implements Fact {

    /** What kind of institution it is. */
    public enum InstitutionType {
        TOWNSHIP_HEALTH_CENTRE,
        COMMUNITY_HEALTH_CENTRE,
        LEAD_HOSPITAL,
        OTHER_PRIMARY_CARE,
        /** 财政局 of a lower division: transfers are passed down to it, and no batch ever pays it. */
        FINANCE_BUREAU
    }

    /** Who runs it. */
    public enum Ownership {
        PUBLIC,
        PRIVATE
    }

    public InstitutionRegistered {
        if (institution == null || creditCode == null || type == null || ownership == null || division == null) {
            throw new IllegalArgumentException("an institution needs its id, credit code, type, ownership and division");
        }
        Text.required("institution name", name, 120);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.INSTITUTION, institution).set();
    }
}
