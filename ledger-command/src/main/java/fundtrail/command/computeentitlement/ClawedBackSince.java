package fundtrail.command.computeentitlement;

import fundtrail.command.known.Clawback;
import fundtrail.command.known.Clawbacks;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.known.Known;
import fundtrail.command.known.Settlements.Settlement;
import fundtrail.command.known.Volumes.Report;
import fundtrail.contract.Account;
import fundtrail.contract.Money;
import fundtrail.contract.fact.DeterminedClaim;
import fundtrail.contract.formula.SettlementOfSource;

/**
 * What was clawed back after its settlement is recovered by itself and stays in what the year has earned. A revision that
 * earns less, or no longer counts such a claim's report, would take it back a second time: which heads or whose work it
 * leaves out cannot be told from those clawed back.
 */
final class ClawedBackSince {
    private final Known known;
    private final Money settled;
    private final Clawback clawback;
    private final boolean reportsStand;

    ClawedBackSince(InstitutionYear year, Known known) {
        this.known = known;
        Settlement settlement = known.purchases().settlements().of(year);
        settled = settlement == null ? Money.ZERO
                : Money.sum(settlement.bySource().stream().map(SettlementOfSource::entitlement).toList());
        clawback = settlement == null ? null : known.recoveries().clawbacks().of(year).stream()
                .filter(one -> one.bySource().getFirst().counter() != Account.ADVANCES && standing(one).isPositive())
                .findFirst().orElse(null);
        reportsStand = settlement == null || known.recoveries().clawbacks().of(year).stream().allMatch(this::reportsStand);
    }

    /** Whether it would take back again what is clawed back. */
    boolean isTakenOutBy(Money entitlement) {
        return clawback != null && (!entitlement.covers(settled) || !reportsStand);
    }

    /** What the year was settled at. */
    Money settled() {
        return settled;
    }

    /** The first such claw-back; {@code null} where there is none. */
    Clawback clawback() {
        return clawback;
    }

    /** What is clawed back by it, less what an appeal took away. */
    Money standing(Clawback one) {
        Clawbacks clawbacks = known.recoveries().clawbacks();
        return Money.sum(one.claims().stream().map(claim -> clawbacks.standing(one, claim)).toList());
    }

    private boolean reportsStand(Clawback one) {
        return one.bySource().getFirst().counter() == Account.ADVANCES
                || one.claims().stream().allMatch(claim -> stands(one, claim));
    }

    private boolean stands(Clawback one, DeterminedClaim claim) {
        Report report = known.purchases().volumes().reportOf(claim.claim());
        return report == null || report.stands() || !known.recoveries().clawbacks().standing(one, claim).isPositive();
    }
}
