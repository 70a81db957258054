package fundtrail.command.fixunitstandard;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.FORMULA_DIFFERS;
import static fundtrail.command.decide.RefusalCode.ITEM_TWICE;
import static fundtrail.command.decide.RefusalCode.SERVICE_ITEM_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.POOL_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.REASON_REQUIRED;
import static fundtrail.command.decide.RefusalCode.SCHEDULE_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.fixunitstandard.FixUnitStandard.Baseline;
import fundtrail.command.known.Known;
import fundtrail.command.known.ProgrammeYear;
import fundtrail.command.known.Standards;
import fundtrail.contract.Fraction;
import fundtrail.contract.fact.PurchasePoolDetermined;
import fundtrail.contract.fact.UnitStandardFixed;
import fundtrail.contract.fact.WorkEquivalentSchedulePublished;
import fundtrail.contract.formula.Equivalents;
import fundtrail.contract.formula.Equivalents.Quantity;
import fundtrail.contract.formula.UnitStandard;
import fundtrail.contract.id.ItemCode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class FixUnitStandardDecision {
    private FixUnitStandardDecision() {}

    public static Decision decide(FixUnitStandard wish, Moment moment, Known known) {
        Set<ItemCode> items = new HashSet<>();
        for (Baseline one : wish.baseline()) {
            if (!items.add(one.item())) {
                return refused(ITEM_TWICE, one.item());
            }
        }
        if (!known.hasDivision(wish.division())) {
            return refused(DIVISION_UNKNOWN, wish.division());
        }
        WorkEquivalentSchedulePublished schedule = known.purchases().standards().schedule(wish.schedule());
        if (schedule == null || !schedule.division().equals(wish.division())) {
            return refused(SCHEDULE_UNKNOWN, wish.schedule()).with("division", wish.division());
        }
        Map<ItemCode, Fraction> weights = Standards.weights(schedule);
        for (Baseline one : wish.baseline()) {
            if (!weights.containsKey(one.item())) {
                return refused(SERVICE_ITEM_UNKNOWN, one.item()).with("schedule", schedule.schedule());
            }
        }
        ProgrammeYear year = new ProgrammeYear(wish.division(), wish.programme(), wish.budgetYear());
        PurchasePoolDetermined pool = known.purchases().standards().pool(year);
        if (pool == null) {
            return refused(POOL_UNKNOWN, year);
        }
        if (wish.reason() == null && known.purchases().standards().unitStandard(year) != null) {
            return refused(REASON_REQUIRED, year)
                    .with("published", known.purchases().standards().unitStandard(year).published());
        }
        List<Quantity> baseline = wish.baseline().stream()
                .map(one -> new Quantity(one.item(), weights.get(one.item()), one.quantity()))
                .toList();
        int places = wish.places() != null ? wish.places() : known.rules().purchasing(moment.effectiveDate()).unitStandardPlaces();
        UnitStandard fixed = UnitStandard.of(pool.pool(), Equivalents.total(baseline), places);
        if (!fixed.published().equals(wish.published())) {
            return refused(FORMULA_DIFFERS, "UNIT_STANDARD").with("stated", wish.published()).with("computed", fixed.published());
        }
        return accepted(new UnitStandardFixed(wish.division(), wish.programme(), wish.budgetYear(), pool.pool(),
                schedule.schedule(), wish.baselineYear(), baseline, fixed.totalEquivalents(), fixed.exact(), places,
                fixed.published(), fixed.residual(), wish.reason()));
    }
}
