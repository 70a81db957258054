package fundtrail.contract.fact;

import fundtrail.contract.Account;
import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * 追缴认定: what an institution has to give back of the claims of one programme and budget year, by the sources that paid
 * them.
 *
 * @param claims   each at most what it was paid; together at most 12 KiB
 * @param bySource in ascending order of the sources' codes; what the claims come to
 * @param dueOn    the last day to pay it
 */
public record ClawbackDetermined(
        ClawbackId clawback,
        CaseId caseId,
        DivisionCode division,
        InstitutionId institution,
        ProgrammeCode programme,
        int budgetYear,
        Money amount,
        List<DeterminedClaim> claims,
        List<DeterminedOfSource> bySource,
        LocalDate dueOn,
        Lines lines)
        implements Fact {
    private static final int MOST_BYTES = 12 * 1024;

    /**
     * What one source gets back.
     *
     * @param counter the account credited: ADVANCES while the year is not settled, RECOVERY_OF_EXPENSE once it is,
     *                PRIOR_YEAR_ADJUSTMENT once it is closed; an appeal is decided against the same
     */
    public record DeterminedOfSource(FundSourceCode fundSource, Money amount, Account counter) {
        public DeterminedOfSource {
            if (counter != Account.ADVANCES && counter != Account.RECOVERY_OF_EXPENSE && counter != Account.PRIOR_YEAR_ADJUSTMENT) {
                throw new IllegalArgumentException("a claw-back is not determined against " + counter);
            }
        }
    }

    public ClawbackDetermined {
        claims = List.copyOf(claims);
        bySource = List.copyOf(bySource);
        Json.fits("claims", claims, MOST_BYTES);
        if (!Money.sum(claims.stream().map(DeterminedClaim::amount).toList()).equals(amount)
                || !Money.sum(bySource.stream().map(DeterminedOfSource::amount).toList()).equals(amount)) {
            throw new IllegalArgumentException("claims and sources add up to " + amount);
        }
    }

    @Override
    public Set<Tag> tags() {
        Tags tags = Tags.of(lines).and(Tags.CLAWBACK, clawback).and(Tags.CASE, caseId).and(Tags.INSTITUTION, institution);
        claims.forEach(claim -> tags.and(Tags.CLAIM, claim.claim()));
        return tags.set();
    }
}
