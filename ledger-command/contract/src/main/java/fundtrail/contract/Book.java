package fundtrail.contract;

/** The two books: authority to spend, and cash with what is owed. */
public enum Book {
    BUDGET,
    FUND
}
