package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PaymentId;
import java.util.List;
import java.util.Set;

/**
 * Approved rows of a batch, in parts that fit an entry, each part with its own lines;
 * {@link DisbursementBatchApproved} closes them in the same append.
 *
 * @param part from 1
 */
public record DisbursementBatchApprovedRows(BatchId batch, int part, List<Row> rows, Lines lines) implements Fact {
    /**
     * One row to be paid.
     *
     * @param row          its number in the clerk's file
     * @param payment      the payment it becomes
     * @param kind         which payment
     * @param institution  the beneficiary
     * @param payeeAccount the account the money goes to
     * @param instalment   期次; may be absent
     * @param reason       why the same payee gets the same amount again; absent unless it does
     */
    public record Row(
            int row,
            PaymentId payment,
            PaymentKind kind,
            InstitutionId institution,
            PayeeAccountId payeeAccount,
            AllotmentId allotment,
            Money amount,
            String purpose,
            String instalment,
            String reason) {}

    /** What a row pays. */
    public enum PaymentKind {
        ADVANCE
    }

    public DisbursementBatchApprovedRows {
        rows = List.copyOf(rows);
    }

    @Override
    public Set<Tag> tags() {
        Tags tags = Tags.of(lines).and(Tags.BATCH, batch);
        rows.forEach(row -> tags.and(Tags.PAYMENT, row.payment()));
        return tags.set();
    }
}
