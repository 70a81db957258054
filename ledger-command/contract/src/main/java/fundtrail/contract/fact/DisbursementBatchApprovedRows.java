package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PaymentId;
import fundtrail.contract.id.TrancheId;
import java.util.List;
import java.util.Set;

/**
 * Approved rows of a batch, in parts that fit an entry, each part with its own lines;
 * {@link DisbursementBatchApproved} closes them in the same append.
 *
 * @param part    from 1
 * @param tranche the tranche that the batch pays, the same in all its parts; may be absent
 */
public record DisbursementBatchApprovedRows(BatchId batch, int part, @MayBeAbsent TrancheId tranche, List<Row> rows, Lines lines)
        implements Fact {
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
     * @param basis        what the amount rests on; absent where the kind has none
     * @param offsets      what it is to be set off against, together no more than the amount; absent when nothing
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
            String reason,
            PaymentBasis basis,
            List<ClawbackAmount> offsets) {
        public Row {
            if (kind == null || !kind.restsOn(basis)) {
                throw new IllegalArgumentException("a payment of kind " + kind + " does not rest on " + basis);
            }
            offsets = ClawbackAmount.carried(offsets);
            if (!amount.covers(ClawbackAmount.sum(offsets))) {
                throw new IllegalArgumentException("row " + row + " is set off against more than its amount");
            }
        }

        /** A row that nothing is set off against. */
        public Row(int row, PaymentId payment, PaymentKind kind, InstitutionId institution, PayeeAccountId payeeAccount,
                AllotmentId allotment, Money amount, String purpose, String instalment, String reason, PaymentBasis basis) {
            this(row, payment, kind, institution, payeeAccount, allotment, amount, purpose, instalment, reason, basis, null);
        }

        /** A row that rests on its allotment alone. */
        public Row(int row, PaymentId payment, PaymentKind kind, InstitutionId institution, PayeeAccountId payeeAccount,
                AllotmentId allotment, Money amount, String purpose, String instalment, String reason) {
            this(row, payment, kind, institution, payeeAccount, allotment, amount, purpose, instalment, reason, null, null);
        }
    }

    /** What a row pays. */
    public enum PaymentKind {
        /** 预拨, before the entitlement is determined. */
        ADVANCE,
        /** 人头预付: an advance by the head. */
        CAPITATION,
        /** 专项补助. */
        SUBSIDY,
        /** 指令性任务, at a fixed rate. */
        DIRECTIVE_TASK,
        /** 清算: what a settlement found payable. */
        SETTLEMENT;

        /** Whether it is cash ahead of the entitlement, which a settlement takes into account. */
        public boolean isAdvance() {
            return this == ADVANCE || this == CAPITATION;
        }

        /** Whether a payment of this kind rests on that, and on nothing else; {@code null} is nothing. */
        public boolean restsOn(PaymentBasis basis) {
            if (basis == null) {
                return this == ADVANCE || this == SETTLEMENT;
            }
            return basis.isOneThing() && switch (this) {
                case ADVANCE -> false;
                case CAPITATION -> basis.heads() != null;
                case SUBSIDY -> basis.subsidy() != null;
                case DIRECTIVE_TASK -> basis.task() != null;
                case SETTLEMENT -> basis.settledYear() != null;
            };
        }
    }

    public DisbursementBatchApprovedRows {
        rows = List.copyOf(rows);
    }

    /** Rows that are paid out of no tranche that is named. */
    public DisbursementBatchApprovedRows(BatchId batch, int part, List<Row> rows, Lines lines) {
        this(batch, part, null, rows, lines);
    }

    @Override
    public Set<Tag> tags() {
        Tags tags = Tags.of(lines).and(Tags.BATCH, batch).and(Tags.TRANCHE, tranche);
        for (Row row : rows) {
            tags.and(Tags.PAYMENT, row.payment());
            if (row.offsets() != null) {
                row.offsets().forEach(offset -> tags.and(Tags.CLAWBACK, offset.clawback()));
            }
        }
        return tags.set();
    }
}
