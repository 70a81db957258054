package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.Fraction;
import fundtrail.contract.fact.PurchasePoolDetermined;
import fundtrail.contract.fact.UnitStandardFixed;
import fundtrail.contract.fact.WorkEquivalentSchedulePublished.ServiceItem;
import fundtrail.contract.fact.WorkEquivalentSchedulePublished;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ItemCode;
import fundtrail.contract.id.ScheduleId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/** What work weighs and what it is paid: schedules, pools and unit standards. */
public final class Standards implements Room {
    private final Table<ScheduleId, WorkEquivalentSchedulePublished> schedules;
    private final Table<ProgrammeYear, PurchasePoolDetermined> pools;
    private final Table<ProgrammeYear, UnitStandardFixed> unitStandards;

    Standards(Memory memory) {
        schedules = new Table<>(memory, "schedules", Forms.SCHEDULE, Form.json(WorkEquivalentSchedulePublished.class));
        pools = new Table<>(memory, "purchasePools", Form.json(ProgrammeYear.class), Form.json(PurchasePoolDetermined.class));
        unitStandards = new Table<>(memory, "unitStandards", Form.json(ProgrammeYear.class), Form.json(UnitStandardFixed.class));
    }

    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            case WorkEquivalentSchedulePublished fact -> schedules.put(fact.schedule(), fact);
            case PurchasePoolDetermined fact ->
                pools.put(new ProgrammeYear(fact.division(), fact.programme(), fact.budgetYear()), fact);
            case UnitStandardFixed fact ->
                unitStandards.put(new ProgrammeYear(fact.division(), fact.programme(), fact.budgetYear()), fact);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The schedule, or {@code null}. */
    public WorkEquivalentSchedulePublished schedule(ScheduleId id) {
        return schedules.get(id);
    }

    /** The schedule in force on a day: the latest valid from then or earlier; of two from one day, the greater id; or {@code null}. */
    public WorkEquivalentSchedulePublished scheduleOn(DivisionCode division, LocalDate day) {
        return schedules.values().stream()
                .filter(one -> one.division().equals(division) && !one.validFrom().isAfter(day))
                .max(Comparator.comparing(WorkEquivalentSchedulePublished::validFrom).thenComparing(one -> one.schedule().value()))
                .orElse(null);
    }

    /** What one unit of each item of the schedule weighs. */
    public static Map<ItemCode, Fraction> weights(WorkEquivalentSchedulePublished schedule) {
        return schedule.items().stream().collect(Collectors.toMap(ServiceItem::item, ServiceItem::weight));
    }

    /** The pool determined last, or {@code null}. */
    public PurchasePoolDetermined pool(ProgrammeYear year) {
        return pools.get(year);
    }

    /** The unit standard fixed last, or {@code null}. */
    public UnitStandardFixed unitStandard(ProgrammeYear year) {
        return unitStandards.get(year);
    }
}
