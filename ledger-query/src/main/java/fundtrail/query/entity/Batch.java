package fundtrail.query.entity;

import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.DivisionCode;

/**
 * An approved disbursement batch. Its rows are payments.
 *
 * @param proposal the proposal it was approved by
 */
public record Batch(
        BatchId batch,
        DivisionCode division,
        BankAccountId bankAccount,
        int rowCount,
        Money controlTotal,
        String rowsHash,
        @MayBeAbsent String fileHash,
        @MayBeAbsent String proposal) {}
