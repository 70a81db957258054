package fundtrail.command.reverseentry;

import fundtrail.command.known.Known;
import fundtrail.command.known.Payments.Payment;
import fundtrail.command.known.Payments.State;
import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.FundReceived;
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
    static Broken brokenBy(Fact fact, Known known) {
        return switch (fact) {
            case BudgetAllotted allotted -> broken(allotted.allotment(), allotted.amount(),
                    known.balances().available(allotted.allotment()),
                    known.reversals().drawnOn(allotted.allotment()), known);
            case FundReceived receipt -> {
                Broken ofSource = broken(receipt.fundSource(), receipt.amount(),
                        known.balances().treasuryCash(receipt.division(), receipt.budgetYear(), receipt.fundSource()),
                        known.reversals().drawnOn(receipt.division(), receipt.budgetYear(), receipt.fundSource())
                                .filter(payment -> isPaid(payment, known)), known);
                yield ofSource != null ? ofSource : broken(receipt.bankAccount(), receipt.amount(),
                        known.balances().cashIn(receipt.bankAccount()),
                        known.reversals().drawnOn(receipt.bankAccount()).filter(payment -> isPaid(payment, known)), known);
            }
            default -> null;
        };
    }

    private static Broken broken(Object balance, Money taken, Money left, Stream<PaymentId> draws, Known known) {
        if (left.covers(taken)) {
            return null;
        }
        Money missing = taken.minus(left);
        List<PaymentId> payments = new ArrayList<>();
        Money undone = Money.ZERO;
        for (Iterator<PaymentId> next = draws.iterator();
                next.hasNext() && payments.size() < NAMED && !undone.covers(missing); ) {
            PaymentId payment = next.next();
            Money drawn = drawn(payment, known);
            if (drawn.isPositive()) {
                payments.add(payment);
                undone = undone.plus(drawn);
            }
        }
        return new Broken(balance.toString(), missing, payments);
    }

    private static boolean isPaid(PaymentId id, Known known) {
        State state = known.payments().payment(id).state();
        return state == State.PAID || state == State.CONFIRMED;
    }

    /** How much of a payment's authority or cash is gone: what was neither released nor returned. */
    private static Money drawn(PaymentId id, Known known) {
        Payment payment = known.payments().payment(id);
        return payment.state() == State.RELEASED ? Money.ZERO : payment.row().amount().minus(payment.returned());
    }
}
