package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Fraction;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.TaskCode;
import java.time.LocalDate;
import java.util.Set;

/**
 * 定额确定: what one unit of a directed task is paid with, set jointly by the finance bureau and the health authority. In
 * force from {@code validFrom} until a later rate of the task is, or to its last day.
 *
 * @param rate    yuan a unit, above zero
 * @param unit    what is counted, such as {@code 人次}
 * @param validTo its last day; may be absent
 * @param costing the cost study it rests on (成本测算), by title or number; may be absent
 */
public record RateSet(
        DivisionCode division,
        TaskCode task,
        String nameZh,
        String nameEn,
        Fraction rate,
        String unit,
        LocalDate validFrom,
        LocalDate validTo,
        String costing)
        implements Fact {
    public RateSet {
        if (division == null || task == null || rate == null || validFrom == null) {
            throw new IllegalArgumentException("a rate needs its division, task, amount and first day");
        }
        if (!rate.isPositive()) {
            throw new IllegalArgumentException("a rate is above zero");
        }
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException("the rate's last day " + validTo + " is before its first, " + validFrom);
        }
        Text.required("task name (Chinese)", nameZh, 80);
        Text.required("task name (English)", nameEn, 80);
        Text.required("unit", unit, 20);
        Text.optional("cost study", costing, 200);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.TASK, task).set();
    }
}
