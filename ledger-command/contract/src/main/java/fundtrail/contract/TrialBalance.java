package fundtrail.contract;

import fundtrail.contract.id.FundSourceCode;
import java.util.Comparator;
import java.util.List;

/**
 * The trial balance (科目余额表) of one division for a time: by budget year, fund source and account what stood there before
 * it, what was posted in it, and what stands there after it. Its hash says whether two are the same to the fen; both sides
 * make it of their own sums.
 *
 * @param rows in the order of budget years, sources' codes and accounts; an account on which nothing was ever posted has none
 */
public record TrialBalance(List<OfAccount> rows) {
    private static final Comparator<OfAccount> ORDER = Comparator.comparingInt(OfAccount::budgetYear)
            .thenComparing(row -> row.fundSource().value())
            .thenComparing(OfAccount::account);

    /**
     * One account of one source and budget year.
     *
     * @param opening before the time, as a debit; a credit balance is negative
     * @param debit   posted in the time; entries in red lower it
     * @param credit  posted in the time
     * @param closing after it: opening, more by the debit, less by the credit
     */
    public record OfAccount(
            int budgetYear, FundSourceCode fundSource, Account account, Money opening, Money debit, Money credit, Money closing) {}

    public TrialBalance {
        rows = rows.stream().sorted(ORDER).toList();
    }

    /** SHA-256 over the canonical array of rows, as 64 lower-case hex digits. */
    public String hash() {
        return Digest.sha256(Json.canonical(rows));
    }
}
