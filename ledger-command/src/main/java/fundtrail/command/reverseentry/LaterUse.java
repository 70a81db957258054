package fundtrail.command.reverseentry;

import static fundtrail.contract.Account.TREASURY_CASH;
import static fundtrail.contract.Account.UNALLOTTED;

import fundtrail.command.known.Known;
import fundtrail.command.known.Payment;
import fundtrail.command.known.Payments.State;
import fundtrail.command.known.Reversals.Draw;
import fundtrail.command.known.Reversals.Reversible;
import fundtrail.command.known.Reversals.Reversible.Allotted;
import fundtrail.command.known.Reversals.Reversible.Contributed;
import fundtrail.command.known.Reversals.Reversible.PaymentMade;
import fundtrail.command.known.Reversals.Reversible.Reallocated;
import fundtrail.command.known.Reversals.Reversible.Received;
import fundtrail.command.known.Transfers.Tranche;
import fundtrail.contract.Money;
import fundtrail.contract.id.AllotmentId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What later payments and other facts have used of the money a fact brought: a reversal may leave no balance below zero, so
 * as many of the latest of them as cover what is missing come first.
 */
final class LaterUse {
    /** So many are named at most; whoever undoes them and asks again learns of the others. */
    private static final int NAMED = 20;

    /**
     * A balance that would fall below zero.
     *
     * @param balance whose: an allotment, a fund source, a bank account or a tranche
     * @param uses    what to undo first, the latest first: payments, then positions of other facts; at most {@value #NAMED}
     */
    record Broken(String balance, Money missing, List<String> uses) {}

    /** Something that used money, and how much of it is gone. */
    private record Use(String name, Money amount) {}

    private LaterUse() {}

    /** What taking the fact back would break first; {@code null} when nothing. */
    static Broken brokenBy(Reversible entry, Known known) {
        return switch (entry) {
            case Allotted allotted -> ofAllotment(allotted.allotment(), allotted.amount(), known);
            case Reallocated moved when moved.to() != null -> ofAllotment(moved.to(), moved.amount(), known);
            case Reallocated moved -> broken(moved.fundSource(), moved.amount(),
                    known.balances().unallotted(moved.division(), moved.budgetYear(), moved.fundSource()),
                    others(known.reversals().otherDrawsOn(UNALLOTTED, moved.division(), moved.budgetYear(), moved.fundSource())));
            case Received receipt -> Stream.of(ofTranche(receipt, known), ofSource(receipt, known), ofBankAccount(receipt, known))
                    .filter(Objects::nonNull).findFirst().orElse(null);
            case Contributed contributed -> broken(contributed.reserveAccount(), contributed.amount(),
                    known.balances().cashIn(contributed.reserveAccount()),
                    others(known.reversals().otherDrawsOn(contributed.reserveAccount())));
            case PaymentMade made -> null;
        };
    }

    private static Broken ofAllotment(AllotmentId allotment, Money amount, Known known) {
        return broken(allotment, amount, known.balances().available(allotment), Stream.concat(
                payments(known.reversals().drawnOn(allotment)), others(known.reversals().otherDrawsOn(allotment))));
    }

    private static Broken ofTranche(Received receipt, Known known) {
        if (receipt.tranche() == null) {
            return null;
        }
        Tranche tranche = known.transfers().tranche(receipt.division(), receipt.tranche());
        return broken(receipt.tranche(), receipt.amount(), tranche.held(),
                Stream.concat(
                        payments(tranche.batches().reversed().stream()
                                .flatMap(batch -> known.payments().of(known.payments().batch(batch)).reversed().stream())),
                        tranche.passedDown().reversed().stream().map(one -> new Use("#" + one.position(), one.amount()))));
    }

    private static Broken ofSource(Received receipt, Known known) {
        return broken(receipt.fundSource(), receipt.amount(),
                known.balances().treasuryCash(receipt.division(), receipt.budgetYear(), receipt.fundSource()),
                Stream.concat(
                        payments(known.reversals().drawnOn(receipt.division(), receipt.budgetYear(), receipt.fundSource())
                                .filter(Payment::isPaid)),
                        others(known.reversals().otherDrawsOn(
                                TREASURY_CASH, receipt.division(), receipt.budgetYear(), receipt.fundSource()))));
    }

    private static Broken ofBankAccount(Received receipt, Known known) {
        return broken(receipt.bankAccount(), receipt.amount(), known.balances().cashIn(receipt.bankAccount()), Stream.concat(
                payments(known.reversals().drawnOn(receipt.bankAccount()).filter(Payment::isPaid)),
                others(known.reversals().otherDrawsOn(receipt.bankAccount()))));
    }

    private static Stream<Use> payments(Stream<Payment> payments) {
        return payments.map(payment -> new Use(payment.id().value(), drawn(payment)));
    }

    private static Stream<Use> others(Stream<Draw> draws) {
        return draws.map(draw -> new Use("#" + draw.position(), draw.amount()));
    }

    private static Broken broken(Object balance, Money taken, Money left, Stream<Use> uses) {
        if (left.covers(taken)) {
            return null;
        }
        Money missing = taken.minus(left);
        List<String> named = new ArrayList<>();
        Money undone = Money.ZERO;
        for (Iterator<Use> next = uses.iterator(); next.hasNext() && named.size() < NAMED && !undone.covers(missing); ) {
            Use use = next.next();
            if (use.amount().isPositive()) {
                named.add(use.name());
                undone = undone.plus(use.amount());
            }
        }
        return new Broken(balance.toString(), missing, named);
    }

    /** How much of a payment's authority or cash is gone: what was neither released nor returned. */
    private static Money drawn(Payment payment) {
        return payment.state() == State.RELEASED ? Money.ZERO : payment.amount().minus(payment.returned());
    }
}
