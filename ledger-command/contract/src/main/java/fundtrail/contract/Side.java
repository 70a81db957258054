package fundtrail.contract;

/** Debit or credit. A red entry keeps its side and carries a negative amount, so that turnover nets. */
public enum Side {
    D,
    C;

    /** {@code amount} as a debit: itself on the debit side, negated on the credit side. */
    public Money signed(Money amount) {
        return this == D ? amount : amount.negated();
    }
}
