package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.DivisionCode;
import java.util.Set;

/**
 * 期初建账: the balances before it in the same append are what a division that starts mid-life begins with. Once for each
 * division, before anything else is posted there.
 *
 * @param parts        how many parts of rows precede it, from 1
 * @param controlTotal the exact sum of all rows' amounts, whatever their accounts
 * @param rowsHash     SHA-256 of the rows' bytes
 */
public record OpeningBalanceRecorded(DivisionCode division, int parts, int rowCount, Money controlTotal, String rowsHash)
        implements Fact {
    public OpeningBalanceRecorded {
        Text.sha256("rows", rowsHash);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.DIVISION, division).set();
    }
}
