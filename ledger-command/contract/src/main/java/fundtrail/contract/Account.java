package fundtrail.contract;

/** The chart of accounts (会计科目) of the management sub-ledger. Each belongs to one {@link Book}. */
public enum Account {
    AUTHORITY(Book.BUDGET),
    UNALLOTTED(Book.BUDGET),
    ALLOTTED(Book.BUDGET),
    RESERVED(Book.BUDGET),
    EXPENDED(Book.BUDGET),
    WITHDRAWN(Book.BUDGET),

    TREASURY_CASH(Book.FUND),
    RECOVERY_HOLDING(Book.FUND),
    RESERVE_CASH(Book.FUND),
    ADVANCES(Book.FUND),
    SETTLEMENT_RECEIVABLE(Book.FUND),
    CLAWBACK_RECEIVABLE(Book.FUND),
    CHARGES_RECEIVABLE(Book.FUND),
    SETTLEMENT_PAYABLE(Book.FUND),
    REFUND_DUE(Book.FUND),
    RISK_RESERVE(Book.FUND),
    FUND_BALANCE(Book.FUND),
    INFLOW(Book.FUND),
    CHARGES_INCOME(Book.FUND),
    TRANSFER_TO_RESERVE(Book.FUND),
    TRANSFER_FROM_RESERVE(Book.FUND),
    TRANSFER_TO_LOWER(Book.FUND),
    RETURNED_TO_UPPER_LEVEL(Book.FUND),
    RETURNED_TO_INSURANCE(Book.FUND),
    PROGRAM_EXPENSE(Book.FUND),
    SUBSIDY_EXPENSE(Book.FUND),
    RECOVERY_OF_EXPENSE(Book.FUND),
    PRIOR_YEAR_ADJUSTMENT(Book.FUND),
    WRITE_OFF(Book.FUND);

    private final Book book;

    Account(Book book) {
        this.book = book;
    }

    public Book book() {
        return book;
    }

    /** Whether its lines name the bank account the money lies in. */
    public boolean isCash() {
        return this == TREASURY_CASH || this == RECOVERY_HOLDING || this == RESERVE_CASH;
    }

    /** Whether it is a flow of a year, which the year's close carries to {@link #FUND_BALANCE}. */
    public boolean isFlow() {
        return switch (this) {
            case INFLOW, CHARGES_INCOME, TRANSFER_TO_RESERVE, TRANSFER_FROM_RESERVE, TRANSFER_TO_LOWER, RETURNED_TO_UPPER_LEVEL,
                    RETURNED_TO_INSURANCE, PROGRAM_EXPENSE, SUBSIDY_EXPENSE, RECOVERY_OF_EXPENSE, PRIOR_YEAR_ADJUSTMENT, WRITE_OFF -> true;
            default -> false;
        };
    }
}
