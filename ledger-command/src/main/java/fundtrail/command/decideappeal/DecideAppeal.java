package fundtrail.command.decideappeal;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.ClaimAmount;
import fundtrail.contract.id.ClawbackId;
import java.time.LocalDate;
import java.util.List;

/**
 * Decides an appeal against a claw-back.
 *
 * @param claims what is no longer clawed back of each claim; none when the appeal fails
 */
public record DecideAppeal(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        ClawbackId clawback,
        List<ClaimAmount> claims,
        String reason)
        implements Command {
    private static final int MOST_CLAIMS = 100;

    public DecideAppeal {
        Form.text("reason", reason, 400);
        Form.count("claims", claims, 0, MOST_CLAIMS);
        if (claims != null) {
            Form.sum("claims", claims, ClaimAmount::amount);
        }
    }

    public Money reduction() {
        return Money.sum(claims.stream().map(ClaimAmount::amount).toList());
    }
}
