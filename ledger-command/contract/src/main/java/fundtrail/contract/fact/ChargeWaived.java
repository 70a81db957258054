package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.ChargeId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.util.Set;

/** 减免: of a penalty or of interest so much is no longer owed. */
public record ChargeWaived(
        ChargeId charge, DivisionCode division, InstitutionId institution, Money amount, String reason, Lines lines) implements Fact {
    public ChargeWaived {
        Text.required("reason", reason, 400);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).and(Tags.CHARGE, charge).set();
    }
}
