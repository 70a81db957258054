package fundtrail.client;

import fundtrail.contract.Money;

/** Amounts as people read them. */
public final class Amounts {
    private Amounts() {}

    /** With a comma between thousands, such as {@code 1,234,567.89}. */
    public static String grouped(Money amount) {
        return amount.toString().replaceAll("(?<=[0-9])(?=([0-9]{3})+\\.)", ",");
    }

    /** The same of an amount as it travels. */
    public static String grouped(String yuan) {
        return grouped(Money.yuan(yuan));
    }
}
