package fundtrail.query.read;

/** By what lines can be added up. Named as a line names it. */
public enum Dimension {
    division("division"),
    book("book"),
    budgetYear("budget_year"),
    fundSource("fund_source"),
    account("account"),
    institution("institution"),
    programme("programme"),
    allotment("allotment"),
    bankAccount("bank_account");

    private final String column;

    Dimension(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
