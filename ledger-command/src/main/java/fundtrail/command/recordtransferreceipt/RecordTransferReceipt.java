package fundtrail.command.recordtransferreceipt;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.TrancheId;
import java.time.LocalDate;

/**
 * Records money of a notified tranche that arrived in a treasury account (转移支付到账). By when it is passed down or paid
 * is worked out from the rules in force when it arrived.
 *
 * @param document  a receipt, where there is one; the bank's reference is what proves the money came
 * @param arrivedOn the day the bank credited it; not after the day it counts from
 * @param bankRef   the bank's reference, at most 64 characters, unique for ever unless its entry was reversed
 */
public record RecordTransferReceipt(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        TrancheId tranche,
        DivisionCode division,
        BankAccountId bankAccount,
        LocalDate arrivedOn,
        String bankRef,
        Money amount)
        implements Command {
    public RecordTransferReceipt {
        Form.text("bankRef", bankRef, 64);
    }
}
