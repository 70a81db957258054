package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.util.Set;

/**
 * 跨年资金结转: cash of one budget year becomes cash of another. It stays in its bank account and with its source.
 *
 * @param amount positive
 */
public record YearCashMoved(
        DivisionCode division,
        FundSourceCode fundSource,
        BankAccountId bankAccount,
        int fromYear,
        int toYear,
        Money amount,
        Lines lines)
        implements Fact {
    public YearCashMoved {
        if (division == null || fundSource == null || bankAccount == null || amount == null || !amount.isPositive()) {
            throw new IllegalArgumentException("cash that is moved needs its division, fund source, bank account and a positive amount");
        }
        if (toYear == fromYear) {
            throw new IllegalArgumentException("cash of " + fromYear + " moves to another year, not to its own");
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).set();
    }
}
