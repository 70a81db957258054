package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.id.DivisionCode;

/** Which budget years of which division are closed. A year is open until its YearClosed is recorded. */
public final class Years implements Room {
    private record Year(DivisionCode division, int budgetYear) {}

    private final Table<Year, Long> closed;

    Years(Memory memory) {
        closed = new Table<>(memory, "closedYears", Form.json(Year.class), Form.LONG);
    }

    /** Whether that budget year of the division is closed: what then happens to it is an adjustment of a prior year. */
    public boolean isClosed(DivisionCode division, int budgetYear) {
        return closed.has(new Year(division, budgetYear));
    }

    @Override
    public boolean fold(Entry entry) {
        return false;
    }
}
