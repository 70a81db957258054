package fundtrail.query.entity;

import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.YearClosed.SourceBalance;
import fundtrail.contract.id.DivisionCode;
import java.time.Instant;
import java.util.List;

/**
 * A closed budget year of a division.
 *
 * @param rowCount     how many balances were closed
 * @param linesHash    SHA-256 over the canonical array of all closing lines
 * @param fundBalances FUND_BALANCE of the year at its close, by source, debits positive
 */
public record ClosedYear(
        DivisionCode division,
        int budgetYear,
        int rowCount,
        String linesHash,
        List<SourceBalance> fundBalances,
        Instant closedAt,
        @MayBeAbsent DocumentRef document) {

    public ClosedYear {
        fundBalances = List.copyOf(fundBalances);
    }

    public static String id(DivisionCode division, int budgetYear) {
        return division + "/" + budgetYear;
    }
}
