package fundtrail.contract.fact;

import fundtrail.contract.Money;
import java.time.LocalDate;

/** A part of a claw-back and the last day to pay it. */
public record Instalment(LocalDate dueOn, Money amount) {
    public Instalment {
        if (dueOn == null || amount == null || !amount.isPositive()) {
            throw new IllegalArgumentException("an instalment has a day and an amount above 0.00");
        }
    }
}
