package fundtrail.command.collectcharge;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.ChargeId;
import java.time.LocalDate;

/**
 * Records that money of a penalty or of interest arrived.
 *
 * @param bankAccount the treasury account it arrived in
 * @param bankRef     the bank's reference, unique for ever, at most 64 characters
 */
public record CollectCharge(
        @MayBeAbsent LocalDate effectiveDate, ChargeId charge, BankAccountId bankAccount, String bankRef, Money amount)
        implements Command {
    public CollectCharge {
        Form.text("bankRef", bankRef, 64);
    }
}
