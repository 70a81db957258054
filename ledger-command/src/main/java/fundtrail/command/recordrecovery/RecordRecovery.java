package fundtrail.command.recordrecovery;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.ClawbackId;
import java.time.LocalDate;

/**
 * Records that money of a claw-back arrived.
 *
 * @param bankAccount the recovery account it arrived in
 * @param bankRef     the bank's reference, unique for ever, at most 64 characters
 */
public record RecordRecovery(
        @MayBeAbsent LocalDate effectiveDate, ClawbackId clawback, BankAccountId bankAccount, String bankRef, Money amount)
        implements Command {
    public RecordRecovery {
        Form.text("bankRef", bankRef, 64);
    }
}
