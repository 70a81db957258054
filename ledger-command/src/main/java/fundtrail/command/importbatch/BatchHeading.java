package fundtrail.command.importbatch;

import fundtrail.command.decide.Form;
import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.TrancheId;
import java.time.LocalDate;

/**
 * What is said beside a clerk's file. Fields as in {@link DisburseBatch}.
 *
 * @param rowCount     how many rows the clerk counted, where he says so
 * @param controlTotal what the rows add up to, where the clerk says so
 */
public record BatchHeading(
        @MayBeAbsent LocalDate effectiveDate,
        BatchId batch,
        DivisionCode division,
        BankAccountId bankAccount,
        @MayBeAbsent TrancheId tranche,
        @MayBeAbsent Integer rowCount,
        @MayBeAbsent Money controlTotal) {
    /** @throws IllegalArgumentException when the batch's id is too long for its payments' ids */
    public BatchHeading {
        Form.text("batch", batch == null ? null : batch.value(), DisburseBatch.LONGEST_BATCH);
    }
}
