package fundtrail.query.entity;

import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.TrancheId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An approved disbursement batch. Its rows are payments.
 *
 * @param tranche  the tranche it pays; absent where it names none
 * @param proposal the proposal it was approved by
 * @param sent     the payment files that went to the bank for it, first to last
 */
public record Batch(
        BatchId batch,
        DivisionCode division,
        BankAccountId bankAccount,
        @MayBeAbsent TrancheId tranche,
        int rowCount,
        Money controlTotal,
        String rowsHash,
        @MayBeAbsent String fileHash,
        @MayBeAbsent String proposal,
        List<SentFile> sent) {

    /**
     * A payment file that went to the bank.
     *
     * @param fileHash SHA-256 of the file
     * @param payments how many payments it asks for
     * @param total    what they come to
     */
    public record SentFile(String fileHash, int payments, Money total, long position, LocalDate effectiveDate) {}

    public Batch {
        sent = List.copyOf(sent);
    }

    public Batch and(SentFile file) {
        List<SentFile> all = new ArrayList<>(sent);
        all.add(file);
        return new Batch(batch, division, bankAccount, tranche, rowCount, controlTotal, rowsHash, fileHash, proposal, all);
    }
}
