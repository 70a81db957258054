package fundtrail.command.decideappeal;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.AppealDecided.OnHold;
import fundtrail.contract.fact.ClaimAmount;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.HoldId;
import java.time.LocalDate;
import java.util.List;

/**
 * Decides an appeal against a claw-back or a hold; it names one of the two.
 *
 * @param claims what is no longer clawed back of each claim; none when the appeal fails; absent of a hold
 * @param onHold what becomes of the hold; absent of a claw-back
 * @param amount what the hold holds back from now on; absent unless it is limited
 */
public record DecideAppeal(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        @MayBeAbsent ClawbackId clawback,
        @MayBeAbsent HoldId hold,
        @MayBeAbsent List<ClaimAmount> claims,
        @MayBeAbsent OnHold onHold,
        @MayBeAbsent Money amount,
        String reason)
        implements Command {
    private static final int MOST_CLAIMS = 100;

    public DecideAppeal {
        Form.text("reason", reason, 400);
        if ((clawback == null) == (hold == null) || (clawback == null) != (claims == null) || (hold == null) != (onHold == null)
                || (onHold == OnHold.LIMITED) != (amount != null)) {
            throw new IllegalArgumentException(
                    "a decision is on a claw-back and its claims, or on a hold and what becomes of it; a limited one has an amount");
        }
        if (claims != null) {
            Form.count("claims", claims, 0, MOST_CLAIMS);
            Form.sum("claims", claims, ClaimAmount::amount);
        }
    }

    /** One on a claw-back. */
    public DecideAppeal(LocalDate effectiveDate, DocumentRef document, ClawbackId clawback, List<ClaimAmount> claims, String reason) {
        this(effectiveDate, document, clawback, null, claims, null, null, reason);
    }

    public Money reduction() {
        return claims == null ? Money.ZERO : Money.sum(claims.stream().map(ClaimAmount::amount).toList());
    }
}
