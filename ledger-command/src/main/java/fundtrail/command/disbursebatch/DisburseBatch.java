package fundtrail.command.disbursebatch;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Text;
import fundtrail.contract.fact.ClawbackAmount;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.Offset;
import fundtrail.contract.fact.PaymentBasis;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PaymentId;
import fundtrail.contract.id.TrancheId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Approves rows to be paid and reserves their authority (拨款批次).
 *
 * @param batch        at most {@value #LONGEST_BATCH} characters, so that {@code <batch>.<row>} fits an identifier
 * @param bankAccount  the treasury account that will pay
 * @param tranche      the tranche whose money it pays to institutions, all rows of it; absent where the money is of none, or of
 *                     several
 * @param fileHash     SHA-256 of the clerk's file, where the rows came from one
 * @param rowCount     how many rows there are, as its author counted
 * @param controlTotal what they add up to, as its author added
 * @param rows         1 to {@value #MOST_ROWS}, in ascending order of their numbers
 */
public record DisburseBatch(
        @MayBeAbsent LocalDate effectiveDate,
        BatchId batch,
        DivisionCode division,
        BankAccountId bankAccount,
        @MayBeAbsent TrancheId tranche,
        @MayBeAbsent String fileHash,
        int rowCount,
        Money controlTotal,
        List<Row> rows)
        implements Command {

    /** Every row becomes a fact at execution, and all of them are one append. */
    public static final int MOST_ROWS = 10_000;
    /** The last row of an Excel sheet. */
    public static final int LAST_ROW = 1_048_576;

    public static final int LONGEST_BATCH = 56;

    public static final int LONGEST_PURPOSE = 200;
    public static final int LONGEST_INSTALMENT = 40;
    public static final int LONGEST_REASON = 400;

    /**
     * One row to be paid.
     *
     * @param row          its number in the clerk's file, 1 to {@value #LAST_ROW}
     * @param institution  the beneficiary
     * @param payeeAccount the account the money goes to
     * @param instalment   期次
     * @param reason       why the same payee gets the same amount again within the days the rule set names
     * @param basis        what the amount rests on, as its kind asks for
     * @param offsets      what it is set off against: at most {@value Offset#MOST} claw-backs, each once
     */
    public record Row(
            int row,
            PaymentKind kind,
            InstitutionId institution,
            PayeeAccountId payeeAccount,
            AllotmentId allotment,
            Money amount,
            String purpose,
            @MayBeAbsent String instalment,
            @MayBeAbsent String reason,
            @MayBeAbsent PaymentBasis basis,
            @MayBeAbsent List<ClawbackAmount> offsets) {

        /** A row that rests on its allotment alone. */
        public Row(int row, PaymentKind kind, InstitutionId institution, PayeeAccountId payeeAccount, AllotmentId allotment,
                Money amount, String purpose, String instalment, String reason) {
            this(row, kind, institution, payeeAccount, allotment, amount, purpose, instalment, reason, null, null);
        }

        /** A row that nothing is set off against. */
        public Row(int row, PaymentKind kind, InstitutionId institution, PayeeAccountId payeeAccount, AllotmentId allotment,
                Money amount, String purpose, String instalment, String reason, PaymentBasis basis) {
            this(row, kind, institution, payeeAccount, allotment, amount, purpose, instalment, reason, basis, null);
        }

        public Row {
            Form.between("row", row, 1, LAST_ROW);
            Form.text("purpose", purpose, LONGEST_PURPOSE);
            Form.text("instalment", instalment, LONGEST_INSTALMENT);
            Form.text("reason", reason, LONGEST_REASON);
            offsets = ClawbackAmount.carried(offsets);
        }
    }

    /** One that names no tranche. */
    public DisburseBatch(LocalDate effectiveDate, BatchId batch, DivisionCode division, BankAccountId bankAccount, String fileHash,
            int rowCount, Money controlTotal, List<Row> rows) {
        this(effectiveDate, batch, division, bankAccount, null, fileHash, rowCount, controlTotal, rows);
    }

    public DisburseBatch {
        Form.text("batch", batch == null ? null : batch.value(), LONGEST_BATCH);
        if (fileHash != null) {
            Text.sha256("file", fileHash);
        }
        Form.count("rows", rows, 1, MOST_ROWS);
        if (rows != null) {
            rows = Collections.unmodifiableList(new ArrayList<>(rows));
            ascending(rows);
            total(rows);
        }
    }

    /** What the rows add up to. */
    Money total() {
        return total(rows);
    }

    /** The payment a row becomes. */
    PaymentId payment(Row row) {
        return new PaymentId(batch + "." + row.row());
    }

    private static void ascending(List<Row> rows) {
        int before = 0;
        for (Row row : rows) {
            if (row != null && row.row() <= before) {
                throw new IllegalArgumentException(
                        "row " + row.row() + " stands after row " + before + ": rows stand in ascending order of their numbers");
            }
            before = row == null ? before : row.row();
        }
    }

    private static Money total(List<Row> rows) {
        try {
            return Money.sum(rows.stream().filter(Objects::nonNull).map(Row::amount).filter(Objects::nonNull).toList());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("the rows add up to more than any ledger holds", e);
        }
    }
}
