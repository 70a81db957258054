package fundtrail.query.evidence;

import fundtrail.contract.Account;
import fundtrail.contract.Book;
import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.Side;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.util.List;
import java.util.TreeMap;

/** What the lines of a pack's facts add up to on each side, as they stand: red amounts are negative. */
final class ControlTotals {
    private final TreeMap<String, Total> totals = new TreeMap<>();

    /** The sums of one account, of one source and year, in one division's books. */
    record Total(
            DivisionCode division, int budgetYear, FundSourceCode fundSource, Book book, Account account, Money debit, Money credit) {
        private Total plus(Line line) {
            boolean debits = line.side() == Side.D;
            return new Total(division, budgetYear, fundSource, book, account,
                    debits ? debit.plus(line.amount()) : debit, debits ? credit : credit.plus(line.amount()));
        }
    }

    void add(Line line) {
        String key = String.join(" ", line.division().value(), Integer.toString(line.budgetYear()), line.fundSource().value(),
                line.book().name(), line.account().name());
        Total before = totals.getOrDefault(key, new Total(line.division(), line.budgetYear(), line.fundSource(), line.book(), line.account(),
                Money.ZERO, Money.ZERO));
        totals.put(key, before.plus(line));
    }

    /** By division, year, source, book and account. */
    List<Total> list() {
        return List.copyOf(totals.values());
    }
}
