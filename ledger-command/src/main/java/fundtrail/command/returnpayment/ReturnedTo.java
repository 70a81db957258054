package fundtrail.command.returnpayment;

import fundtrail.command.known.Allotment;
import fundtrail.command.known.Known;
import fundtrail.command.known.Payment;
import fundtrail.command.posting.PaymentPostings;
import fundtrail.command.posting.PaymentPostings.Credit;
import fundtrail.contract.Account;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** To which accounts money of a payment comes back, to where it stands now; and to which allotments its authority. */
final class ReturnedTo {
    private ReturnedTo() {}

    /**
     * An expense is taken back, as far as it was not given back before; the rest is owed to the institution. An advance goes back to what is still advanced, up to its balance; what a settlement has
     * cleared since, and a settlement's own payment, first to what the institution owes of that settlement, and the rest
     * is payable again.
     *
     * @param owed   of which division, budget year, source, institution and programme
     * @param authority what comes back of it
     * @param closed    whether the allotment's budget year is
     */
    static List<Credit> credits(Payment payment, Purse owed, Money amount, Money authority, boolean closed, Known known) {
        return switch (payment.kind()) {
            case SUBSIDY, DIRECTIVE_TASK -> Stream.of(
                            new Credit(PaymentPostings.expenseBack(payment.kind(), closed), authority),
                            new Credit(Account.SETTLEMENT_PAYABLE, amount.minus(authority)))
                    .filter(credit -> credit.amount().isPositive())
                    .toList();
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

    /**
     * Authority comes back to the allotment that paid, and for what a refund or a claw-back has given back to it before, to the
     * others of the same authority that paid for the same year; none twice.
     */
    static Map<Purse, Money> authority(Payment payment, Allotment allotment, Money amount, Known known) {
        Map<Purse, Money> back = new LinkedHashMap<>();
        if (payment.kind() == PaymentKind.SUBSIDY || payment.kind() == PaymentKind.DIRECTIVE_TASK) {
            Money expended = known.balances().expended(allotment.id());
            back.put(allotment.purse(), expended.covers(amount) ? amount : expended);
        } else {
            Purse owed = allotment.owed(payment.basis());
            Stream<Allotment> others = known.ceilings().spending().by(owed).stream()
                    .filter(one -> !one.id().equals(allotment.id()) && one.owed(null).equals(allotment.owed(null)));
            Money left = amount;
            for (Allotment one : Stream.concat(Stream.of(allotment), others).toList()) {
                Money spent = known.ceilings().spending().towards(one.id(), owed.budgetYear());
                Money part = spent.covers(left) ? left : spent;
                back.put(one.purse(), part);
                left = left.minus(part);
            }
        }
        back.values().removeIf(part -> !part.isPositive());
        return back;
    }
}
