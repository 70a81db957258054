package fundtrail.query.entity;

import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.WorkEquivalentSchedulePublished.ServiceItem;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ScheduleId;
import java.time.LocalDate;
import java.util.List;

/** What one unit of each service item weighs; in force in its division from {@code validFrom} until a later one is. */
public record WorkEquivalentSchedule(
        ScheduleId schedule, DivisionCode division, LocalDate validFrom, List<ServiceItem> items, @MayBeAbsent DocumentRef document) {}
