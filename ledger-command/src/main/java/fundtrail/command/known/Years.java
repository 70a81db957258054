package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BudgetCarriedForward;
import fundtrail.contract.fact.BudgetLapsed;
import fundtrail.contract.fact.YearCashMoved;
import fundtrail.contract.fact.YearClosed;
import fundtrail.contract.fact.YearClosedRows;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.DivisionCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Which budget years of which division are closed, and the allotments that were carried into a new one. A year is open
 * until its YearClosed is recorded.
 */
public final class Years implements Room {
    /** Accounting records are kept for thirty years (会计档案管理办法): nothing is asked about what lies further back. */
    public static final int KEPT = 30;

    private final Table<DivisionCode, Integer> lastClosed;
    private final Table<AllotmentId, Allotment> allotments;
    private final Table<Purse, Long> carried;
    private final RiskReserve riskReserve;
    private final YearEnd end;

    Years(Memory memory, Balances balances, Table<AllotmentId, Allotment> allotments, RiskReserve riskReserve) {
        lastClosed = new Table<>(memory, "lastClosedYears", Forms.DIVISION, Form.INT);
        carried = new Table<>(memory, "carriedForward", Form.json(Purse.class), Form.LONG);
        this.allotments = allotments;
        this.riskReserve = riskReserve;
        end = new YearEnd(balances, this, allotments);
    }

    /** The first budget year that a wish can be about which counts from that day. */
    public static int first(LocalDate effectiveDate) {
        return effectiveDate.getYear() - KEPT;
    }

    /** The last one: a budget is prepared, and its transfers are notified, in the year before (提前下达). */
    public static int last(LocalDate effectiveDate) {
        return effectiveDate.getYear() + 1;
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

    /**
     * What of an authority went on into the next year: it still is the institution's, for what this year owes it.
     *
     * @param authority division, budget year, source, institution and programme
     */
    Money carriedFrom(Purse authority) {
        return Money.ofFen(carried.getOrDefault(authority, 0L));
    }

    /** All that went on so, by the authority it went on from. */
    Map<Purse, Money> carriedForward() {
        Map<Purse, Money> all = new HashMap<>();
        carried.forEach((authority, fen) -> all.put(authority, Money.ofFen(fen)));
        return all;
    }

    void merged(Merger merger) {
        carried.rename(merger::of, Math::addExact);
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
            carried.put(from.owed(null), Math.addExact(carried.getOrDefault(from.owed(null), 0L), fact.amount().fen()));
            riskReserve.carried(fact.from(), fact.to(), fact.amount());
            allotments.put(fact.to(), new Allotment(from.purse().ofYear(fact.toYear()).under(fact.to()), from.classification(),
                    fact.amount(), entry.envelope().effectiveDate(), entry.position(), entry.envelope().document()));
        }
    }
}
