package fundtrail.command.flagclaim;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.CLAIM_FLAGGED;
import static fundtrail.command.decide.RefusalCode.CLAIM_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.HEADS_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.flagclaim.FlagClaim.InventedHeads;
import fundtrail.command.known.Cases.Flag;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.known.Known;
import fundtrail.command.known.Volumes.Report;
import fundtrail.contract.fact.ClaimFlagged;
import fundtrail.contract.fact.EntitlementComputed;
import fundtrail.contract.id.DivisionCode;

public final class FlagClaimDecision {
    private FlagClaimDecision() {}

    public static Decision decide(FlagClaim wish, Moment moment, Known known) {
        InventedHeads invented = wish.invented();
        Report report = known.purchases().volumes().reportOf(wish.claim());
        if (invented != null && report != null) {
            return refused(ALREADY_EXISTS, wish.claim());
        }
        if (invented != null && !known.institutions().has(invented.institution())) {
            return refused(INSTITUTION_UNKNOWN, invented.institution());
        }
        if (invented == null && report == null && known.recoveries().cases().flag(wish.claim()) == null) {
            return refused(CLAIM_UNKNOWN, wish.claim());
        }
        if (known.recoveries().cases().flag(wish.claim()) != null) {
            return refused(CLAIM_FLAGGED, wish.claim());
        }
        if (invented == null) {
            InstitutionYear year = report.year();
            return accepted(new ClaimFlagged(wish.claim(), known.divisionOf(year.institution()), year.institution(), year.programme(),
                    year.budgetYear(), report.report(), null, wish.fraud(), wish.reason(), wish.evidenceHash(), wish.alert()));
        }
        InstitutionYear year = new InstitutionYear(invented.institution(), invented.programme(), invented.budgetYear());
        int paidFor = paidFor(year, known);
        long flagged = known.recoveries().cases().invented(year).stream().mapToLong(Flag::inventedHeads).sum();
        if (flagged + invented.heads() > paidFor) {
            return refused(HEADS_EXCEEDED, wish.claim()).with("heads", invented.heads()).with("flagged", flagged).with("paid", paidFor);
        }
        return accepted(new ClaimFlagged(wish.claim(), known.divisionOf(invented.institution()), invented.institution(),
                invented.programme(), invented.budgetYear(), null, invented.heads(), wish.fraud(), wish.reason(), wish.evidenceHash(), wish.alert()));
    }

    /** The most heads that were paid for in the year, ahead of its entitlement or by it. */
    private static int paidFor(InstitutionYear year, Known known) {
        int most = known.recoveries().prepaid(year).stream().mapToInt(one -> one.heads().headcount()).max().orElse(0);
        EntitlementComputed entitlement = known.purchases().entitlements().entitlement(year);
        boolean byHeads = entitlement != null && entitlement.capitation() != null;
        return byHeads ? (int) Math.max(most, Math.min(entitlement.capitation().headcount(), Integer.MAX_VALUE)) : most;
    }

    /** The division of the institution whose claim it is; {@code null} when it is nobody's. */
    public static DivisionCode division(FlagClaim wish, Known known) {
        if (wish.invented() != null) {
            return known.divisionOf(wish.invented().institution());
        }
        Report report = known.purchases().volumes().reportOf(wish.claim());
        return report == null ? null : known.divisionOf(report.year().institution());
    }
}
