package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.ChargeId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.util.Set;

/**
 * 收缴: money of a penalty or of interest arrived.
 *
 * @param bankAccount the treasury account it lies in
 * @param bankRef     the bank's reference, unique for ever
 */
public record ChargeCollected(
        ChargeId charge,
        DivisionCode division,
        InstitutionId institution,
        BankAccountId bankAccount,
        String bankRef,
        Money amount,
        Lines lines)
        implements Fact {
    public ChargeCollected {
        Text.required("bank reference", bankRef, 64);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).and(Tags.CHARGE, charge).set();
    }
}
