package fundtrail.query.entity;

import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import java.time.Instant;

/**
 * An institution's bank account.
 *
 * @param registeredAt  when it was recorded; payable some working days later
 * @param closedAt      when its closing was recorded; absent while it is open
 * @param closingReason absent while it is open
 */
public record PayeeAccount(
        PayeeAccountId payeeAccount,
        InstitutionId institution,
        String accountName,
        String accountNumber,
        String bank,
        Instant registeredAt,
        @MayBeAbsent Instant closedAt,
        @MayBeAbsent String closingReason) {

    public PayeeAccount closed(Instant at, String reason) {
        return new PayeeAccount(payeeAccount, institution, accountName, accountNumber, bank, registeredAt, at, reason);
    }
}
