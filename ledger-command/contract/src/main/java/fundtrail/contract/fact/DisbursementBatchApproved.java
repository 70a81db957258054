package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.TrancheId;
import java.util.Set;

/**
 * 拨款批次批准: the rows before it in the same append are approved and their authority is reserved.
 *
 * @param bankAccount  the treasury account that will pay
 * @param tranche      the tranche that its rows pay to institutions; absent where it names none
 * @param parts        how many parts of rows precede it, from 1
 * @param controlTotal the exact sum of all rows
 * @param fileHash     SHA-256 of the clerk's file; absent when the rows came without one
 */
public record DisbursementBatchApproved(
        BatchId batch,
        DivisionCode division,
        BankAccountId bankAccount,
        @MayBeAbsent TrancheId tranche,
        int parts,
        int rowCount,
        Money controlTotal,
        String rowsHash,
        String fileHash)
        implements Fact {
    public DisbursementBatchApproved {
        Text.sha256("rows", rowsHash);
    }

    /** One that names no tranche. */
    public DisbursementBatchApproved(BatchId batch, DivisionCode division, BankAccountId bankAccount, int parts, int rowCount,
            Money controlTotal, String rowsHash, String fileHash) {
        this(batch, division, bankAccount, null, parts, rowCount, controlTotal, rowsHash, fileHash);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.BATCH, batch).and(Tags.BANK_ACCOUNT, bankAccount).and(Tags.TRANCHE, tranche).set();
    }
}
