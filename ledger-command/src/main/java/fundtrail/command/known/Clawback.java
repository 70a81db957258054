package fundtrail.command.known;

import fundtrail.contract.Account;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.ClawbackDetermined.DeterminedOfSource;
import fundtrail.contract.fact.DeterminedClaim;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import java.time.LocalDate;
import java.util.List;

/**
 * A claw-back as it was determined, and how far its demand and appeal are. What it amounts to is in {@link Clawbacks}.
 *
 * @param determinedOn  its effective date
 * @param flaggedBy     who flagged any of its claims
 * @param determinedBy  who had a hand in its determination
 * @param demandedOn    the day the first demand was recorded on, from which the time to appeal runs; absent before it
 * @param stay          whether the pending appeal stays offsets
 */
public record Clawback(
        ClawbackId id,
        CaseId caseId,
        DivisionCode division,
        InstitutionYear year,
        LocalDate determinedOn,
        List<DeterminedClaim> claims,
        List<DeterminedOfSource> bySource,
        List<PersonRef> flaggedBy,
        List<PersonRef> determinedBy,
        @MayBeAbsent LocalDate demandedOn,
        Appeal appeal,
        boolean stay) {

    /** Where its appeal stands. */
    public enum Appeal {
        NONE,
        PENDING,
        DECIDED,
        WAIVED
    }

    public InstitutionId institution() {
        return year.institution();
    }

    /** The claw-back's own dimensions, of one source. */
    public Purse purse(FundSourceCode source) {
        return Purse.of(division, year.budgetYear(), source).of(year.institution(), year.programme()).forClawback(id);
    }

    /** The account it was determined against. */
    public Account counter(FundSourceCode source) {
        return bySource.stream().filter(one -> one.fundSource().equals(source)).findFirst().orElseThrow().counter();
    }

    /** Whether the money may go back: no appeal is pending, and none can come any more. */
    public boolean isAppealOver(LocalDate today, int daysToAppeal) {
        return switch (appeal) {
            case PENDING -> false;
            case DECIDED, WAIVED -> true;
            case NONE -> demandedOn != null && today.isAfter(lastDayToAppeal(daysToAppeal));
        };
    }

    /** The last day on which it can be appealed, counted from the day its demand was recorded; {@code null} before that. */
    public LocalDate lastDayToAppeal(int daysToAppeal) {
        return demandedOn == null ? null : demandedOn.plusDays(daysToAppeal);
    }

    Clawback of(InstitutionYear year) {
        return new Clawback(id, caseId, division, year, determinedOn, claims, bySource, flaggedBy, determinedBy, demandedOn, appeal, stay);
    }

    /** A demand made again gives no more time to appeal. */
    Clawback demanded(LocalDate day) {
        return demandedOn != null ? this
                : new Clawback(id, caseId, division, year, determinedOn, claims, bySource, flaggedBy, determinedBy, day, appeal, stay);
    }

    Clawback appeal(Appeal appeal, boolean stay) {
        return new Clawback(id, caseId, division, year, determinedOn, claims, bySource, flaggedBy, determinedBy, demandedOn, appeal, stay);
    }
}
