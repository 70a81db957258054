package fundtrail.command.recordopeningbalance;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.OpeningBalanceRecordedRows.Row;
import fundtrail.contract.id.DivisionCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Records what a division that starts mid-life has: money, advances, what is owed, unallotted authority and allotments
 * (期初建账). Approved payments that were not made by then are proposed again in the ledger. Nothing else may have been
 * posted in the division's books.
 *
 * @param rowCount     how many rows there are, as its author counted
 * @param controlTotal what their amounts add up to, whatever their accounts, as its author added
 * @param rows         1 to {@value #MOST_ROWS}, in ascending order of their numbers; fields as in {@link Row}
 */
public record RecordOpeningBalance(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        DivisionCode division,
        int rowCount,
        Money controlTotal,
        List<Row> rows)
        implements Command {

    public static final int MOST_ROWS = 10_000;

    public RecordOpeningBalance {
        Form.count("rows", rows, 1, MOST_ROWS);
        if (rows != null) {
            rows = Collections.unmodifiableList(new ArrayList<>(rows));
            ascending(rows);
            total(rows);
        }
    }

    /** What the rows' amounts add up to. */
    Money total() {
        return total(rows);
    }

    private static void ascending(List<Row> rows) {
        int before = 0;
        for (Row row : rows) {
            if (row != null && row.row() <= before) {
                throw new IllegalArgumentException(
                        "row " + row.row() + " stands after row " + before + ": rows stand in ascending order of their numbers, from 1");
            }
            before = row == null ? before : row.row();
        }
    }

    private static Money total(List<Row> rows) {
        try {
            return Money.sum(rows.stream().filter(Objects::nonNull).map(Row::amount).filter(Objects::nonNull).toList());
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new IllegalArgumentException("the rows add up to more than any ledger holds", e);
        }
    }
}
