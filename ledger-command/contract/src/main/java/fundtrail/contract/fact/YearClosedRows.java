package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.DivisionCode;
import java.util.Set;

/**
 * Closing lines (年终转账) of a budget year, in parts that fit an entry; {@link YearClosed} closes them in the same append.
 * Two lines a row: the flow balance, reversed, and FUND_BALANCE of its own source and budget year.
 *
 * @param budgetYear the year that is closed; lines of an earlier one are of flows that came after its own close
 * @param part       from 1
 */
public record YearClosedRows(DivisionCode division, int budgetYear, int part, Lines lines) implements Fact {
    public YearClosedRows {
        if (division == null || part < 1) {
            throw new IllegalArgumentException("a part of closing lines needs its division and its number");
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).and(Tags.BUDGET_YEAR, division + "/" + budgetYear).set();
    }
}
