package fundtrail.command.determineclawback;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.ClaimAmount;
import fundtrail.contract.fact.ClawbackDetermined;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClawbackId;
import java.time.LocalDate;
import java.util.List;

/**
 * Determines what an institution has to give back of claims in an open case, all of one programme and budget year. Fields
 * as in {@link ClawbackDetermined}; by which sources it was paid is computed.
 *
 * @param claims 1 to {@value #MOST_CLAIMS}
 */
public record DetermineClawback(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        ClawbackId clawback,
        CaseId caseId,
        List<ClaimAmount> claims,
        LocalDate dueOn)
        implements Command {
    private static final int MOST_CLAIMS = 100;

    public DetermineClawback {
        Form.count("claims", claims, 1, MOST_CLAIMS);
        if (claims != null) {
            Form.sum("claims", claims, ClaimAmount::amount);
        }
    }

    public Money amount() {
        return Money.sum(claims.stream().map(ClaimAmount::amount).toList());
    }
}
