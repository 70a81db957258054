package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.StatementId;
import fundtrail.query.asof.AsOf;
import java.time.LocalDate;
import java.util.List;

/**
 * The reconciliation of a bank account at a day (银行存款余额调节表): what the books say, what the bank says, and each movement
 * that stands on one side alone. Both balances, each with the other side's items added, come to the same.
 *
 * @param ledgerBalance     by the cash lines of all sources
 * @param statementBalance  by the bank's rows up to that day; absent without a statement
 * @param statementUntil    the last day covered by a statement; absent without one
 * @param openingDifference by how much the books, before the first statement's first day, were above its opening balance
 * @param bankIn            came in by the bank and not by the books (银行已收、本账未收)
 * @param bankOut           went out by the bank and not by the books (银行已付、本账未付)
 * @param booksIn           came in by the books and not by the bank (本账已收、银行未收)
 * @param booksOut          went out by the books and not by the bank (本账已付、银行未付)
 * @param ledgerAdjusted    ledgerBalance with the bank's items; absent without a statement
 * @param statementAdjusted statementBalance with the books' items; absent without a statement
 * @param balanced          whether the two are equal
 * @param explained         whether every item is explained
 */
record Reconciliation(
        @JsonUnwrapped AsOf asOf,
        BankAccountId bankAccount,
        Money ledgerBalance,
        @MayBeAbsent Money statementBalance,
        @MayBeAbsent LocalDate statementUntil,
        Money openingDifference,
        Money bankIn,
        Money bankOut,
        Money booksIn,
        Money booksOut,
        @MayBeAbsent Money ledgerAdjusted,
        @MayBeAbsent Money statementAdjusted,
        boolean balanced,
        boolean explained,
        List<ReconcilingItem> items) {

    /** Where a movement stands alone. */
    enum Standing {
        BANK,
        BOOKS
    }

    /**
     * A movement that stands on one side alone.
     *
     * @param statement the bank's statement; absent of an item in the books
     * @param row       its row there
     * @param position  the fact that posted it; absent of an item in the bank's statement
     * @param type      that fact's type
     * @param date      when the bank booked it, or when it counts in the books
     * @param amount    what came in; negative where it went out
     */
    record ReconcilingItem(
            Standing standing,
            @MayBeAbsent StatementId statement,
            @MayBeAbsent Integer row,
            @MayBeAbsent Long position,
            @MayBeAbsent String type,
            LocalDate date,
            @MayBeAbsent String bankRef,
            Money amount,
            @MayBeAbsent String text,
            @MayBeAbsent String explanation) {}

    Reconciliation {
        items = List.copyOf(items);
    }

    /** Without a statement there is nothing to compare with. */
    static Reconciliation withoutStatement(AsOf asOf, BankAccountId account, Money ledgerBalance) {
        return new Reconciliation(asOf, account, ledgerBalance, null, null, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO,
                null, null, false, true, List.of());
    }

    /** Adds the items up. */
    static Reconciliation of(AsOf asOf, BankAccountId account, Money ledgerBalance, Money statementBalance, LocalDate statementUntil,
            Money openingDifference, List<ReconcilingItem> items) {
        Money bankIn = sum(items, Standing.BANK, true);
        Money bankOut = sum(items, Standing.BANK, false);
        Money booksIn = sum(items, Standing.BOOKS, true);
        Money booksOut = sum(items, Standing.BOOKS, false);
        Money ledgerAdjusted = ledgerBalance.plus(bankIn).minus(bankOut);
        Money statementAdjusted = statementBalance.plus(booksIn).minus(booksOut);
        return new Reconciliation(asOf, account, ledgerBalance, statementBalance, statementUntil, openingDifference, bankIn, bankOut,
                booksIn, booksOut, ledgerAdjusted, statementAdjusted, ledgerAdjusted.equals(statementAdjusted),
                items.stream().allMatch(item -> item.explanation() != null), items);
    }

    private static Money sum(List<ReconcilingItem> items, Standing standing, boolean in) {
        return Money.sum(items.stream()
                .filter(item -> item.standing() == standing && item.amount().isPositive() == in)
                .map(item -> in ? item.amount() : item.amount().negated())
                .toList());
    }
}
