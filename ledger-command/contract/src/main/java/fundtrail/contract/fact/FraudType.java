package fundtrail.contract.fact;

/** What a flagged claim is suspected of (财政违法行为处罚处分条例第六条、第十四条). */
public enum FraudType {
    /** 骗取: obtained by deception. */
    DECEPTION,
    /** 套取: extracted fraudulently. */
    FRAUDULENT_EXTRACTION,
    /** 虚报: claimed falsely. */
    FALSE_CLAIM,
    /** 冒领: claimed in another's name. */
    IMPERSONATED_CLAIM
}
