package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.StatementId;
import java.util.Set;

/**
 * 未达账说明: why a movement stands on one side alone, in the bank's statement or in the books. Where both sides are named,
 * they are one movement that its reference did not show to be one, and neither is a reconciling item any more.
 *
 * @param statement the statement it stands in; absent where it stands in the books alone
 * @param row       its row there; absent with the statement
 * @param position  the fact that posted it in the books; absent where it stands in the statement alone
 */
public record ReconcilingItemExplained(
        BankAccountId bankAccount, DivisionCode division, StatementId statement, Integer row, Long position, String explanation)
        implements Fact {
    public ReconcilingItemExplained {
        if (bankAccount == null || division == null || (statement == null) != (row == null) || statement == null && position == null) {
            throw new IllegalArgumentException(
                    "a reconciling item is a row of a statement of the bank account, a fact in the books, or one of each");
        }
        Text.required("explanation", explanation, 400);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.BANK_ACCOUNT, bankAccount).and(Tags.STATEMENT, statement).set();
    }
}
