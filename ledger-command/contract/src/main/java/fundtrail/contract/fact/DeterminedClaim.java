package fundtrail.contract.fact;

import fundtrail.contract.Money;
import fundtrail.contract.id.ClaimId;

/**
 * A claim and what is clawed back of it.
 *
 * @param amount above 0.00, and at most what it was paid
 * @param paid   what it had been paid
 */
public record DeterminedClaim(ClaimId claim, Money amount, Money paid) {
    public DeterminedClaim {
        if (amount == null || !amount.isPositive() || !paid.covers(amount)) {
            throw new IllegalArgumentException(amount + " of claim " + claim + " cannot be clawed back; it was paid " + paid);
        }
    }
}
