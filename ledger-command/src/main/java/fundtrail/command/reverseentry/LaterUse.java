package fundtrail.command.reverseentry;

import fundtrail.command.known.Known;
import fundtrail.command.known.Payment;
import fundtrail.command.known.Payments.State;
import fundtrail.command.known.Reversals.Reversible;
import fundtrail.command.known.Reversals.Reversible.Allotted;
import fundtrail.command.known.Reversals.Reversible.Contributed;
import fundtrail.command.known.Reversals.Reversible.PaymentMade;
import fundtrail.command.known.Reversals.Reversible.Received;
import fundtrail.contract.Money;
import fundtrail.contract.id.PaymentId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What later payments have used of the money a fact brought: a reversal may leave no balance below zero, so as many of
 * the latest of them as cover what is missing come first.
 */
final class LaterUse {
    /** So many payments are named at most; whoever undoes them and asks again learns of the others. */
    private static final int NAMED = 20;

    /**
     * A balance that would fall below zero.
     *
     * @param balance  whose: an allotment, a fund source or a bank account
     * @param payments those to undo first, the latest first; at most {@value #NAMED}
     */
    record Broken(String balance, Money missing, List<PaymentId> payments) {}

    private LaterUse() {}

    /** What taking the fact back would break first; {@code null} when nothing. */
    static Broken brokenBy(Reversible entry, Known known) {
        return switch (entry) {
            case Allotted allotted -> broken(allotted.allotment(), allotted.amount(),
                    known.balances().available(allotted.allotment()),
                    known.reversals().drawnOn(allotted.allotment()));
            case Received receipt -> {
                Broken ofSource = broken(receipt.fundSource(), receipt.amount(),
                        known.balances().treasuryCash(receipt.division(), receipt.budgetYear(), receipt.fundSource()),
                        known.reversals().drawnOn(receipt.division(), receipt.budgetYear(), receipt.fundSource())
                                .filter(Payment::isPaid));
                yield ofSource != null ? ofSource : broken(receipt.bankAccount(), receipt.amount(),
                        known.balances().cashIn(receipt.bankAccount()),
                        known.reversals().drawnOn(receipt.bankAccount()).filter(Payment::isPaid));
            }
            case Contributed contributed -> broken(contributed.reserveAccount(), contributed.amount(),
                    known.balances().cashIn(contributed.reserveAccount()), Stream.empty());
            case PaymentMade made -> null;
        };
    }

    private static Broken broken(Object balance, Money taken, Money left, Stream<Payment> draws) {
        if (left.covers(taken)) {
            return null;
        }
        Money missing = taken.minus(left);
        List<PaymentId> payments = new ArrayList<>();
        Money undone = Money.ZERO;
        for (Iterator<Payment> next = draws.iterator();
                next.hasNext() && payments.size() < NAMED && !undone.covers(missing); ) {
            Payment payment = next.next();
            Money drawn = drawn(payment);
            if (drawn.isPositive()) {
                payments.add(payment.id());
                undone = undone.plus(drawn);
            }
        }
        return new Broken(balance.toString(), missing, payments);
    }

    /** How much of a payment's authority or cash is gone: what was neither released nor returned. */
    private static Money drawn(Payment payment) {
        return payment.state() == State.RELEASED ? Money.ZERO : payment.amount().minus(payment.returned());
    }
}
