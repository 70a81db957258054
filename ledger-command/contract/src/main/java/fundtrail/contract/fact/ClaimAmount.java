package fundtrail.contract.fact;

import fundtrail.contract.Money;
import fundtrail.contract.id.ClaimId;

/**
 * A claim and what of it is clawed back, or no longer is.
 *
 * @param amount above 0.00
 */
public record ClaimAmount(ClaimId claim, Money amount) {
    public ClaimAmount {
        if (claim == null || amount == null || !amount.isPositive()) {
            throw new IllegalArgumentException("a claim is clawed back with an amount above 0.00");
        }
    }
}
