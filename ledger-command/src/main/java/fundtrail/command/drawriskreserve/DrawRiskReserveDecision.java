package fundtrail.command.drawriskreserve;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.BALANCE_OUT_OF_RANGE;
import static fundtrail.command.decide.RefusalCode.CLASS_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_MERGED;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.PLAN_DRAW_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.PLAN_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.PROGRAMME_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.RESERVE_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.REVISION_DIFFERS;
import static fundtrail.command.decide.RefusalCode.YEAR_CLOSED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.ExpenditureClasses;
import fundtrail.command.known.Known;
import fundtrail.command.known.ProgrammeYear;
import fundtrail.command.posting.ReservePostings;
import fundtrail.command.reserve.ReserveAccounts;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.FundingPlanApproved;
import fundtrail.contract.fact.RiskReserveDrawn;
import fundtrail.contract.formula.FundingPlan;
import fundtrail.contract.id.InstitutionId;

public final class DrawRiskReserveDecision {
    private DrawRiskReserveDecision() {}

    public static Decision decide(DrawRiskReserve wish, Moment moment, Known known) {
        if (!wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.draw()).with("amount", wish.amount());
        }
        if (known.riskReserve().draw(wish.draw()) != null) {
            return refused(ALREADY_EXISTS, wish.draw());
        }
        if (known.allotments().has(wish.allotment())) {
            return refused(ALREADY_EXISTS, wish.allotment());
        }
        if (!known.hasDivision(wish.division())) {
            return refused(DIVISION_UNKNOWN, wish.division());
        }
        if (!known.institutions().has(wish.institution())) {
            return refused(INSTITUTION_UNKNOWN, wish.institution());
        }
        if (!known.rules().hasProgramme(wish.programme(), moment.effectiveDate())) {
            return refused(PROGRAMME_UNKNOWN, wish.programme()).with("date", moment.effectiveDate());
        }
        String unclassed = ExpenditureClasses.unknown(wish.classification());
        if (unclassed != null) {
            return refused(CLASS_UNKNOWN, unclassed);
        }
        Refused missing = ReserveAccounts.missing(wish.division(), wish.treasuryAccount(), wish.reserveAccount(), known);
        if (missing != null) {
            return missing;
        }
        ProgrammeYear year = new ProgrammeYear(wish.division(), wish.programme(), wish.budgetYear());
        FundingPlanApproved plan = known.purchases().entitlements().plan(year);
        if (plan == null) {
            return refused(PLAN_UNKNOWN, year);
        }
        Refused unfit = ReserveAccounts.unfit(wish.division(), wish.treasuryAccount(), wish.reserveAccount(), known);
        if (unfit != null) {
            return unfit;
        }
        InstitutionId successor = known.mergers().successorOf(wish.institution());
        if (successor != null) {
            return refused(INSTITUTION_MERGED, wish.institution()).with("into", successor);
        }
        if (known.years().isClosed(wish.division(), wish.budgetYear())) {
            return refused(YEAR_CLOSED, wish.budgetYear()).with("division", wish.division());
        }
        if (plan.revision() != wish.revision()) {
            return refused(REVISION_DIFFERS, year).with("revision", plan.revision()).with("stated", wish.revision());
        }
        Money planned = planned(plan, wish.institution());
        Money drawn = known.riskReserve().drawn(wish.division(), wish.programme(), wish.budgetYear(), wish.institution());
        if (!planned.covers(drawn.plus(wish.amount()))) {
            return refused(PLAN_DRAW_EXCEEDED, wish.institution())
                    .with("planned", planned)
                    .with("drawn", drawn)
                    .with("amount", wish.amount());
        }
        Money inReserve = reserve(wish, known);
        if (!inReserve.covers(wish.amount())) {
            return refused(RESERVE_EXCEEDED, wish.division())
                    .with("reserve", inReserve)
                    .with("amount", wish.amount())
                    .with("missing", wish.amount().minus(inReserve));
        }
        Purse allotment = Purse.of(wish.division(), wish.budgetYear(), known.riskReserve().source())
                .of(wish.institution(), wish.programme())
                .under(wish.allotment());
        Lines lines = ReservePostings.drawn(allotment, wish.treasuryAccount(), wish.reserveAccount(), wish.amount());
        if (!known.balances().canTake(lines)) {
            return refused(BALANCE_OUT_OF_RANGE, wish.treasuryAccount());
        }
        return accepted(new RiskReserveDrawn(
                wish.draw(),
                wish.division(),
                wish.programme(),
                wish.budgetYear(),
                wish.revision(),
                wish.institution(),
                wish.allotment(),
                known.riskReserve().source(),
                wish.classification(),
                wish.amount(),
                wish.reserveAccount(),
                wish.treasuryAccount(),
                lines));
    }

    /** What the plan lets be drawn for the institution, all its draws together. */
    private static Money planned(FundingPlanApproved plan, InstitutionId institution) {
        return Money.sumOrMost(plan.draws().stream()
                .filter(draw -> draw.institution().equals(institution))
                .map(FundingPlan.Draw::amount)
                .toList());
    }

    /** What may be taken: the reserve, as far as it lies in the account. */
    private static Money reserve(DrawRiskReserve wish, Known known) {
        Money reserve = known.balances().riskReserve(wish.division());
        Money inBank = known.balances().cashIn(wish.reserveAccount());
        return reserve.covers(inBank) ? inBank : reserve;
    }
}
