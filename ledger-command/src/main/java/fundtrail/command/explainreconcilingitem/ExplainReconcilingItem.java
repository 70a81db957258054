package fundtrail.command.explainreconcilingitem;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.StatementId;

/**
 * Says why a movement stands on one side alone (未达账说明), or that a row and a fact are one movement. Fields as in
 * {@link fundtrail.contract.fact.ReconcilingItemExplained}.
 */
public record ExplainReconcilingItem(
        BankAccountId bankAccount,
        @MayBeAbsent StatementId statement,
        @MayBeAbsent Integer row,
        @MayBeAbsent Long position,
        String explanation)
        implements Command {
    public ExplainReconcilingItem {
        Form.text("explanation", explanation, 400);
        if ((statement == null) != (row == null) || statement == null && position == null) {
            throw new IllegalArgumentException("name a statement and its row, or the position of a fact, or all three");
        }
    }
}
