package fundtrail.command.posting;

import static fundtrail.contract.Account.SETTLEMENT_PAYABLE;
import static fundtrail.contract.Account.SETTLEMENT_RECEIVABLE;
import static fundtrail.contract.Line.credit;
import static fundtrail.contract.Line.debit;

import fundtrail.contract.Account;
import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.id.InstitutionId;
import java.util.List;

/** Which lines a merger of institutions posts. */
public final class MergerPostings {
    private MergerPostings() {}

    /** A balance goes over: its line in red on the institution that ends, and the same on its successor. @param balance as a debit */
    public static List<Line> goesOver(Account account, Purse from, InstitutionId into, Money balance) {
        Purse to = from.of(into, from.programme());
        return balance.isPositive()
                ? List.of(debit(account, from, balance).red(), debit(account, to, balance))
                : List.of(credit(account, from, balance.negated()).red(), credit(account, to, balance.negated()));
    }

    /** What one of the two owes of a source and the other is owed is one legal person's: Dr SETTLEMENT_PAYABLE / Cr SETTLEMENT_RECEIVABLE. */
    public static List<Line> netted(Purse successor, Money amount) {
        return List.of(debit(SETTLEMENT_PAYABLE, successor, amount), credit(SETTLEMENT_RECEIVABLE, successor, amount));
    }
}
