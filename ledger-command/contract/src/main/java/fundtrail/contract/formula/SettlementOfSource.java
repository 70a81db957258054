package fundtrail.contract.formula;

import fundtrail.contract.Money;
import fundtrail.contract.id.FundSourceCode;

/**
 * A settlement as far as one source goes: what it bears of the entitlement against what it has paid.
 * entitlement = advances + paid − refunded + payable − receivable; one of the last two is 0.00.
 *
 * @param entitlement what the funding plan lets the source bear
 * @param advances    advances the settlement cleared, all revisions together
 * @param paid        paid after the settlement, what came back aside; negative where an advance came back after it
 * @param refunded    refunded by the institution after the settlement
 * @param payable     still to be paid
 * @param receivable  still to be refunded
 */
public record SettlementOfSource(
        FundSourceCode fundSource, Money entitlement, Money advances, Money paid, Money refunded, Money payable, Money receivable) {
    public SettlementOfSource {
        Money open = open(entitlement, advances, paid, refunded);
        if (!payable.minus(receivable).equals(open) || payable.isNegative() || receivable.isNegative()
                || !payable.isZero() && !receivable.isZero()) {
            throw new IllegalArgumentException("source " + fundSource + " is open by " + open + ": not payable " + payable
                    + ", receivable " + receivable);
        }
    }

    /** N = e − advances − paid + refunded: above zero it is payable, below zero receivable. */
    public static SettlementOfSource of(FundSourceCode fundSource, Money entitlement, Money advances, Money paid, Money refunded) {
        Money open = open(entitlement, advances, paid, refunded);
        return new SettlementOfSource(fundSource, entitlement, advances, paid, refunded,
                open.isPositive() ? open : Money.ZERO, open.isNegative() ? open.negated() : Money.ZERO);
    }

    private static Money open(Money entitlement, Money advances, Money paid, Money refunded) {
        return entitlement.minus(advances).minus(paid).plus(refunded);
    }
}
