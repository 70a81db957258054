package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.util.List;
import java.util.Set;

/**
 * 年终结账: a budget year of a division is closed. Its authority is used up, its flows are carried to FUND_BALANCE by the
 * lines in the parts before it; what happens to it later adjusts a prior year.
 *
 * @param parts        how many parts of closing lines precede it; none where the year had no flows
 * @param rowCount     how many balances were closed
 * @param linesHash    SHA-256 over the canonical array of all closing lines
 * @param fundBalances what FUND_BALANCE of the year comes to with them, by source in the order of codes
 */
public record YearClosed(
        DivisionCode division, int budgetYear, int parts, int rowCount, String linesHash, List<SourceBalance> fundBalances)
        implements Fact {

    /** A balance of one source, as a debit; a credit balance is negative. */
    public record SourceBalance(FundSourceCode fundSource, Money amount) {}

    public YearClosed {
        if (division == null) {
            throw new IllegalArgumentException("a year is closed for a division");
        }
        Text.sha256("closing lines", linesHash);
        fundBalances = List.copyOf(fundBalances);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.BUDGET_YEAR, division + "/" + budgetYear).set();
    }
}
