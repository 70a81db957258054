package fundtrail.command.setrate;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Fraction;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.RateSet;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.TaskCode;
import java.time.LocalDate;

/**
 * Sets what one unit of a directed task is paid with (定额确定), by finance bureau and health authority together. Fields as in
 * {@link RateSet}.
 */
public record SetRate(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        DivisionCode division,
        TaskCode task,
        String nameZh,
        String nameEn,
        Fraction rate,
        String unit,
        LocalDate validFrom,
        @MayBeAbsent LocalDate validTo,
        @MayBeAbsent String costing)
        implements Command {
    public SetRate {
        Form.text("nameZh", nameZh, 80);
        Form.text("nameEn", nameEn, 80);
        Form.text("unit", unit, 20);
        Form.text("costing", costing, 200);
        if (rate != null && !rate.isPositive()) {
            throw new IllegalArgumentException("a rate is above zero");
        }
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException("the rate's last day " + validTo + " is before its first, " + validFrom);
        }
    }
}
