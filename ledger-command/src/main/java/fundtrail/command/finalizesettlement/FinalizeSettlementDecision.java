package fundtrail.command.finalizesettlement;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.BALANCE_OUT_OF_RANGE;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_PAYMENT;
import static fundtrail.command.decide.RefusalCode.ENTITLEMENT_OUTDATED;
import static fundtrail.command.decide.RefusalCode.ENTITLEMENT_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.FORMULA_DIFFERS;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_MERGED;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.PLAN_DIFFERS;
import static fundtrail.command.decide.RefusalCode.PLAN_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_FINAL;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.known.Known;
import fundtrail.command.known.Settlements.Settlement;
import fundtrail.command.known.Spending.Last;
import fundtrail.contract.Lines;
import fundtrail.contract.fact.EntitlementComputed;
import fundtrail.contract.fact.FundingPlanApproved;
import fundtrail.contract.fact.SettlementFinalized;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;

public final class FinalizeSettlementDecision {
    private FinalizeSettlementDecision() {}

    public static Decision decide(FinalizeSettlement wish, Moment moment, Known known) {
        if (!known.institutions().has(wish.institution())) {
            return refused(INSTITUTION_UNKNOWN, wish.institution());
        }
        DivisionCode division = known.divisionOf(wish.institution());
        InstitutionYear year = new InstitutionYear(wish.institution(), wish.programme(), wish.budgetYear());
        EntitlementComputed entitlement = known.purchases().entitlements().entitlement(year);
        if (entitlement == null) {
            return refused(ENTITLEMENT_UNKNOWN, year);
        }
        FundingPlanApproved plan = known.purchases().entitlements().plan(year.in(division));
        if (plan == null) {
            return refused(PLAN_UNKNOWN, year.in(division));
        }
        InstitutionId successor = known.mergers().successorOf(wish.institution());
        if (successor != null) {
            return refused(INSTITUTION_MERGED, wish.institution()).with("into", successor);
        }
        Last last = known.ceilings().spending().last(year);
        if (last != null && moment.effectiveDate().isBefore(last.day())) {
            return refused(DATE_BEFORE_PAYMENT, last.payment()).with("date", moment.effectiveDate()).with("paid", last.day());
        }
        if (known.purchases().settlements().isFinal(year)) {
            return refused(SETTLEMENT_FINAL, year);
        }
        if (!known.purchases().entitlements().isCurrent(entitlement)) {
            return refused(ENTITLEMENT_OUTDATED, year);
        }
        SettledSources settled = new SettledSources(year, division, plan, known);
        if (!settled.planned().equals(entitlement.entitlement())) {
            return refused(PLAN_DIFFERS, year).with("entitlement", entitlement.entitlement()).with("planned", settled.planned());
        }
        if (!wish.entitlement().equals(entitlement.entitlement())) {
            return refused(FORMULA_DIFFERS, "ENTITLEMENT").with("stated", wish.entitlement()).with("computed", entitlement.entitlement());
        }
        Lines lines = settled.lines();
        if (!known.balances().canTake(lines)) {
            return refused(BALANCE_OUT_OF_RANGE, wish.institution());
        }
        Settlement before = known.purchases().settlements().of(year);
        return accepted(new SettlementFinalized(division, wish.institution(), wish.programme(), wish.budgetYear(),
                before == null ? 1 : before.revision() + 1, settled.bySource(), lines));
    }
}
