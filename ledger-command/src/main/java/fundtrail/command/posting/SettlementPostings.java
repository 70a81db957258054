package fundtrail.command.posting;

import static fundtrail.contract.Account.ADVANCES;
import static fundtrail.contract.Account.ALLOTTED;
import static fundtrail.contract.Account.EXPENDED;
import static fundtrail.contract.Account.PRIOR_YEAR_ADJUSTMENT;
import static fundtrail.contract.Account.PROGRAM_EXPENSE;
import static fundtrail.contract.Account.SETTLEMENT_PAYABLE;
import static fundtrail.contract.Account.SETTLEMENT_RECEIVABLE;
import static fundtrail.contract.Account.TREASURY_CASH;
import static fundtrail.contract.Account.WITHDRAWN;
import static fundtrail.contract.Line.credit;
import static fundtrail.contract.Line.debit;

import fundtrail.contract.Account;
import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.id.BankAccountId;
import java.util.ArrayList;
import java.util.List;

/**
 * Which lines a settlement and its refund post. All are of the year that is settled, whenever that happens; once it is
 * closed, its expense is an adjustment of a prior year, and authority that comes back is withdrawn.
 */
public final class SettlementPostings {
    private SettlementPostings() {}

    /**
     * A settlement, or what its next revision changes, in one source: Dr PROGRAM_EXPENSE (closed year:
     * PRIOR_YEAR_ADJUSTMENT) / Cr ADVANCES; the rest Cr SETTLEMENT_PAYABLE or Dr SETTLEMENT_RECEIVABLE. Each amount may be
     * zero, which posts nothing, or negative, which posts on the other side.
     *
     * @param purse      division, budget year, source, institution and programme
     * @param expense    what the entitlement rises by
     * @param advances   what is cleared
     * @param payable    what the payable rises by
     * @param receivable what the receivable rises by
     */
    public static List<Line> settled(Purse purse, boolean closedYear, Money expense, Money advances, Money payable, Money receivable) {
        List<Line> lines = new ArrayList<>();
        add(lines, closedYear ? PRIOR_YEAR_ADJUSTMENT : PROGRAM_EXPENSE, purse, expense);
        add(lines, ADVANCES, purse, advances.negated());
        add(lines, SETTLEMENT_PAYABLE, purse, payable.negated());
        add(lines, SETTLEMENT_RECEIVABLE, purse, receivable);
        return lines;
    }

    /** A refund in one source: Dr TREASURY_CASH / Cr SETTLEMENT_RECEIVABLE. */
    public static List<Line> refunded(Purse purse, BankAccountId bankAccount, Money amount) {
        return List.of(
                debit(TREASURY_CASH, Purse.of(purse.division(), purse.budgetYear(), purse.fundSource()).in(bankAccount), amount),
                credit(SETTLEMENT_RECEIVABLE, purse, amount));
    }

    /** Authority that comes back with a refund: Dr EXPENDED / Cr ALLOTTED (closed year: WITHDRAWN). */
    public static List<Line> authorityBack(Purse allotment, boolean closedYear, Money amount) {
        return List.of(debit(EXPENDED, allotment, amount), credit(closedYear ? WITHDRAWN : ALLOTTED, allotment, amount));
    }

    private static void add(List<Line> lines, Account account, Purse purse, Money debit) {
        if (!debit.isZero()) {
            lines.add(debit.isPositive() ? debit(account, purse, debit) : credit(account, purse, debit.negated()));
        }
    }
}
