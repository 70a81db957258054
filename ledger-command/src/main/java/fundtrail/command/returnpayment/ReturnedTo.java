package fundtrail.command.returnpayment;

import fundtrail.command.known.Known;
import fundtrail.command.known.Payment;
import fundtrail.command.posting.PaymentPostings;
import fundtrail.command.posting.PaymentPostings.Credit;
import fundtrail.contract.Account;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import java.util.ArrayList;
import java.util.List;

/** To which accounts money of a payment comes back: to where it stands now. */
final class ReturnedTo {
    private ReturnedTo() {}

    /**
     * An expense is taken back. An advance goes back to what is still advanced, up to its balance; what a settlement has
     * cleared since, and a settlement's own payment, first to what the institution owes of that settlement, and the rest
     * is payable again.
     *
     * @param owed   of which division, budget year, source, institution and programme
     * @param closed whether the allotment's budget year is
     */
    static List<Credit> credits(Payment payment, Purse owed, Money amount, boolean closed, Known known) {
        return switch (payment.kind()) {
            case SUBSIDY, DIRECTIVE_TASK -> List.of(new Credit(PaymentPostings.expenseBack(payment.kind(), closed), amount));
            case ADVANCE, CAPITATION -> parts(amount, owed, known, Account.ADVANCES, Account.SETTLEMENT_RECEIVABLE);
            case SETTLEMENT -> parts(amount, owed, known, Account.SETTLEMENT_RECEIVABLE);
        };
    }

    /** Up to the balance of each account in turn; what is then left is payable. */
    private static List<Credit> parts(Money amount, Purse owed, Known known, Account... upToBalance) {
        List<Credit> credits = new ArrayList<>();
        Money left = amount;
        for (Account account : upToBalance) {
            Money balance = known.balances().fund(account, owed);
            Money part = balance.covers(left) ? left : balance;
            if (part.isPositive()) {
                credits.add(new Credit(account, part));
                left = left.minus(part);
            }
        }
        if (left.isPositive()) {
            credits.add(new Credit(Account.SETTLEMENT_PAYABLE, left));
        }
        return credits;
    }
}
