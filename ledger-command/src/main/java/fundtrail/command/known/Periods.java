package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.PeriodClosed;
import fundtrail.contract.fact.PeriodReopened;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.Period;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which months of which division are closed, and so which days still are open. */
public final class Periods implements Room {
    private record Approved(DivisionCode division, LocalDate effectiveDate) {}

    private final Table<DivisionCode, List<Period>> closed;
    /** Batches that may still have rows to pay: those of months not closed yet, and those of which a payment was reversed since. */
    private final Table<BatchId, Approved> approved;
    private final Turnovers turnovers;
    private final Years years;
    private final Payments payments;

    Periods(Memory memory, Years years, Payments payments) {
        closed = new Table<>(memory, "closedPeriods", Forms.DIVISION, Form.list(Period.class));
        approved = new Table<>(memory, "batchesOfOpenPeriods", Forms.BATCH, Form.json(Approved.class));
        turnovers = new Turnovers(memory);
        this.years = years;
        this.payments = payments;
    }

    /** What was posted in each month. */
    public Turnovers turnovers() {
        return turnovers;
    }

    /** The month closed last, or {@code null} when none is. */
    public Period lastClosed(DivisionCode division) {
        List<Period> periods = closed.getOrDefault(division, List.of());
        return periods.isEmpty() ? null : periods.getLast();
    }

    /**
     * The month to be closed next, or {@code null} while neither a month nor a year was: the first may be any, and closes all
     * days before it.
     */
    public Period next(DivisionCode division) {
        LocalDate first = firstOpenDay(division);
        return first == null ? null : Period.of(first);
    }

    /** The first day that is open in the division's books; {@code null} while every day is. */
    public LocalDate firstOpenDay(DivisionCode division) {
        Period period = lastClosed(division);
        Integer year = years.lastClosed(division);
        LocalDate afterPeriod = period == null ? null : period.lastDay().plusDays(1);
        LocalDate afterYear = year == null ? null : LocalDate.of(year, Month.DECEMBER, 31).plusDays(1);
        return afterPeriod == null || afterYear != null && afterYear.isAfter(afterPeriod) ? afterYear : afterPeriod;
    }

    /** A batch of the division that counts up to a day and has rows neither paid nor released; the first by id, or {@code null}. */
    public BatchId openBatch(DivisionCode division, LocalDate until) {
        List<BatchId> open = new ArrayList<>();
        approved.forEach((batch, of) -> {
            if (of.division().equals(division) && !of.effectiveDate().isAfter(until)
                    && !payments.unpaid(payments.batch(batch)).isEmpty()) {
                open.add(batch);
            }
        });
        return open.stream().min(Comparator.comparing(BatchId::value)).orElse(null);
    }

    /** What every fact adds to its month. */
    void post(Entry entry) {
        turnovers.fold(entry);
        switch (entry.fact()) {
            case DisbursementBatchApproved batch ->
                    approved.put(batch.batch(), new Approved(batch.division(), entry.envelope().effectiveDate()));
            case EntryReversed reversal when reversal.payment() != null -> {
                BatchId batch = payments.payment(reversal.payment()).batch();
                approved.put(batch, new Approved(payments.divisionOf(batch), payments.batch(batch).effectiveDate()));
            }
            default -> { }
        }
    }

    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            case PeriodClosed fact -> {
                List<Period> more = new ArrayList<>(closed.getOrDefault(fact.division(), List.of()));
                more.add(fact.period());
                closed.put(fact.division(), List.copyOf(more));
                forget(fact.division(), fact.period().lastDay());
            }
            case PeriodReopened fact -> {
                List<Period> periods = closed.get(fact.division());
                closed.put(fact.division(), List.copyOf(periods.subList(0, periods.size() - 1)));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void forget(DivisionCode division, LocalDate until) {
        List<BatchId> done = new ArrayList<>();
        approved.forEach((batch, of) -> {
            if (of.division().equals(division) && !of.effectiveDate().isAfter(until)) {
                done.add(batch);
            }
        });
        done.forEach(approved::remove);
    }
}
