package fundtrail.command.posting;

import static fundtrail.contract.Account.ALLOTTED;
import static fundtrail.contract.Account.AUTHORITY;
import static fundtrail.contract.Account.FUND_BALANCE;
import static fundtrail.contract.Account.TREASURY_CASH;
import static fundtrail.contract.Account.UNALLOTTED;
import static fundtrail.contract.Account.WITHDRAWN;
import static fundtrail.contract.Line.credit;
import static fundtrail.contract.Line.debit;

import fundtrail.contract.Account;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import java.util.List;

/** Which lines the end of a budget year posts. A purse is an allotment's own, or a source's where nothing was allotted. */
public final class YearPostings {
    private YearPostings() {}

    /** Authority lapsed: Dr ALLOTTED or UNALLOTTED / Cr WITHDRAWN. */
    public static Lines lapsed(Purse purse, Money amount) {
        return Lines.of(debit(held(purse), purse, amount), credit(WITHDRAWN, purse, amount));
    }

    /**
     * Authority carried forward: [y] Dr ALLOTTED or UNALLOTTED / Cr WITHDRAWN; [y+1] Dr AUTHORITY / Cr the same.
     *
     * @param to the allotment it comes to; {@code null} where nothing was allotted
     */
    public static Lines carriedForward(Purse from, AllotmentId to, Money amount) {
        Purse next = from.ofYear(from.budgetYear() + 1).under(to);
        return Lines.of(
                debit(held(from), from, amount),
                credit(WITHDRAWN, from, amount),
                debit(AUTHORITY, Purse.of(next.division(), next.budgetYear(), next.fundSource()), amount),
                credit(held(next), next, amount));
    }

    /** Cash moved to another year: [y] Dr FUND_BALANCE / Cr TREASURY_CASH; [z] Dr TREASURY_CASH / Cr FUND_BALANCE. */
    public static Lines cashMoved(Purse source, BankAccountId bankAccount, int toYear, Money amount) {
        Purse there = source.ofYear(toYear);
        return Lines.of(
                debit(FUND_BALANCE, source, amount),
                credit(TREASURY_CASH, source.in(bankAccount), amount),
                debit(TREASURY_CASH, there.in(bankAccount), amount),
                credit(FUND_BALANCE, there, amount));
    }

    /** A flow closed: its balance is reversed against FUND_BALANCE of its own source and budget year. */
    public static List<Line> closed(Account flow, Purse purse, Money balance) {
        Purse source = Purse.of(purse.division(), purse.budgetYear(), purse.fundSource());
        return balance.isPositive()
                ? List.of(credit(flow, purse, balance), debit(FUND_BALANCE, source, balance))
                : List.of(debit(flow, purse, balance.negated()), credit(FUND_BALANCE, source, balance.negated()));
    }

    private static Account held(Purse purse) {
        return purse.allotment() == null ? UNALLOTTED : ALLOTTED;
    }
}
