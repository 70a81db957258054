package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.StatementId;
import java.time.LocalDate;
import java.util.Set;

/**
 * 银行对账单导入: what the bank says of one account over some days. Its rows are in the parts before it in the same append.
 *
 * @param from     the first day it covers: the day after the last statement's end
 * @param to       the last day it covers
 * @param opening  the balance before its first row: the last statement's closing balance
 * @param closing  the balance after its last row: opening and all rows
 * @param parts    how many parts of rows precede it; none where nothing moved
 * @param rowsHash SHA-256 over the canonical array of all rows
 * @param fileHash SHA-256 of the file it came from; absent when the rows came without one
 */
public record BankStatementImported(
        StatementId statement,
        BankAccountId bankAccount,
        DivisionCode division,
        LocalDate from,
        LocalDate to,
        Money opening,
        Money closing,
        int parts,
        int rowCount,
        String rowsHash,
        String fileHash)
        implements Fact {
    public BankStatementImported {
        if (statement == null || bankAccount == null || division == null || opening == null || closing == null) {
            throw new IllegalArgumentException("a bank statement needs its id, bank account, division and balances");
        }
        if (from == null || to == null || to.isBefore(from)) {
            throw new IllegalArgumentException("a bank statement covers a day or more, not " + from + " to " + to);
        }
        Text.sha256("rows", rowsHash);
        if (fileHash != null) {
            Text.sha256("file", fileHash);
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.STATEMENT, statement).and(Tags.BANK_ACCOUNT, bankAccount).set();
    }
}
