package fundtrail.command.publishworkequivalentschedule;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Json;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.WorkEquivalentSchedulePublished.ServiceItem;
import fundtrail.contract.fact.WorkEquivalentSchedulePublished;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ScheduleId;
import java.time.LocalDate;
import java.util.List;

/**
 * Publishes what one unit of each service item weighs (标化工作当量). Fields as in {@link WorkEquivalentSchedulePublished};
 * the items take at most 24 KiB as JSON.
 */
public record PublishWorkEquivalentSchedule(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        ScheduleId schedule,
        DivisionCode division,
        LocalDate validFrom,
        List<ServiceItem> items)
        implements Command {
    public PublishWorkEquivalentSchedule {
        Form.count("items", items, 1, 1000);
        if (items != null) {
            Json.fits("items", items);
        }
    }
}
