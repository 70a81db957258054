package fundtrail.contract.formula;

import fundtrail.contract.Money;

/** The purchasable pool (购买服务可用资金). */
public final class PurchasePool {
    private PurchasePool() {}

    /** P = G − E − M − D; negative where more is taken out than there is. */
    public static Money of(Money total, Money earmarked, Money majorPublicHealth, Money directive) {
        return total.minus(earmarked).minus(majorPublicHealth).minus(directive);
    }
}
