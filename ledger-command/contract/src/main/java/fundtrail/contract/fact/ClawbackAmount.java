package fundtrail.contract.fact;

import fundtrail.contract.Money;
import fundtrail.contract.id.ClawbackId;
import java.util.List;

/**
 * A claw-back, and what of it a payment is to be set off against.
 *
 * @param amount above 0.00
 */
public record ClawbackAmount(ClawbackId clawback, Money amount) {
    public ClawbackAmount {
        if (clawback == null || amount == null || !amount.isPositive()) {
            throw new IllegalArgumentException("an offset names a claw-back and an amount above 0.00");
        }
    }

    /** As a row carries them: absent when there are none; each claw-back once, and no more than {@link Offset#MOST}. */
    public static List<ClawbackAmount> carried(List<ClawbackAmount> offsets) {
        if (offsets == null || offsets.isEmpty()) {
            return null;
        }
        if (offsets.size() > Offset.MOST || offsets.stream().map(ClawbackAmount::clawback).distinct().count() < offsets.size()) {
            throw new IllegalArgumentException("a row is set off against at most " + Offset.MOST + " claw-backs, each once");
        }
        return List.copyOf(offsets);
    }

    /** What they come to; nothing where there are none. */
    public static Money sum(List<ClawbackAmount> offsets) {
        return offsets == null ? Money.ZERO : Money.sum(offsets.stream().map(ClawbackAmount::amount).toList());
    }
}
