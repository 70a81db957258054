package fundtrail.contract.fact;

import fundtrail.contract.Account;
import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.contract.Lines;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.fact.AppealFiled.Against;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import java.util.List;
import java.util.Set;

/**
 * 申诉决定: how much an appeal takes away of a claw-back; or what becomes of a hold, which the fact after this one carries out.
 *
 * @param clawback  absent when it was against a hold
 * @param hold      absent when it was against a claw-back
 * @param onHold    what is decided about the hold; absent of a claw-back
 * @param reduction 0.00 when the appeal fails
 * @param claims    what is no longer clawed back, claim by claim; together at most 12 KiB
 * @param bySource  the reduction in the composition of what was determined, in ascending order of the sources' codes
 */
public record AppealDecided(
        Against against,
        @MayBeAbsent ClawbackId clawback,
        @MayBeAbsent HoldId hold,
        DivisionCode division,
        InstitutionId institution,
        @MayBeAbsent OnHold onHold,
        Money reduction,
        List<ClaimAmount> claims,
        List<ReducedOfSource> bySource,
        String reason,
        Lines lines)
        implements Fact {
    private static final int MOST_BYTES = 12 * 1024;

    /** What an appeal against a hold comes to. */
    public enum OnHold {
        /** It is released. */
        RELEASED,
        /** It holds back less from now on. */
        LIMITED,
        /** It stays as it is. */
        CONFIRMED
    }

    /**
     * What one source no longer gets back.
     *
     * @param outstanding the part that was still outstanding, and is no longer owed
     * @param refundDue   the rest, which the institution had given back already, and gets again
     * @param counter     the account it was determined against
     */
    public record ReducedOfSource(FundSourceCode fundSource, Money outstanding, Money refundDue, Account counter) {}

    public AppealDecided {
        Text.required("reason", reason, 400);
        if ((against == Against.CLAWBACK) != (clawback != null) || (against == Against.HOLD) != (hold != null)
                || (hold == null) != (onHold == null)) {
            throw new IllegalArgumentException("a decision names what the appeal was against, and of a hold what becomes of it");
        }
        claims = List.copyOf(claims);
        bySource = List.copyOf(bySource);
        Json.fits("claims", claims, MOST_BYTES);
        if (!Money.sum(claims.stream().map(ClaimAmount::amount).toList()).equals(reduction)
                || !Money.sum(bySource.stream().map(one -> one.outstanding().plus(one.refundDue())).toList()).equals(reduction)) {
            throw new IllegalArgumentException("claims and sources add up to the reduction of " + reduction);
        }
    }

    @Override
    public Set<Tag> tags() {
        Tags tags = Tags.of(lines).and(Tags.CLAWBACK, clawback).and(Tags.HOLD, hold).and(Tags.INSTITUTION, institution);
        claims.forEach(claim -> tags.and(Tags.CLAIM, claim.claim()));
        return tags.set();
    }
}
