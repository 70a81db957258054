package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.Period;
import java.util.Set;

/** 反结账: the month closed last is open again. Its vouchers keep their numbers; new ones follow them. */
public record PeriodReopened(DivisionCode division, Period period, String reason) implements Fact {
    public PeriodReopened {
        if (division == null || period == null) {
            throw new IllegalArgumentException("what is reopened is a period of a division");
        }
        Text.required("reason", reason, 400);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.PERIOD, division + "/" + period).set();
    }
}
