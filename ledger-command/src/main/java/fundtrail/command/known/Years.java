package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetCarriedForward;
import fundtrail.contract.fact.BudgetLapsed;
import fundtrail.contract.fact.YearCashMoved;
import fundtrail.contract.fact.YearClosed;
import fundtrail.contract.fact.YearClosedRows;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.DivisionCode;

/**
 * Which budget years of which division are closed, and the allotments that were carried into a new one. A year is open
 * until its YearClosed is recorded.
 */
public final class Years implements Room {
    private final Table<DivisionCode, Integer> lastClosed;
    private final Table<AllotmentId, Allotment> allotments;
    private final Table<AllotmentId, Long> carried;
    private final YearEnd end;

    Years(Memory memory, Balances balances, Table<AllotmentId, Allotment> allotments) {
        lastClosed = new Table<>(memory, "lastClosedYears", Forms.DIVISION, Form.INT);
        carried = new Table<>(memory, "carriedForward", Forms.ALLOTMENT, Form.LONG);
        this.allotments = allotments;
        end = new YearEnd(balances, this, allotments);
    }

    /** What the balances say at the end of a year. */
    public YearEnd end() {
        return end;
    }

    /**
     * Whether that budget year of the division is closed: what then happens to it is an adjustment of a prior year. A year
     * before a closed one is closed too, whether or not anything was ever posted in it.
     */
    public boolean isClosed(DivisionCode division, int budgetYear) {
        Integer last = lastClosed.get(division);
        return last != null && budgetYear <= last;
    }

    /** The latest year of the division that is closed, or {@code null}. */
    public Integer lastClosed(DivisionCode division) {
        return lastClosed.get(division);
    }

    /** What of the allotment went on into the next year: it still is the institution's, for what this year owes it. */
    public Money carriedFrom(AllotmentId allotment) {
        return Money.ofFen(carried.getOrDefault(allotment, 0L));
    }

    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            case BudgetLapsed fact -> { }
            case YearCashMoved fact -> { }
            case YearClosedRows fact -> { }
            case BudgetCarriedForward fact -> carried(fact, entry);
            case YearClosed fact -> lastClosed.put(fact.division(), fact.budgetYear());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void carried(BudgetCarriedForward fact, Entry entry) {
        if (fact.to() != null) {
            Allotment from = allotments.get(fact.from());
            carried.put(fact.from(), Math.addExact(carried.getOrDefault(fact.from(), 0L), fact.amount().fen()));
            allotments.put(fact.to(), new Allotment(from.purse().ofYear(fact.toYear()).under(fact.to()), from.classification(),
                    fact.amount(), entry.envelope().effectiveDate(), entry.position(), entry.envelope().document()));
        }
    }
}
