package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.fact.RateSet;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.TaskCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** At which rates a division's directed tasks are paid. */
public final class TaskRates implements Room {
    private record Task(DivisionCode division, TaskCode task) {}

    private final Table<Task, List<RateSet>> rates;

    TaskRates(Memory memory) {
        rates = new Table<>(memory, "taskRates", Form.json(Task.class), Form.list(RateSet.class));
    }

    /** The rate in force on a day: of those that hold on it the one that began last; {@code null} when the task has none. */
    public RateSet inForce(DivisionCode division, TaskCode task, LocalDate day) {
        return of(division, task).stream()
                .filter(rate -> !rate.validFrom().isAfter(day))
                .max(Comparator.comparing(RateSet::validFrom))
                .filter(rate -> rate.validTo() == null || !rate.validTo().isBefore(day))
                .orElse(null);
    }

    /** Whether a rate of the task begins on that day. */
    public boolean beginsOn(DivisionCode division, TaskCode task, LocalDate day) {
        return of(division, task).stream().anyMatch(rate -> rate.validFrom().equals(day));
    }

    private List<RateSet> of(DivisionCode division, TaskCode task) {
        return rates.getOrDefault(new Task(division, task), List.of());
    }

    @Override
    public boolean fold(Entry entry) {
        if (!(entry.fact() instanceof RateSet fact)) {
            return false;
        }
        List<RateSet> all = new ArrayList<>(of(fact.division(), fact.task()));
        all.add(fact);
        rates.put(new Task(fact.division(), fact.task()), List.copyOf(all));
        return true;
    }
}
