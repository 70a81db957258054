package fundtrail.command.agreerecoveryplan;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.Instalment;
import fundtrail.contract.id.ClawbackId;
import java.time.LocalDate;
import java.util.List;

/**
 * Agrees that what is outstanding of a claw-back is paid in instalments; agreed again, the last plan counts.
 *
 * @param instalments in ascending order of their days; 1 to {@value #MOST_INSTALMENTS}
 */
public record AgreeRecoveryPlan(
        @MayBeAbsent LocalDate effectiveDate, @MayBeAbsent DocumentRef document, ClawbackId clawback, List<Instalment> instalments)
        implements Command {
    private static final int MOST_INSTALMENTS = 120;

    public AgreeRecoveryPlan {
        Form.count("instalments", instalments, 1, MOST_INSTALMENTS);
        if (instalments != null) {
            Form.sum("instalments", instalments, Instalment::amount);
            for (int i = 1; i < instalments.size(); i++) {
                if (!instalments.get(i - 1).dueOn().isBefore(instalments.get(i).dueOn())) {
                    throw new IllegalArgumentException("instalment " + (i + 1) + " is not due later than the one before");
                }
            }
        }
    }

    public Money amount() {
        return Money.sum(instalments.stream().map(Instalment::amount).toList());
    }
}
