package fundtrail.contract;

/**
 * The channel (补偿渠道) through which a budget's money compensates institutions: by subsidy, or for what they do. Source:
 * the Deqing plan, "专项补助与付费购买相结合"; and the backstop of Changning, "经常性收支差额补助".
 */
public enum CompensationChannel {
    /** 财政专项补助: construction, equipment, training, staff cost. */
    EARMARKED_SUBSIDY,
    /** 指令性任务按定项定额购买. */
    DIRECTIVE_PURCHASE,
    /** 基本公共卫生等服务按标化工作当量购买. */
    BASIC_SERVICE_PURCHASE,
    /** 医保基金和患者付费; known for information, not paid by the bureau. */
    INSURANCE_OR_SELF_PAY,
    /** 经常性收支差额补助托底. */
    GAP_BACKSTOP;

    /** Whether government pays for services by it, instead of subsidising those who give them. */
    public boolean isPurchase() {
        return this == DIRECTIVE_PURCHASE || this == BASIC_SERVICE_PURCHASE;
    }
}
