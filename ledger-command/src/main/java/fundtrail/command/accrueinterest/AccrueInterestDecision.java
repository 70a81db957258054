package fundtrail.command.accrueinterest;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.BALANCE_OUT_OF_RANGE;
import static fundtrail.command.decide.RefusalCode.CLAWBACK_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.FUND_SOURCE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.NOT_GENERAL_TREASURY;
import static fundtrail.command.decide.RefusalCode.STAY_ACTIVE;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Clawback;
import fundtrail.command.known.Known;
import fundtrail.command.posting.ClawbackPostings;
import fundtrail.contract.Lines;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.FundSourceRegistered;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.InterestAccrued;
import fundtrail.contract.id.DivisionCode;

public final class AccrueInterestDecision {
    private AccrueInterestDecision() {}

    public static Decision decide(AccrueInterest wish, Moment moment, Known known) {
        if (!wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.charge()).with("amount", wish.amount());
        }
        if (known.recoveries().charges().of(wish.charge()) != null) {
            return refused(ALREADY_EXISTS, wish.charge());
        }
        if (!known.institutions().has(wish.institution())) {
            return refused(INSTITUTION_UNKNOWN, wish.institution());
        }
        FundSourceRegistered source = known.fundSources().get(wish.fundSource());
        if (source == null) {
            return refused(FUND_SOURCE_UNKNOWN, wish.fundSource());
        }
        Clawback clawback = known.recoveries().clawbacks().of(wish.clawback());
        if (clawback == null || !clawback.institution().equals(wish.institution())) {
            return refused(CLAWBACK_UNKNOWN, wish.clawback());
        }
        if (source.level() != Level.GENERAL_TREASURY) {
            return refused(NOT_GENERAL_TREASURY, wish.fundSource()).with("level", source.level());
        }
        if (clawback.stay()) {
            return refused(STAY_ACTIVE, wish.clawback());
        }
        DivisionCode division = known.divisionOf(wish.institution());
        int year = moment.effectiveDate().getYear();
        Lines lines = ClawbackPostings.charged(Purse.of(division, year, wish.fundSource()).of(wish.institution(), null), wish.amount());
        if (!known.balances().canTake(lines)) {
            return refused(BALANCE_OUT_OF_RANGE, wish.fundSource());
        }
        return accepted(new InterestAccrued(wish.charge(), division, wish.institution(), wish.fundSource(), year, wish.amount(),
                wish.legalBasis(), wish.clawback(), lines));
    }
}
