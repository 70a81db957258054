package fundtrail.command.determinepurchasepool;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.COMPONENTS_DIFFER;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.FORMULA_DIFFERS;
import static fundtrail.command.decide.RefusalCode.FUND_SOURCE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.POOL_NEGATIVE;
import static fundtrail.command.decide.RefusalCode.PROGRAMME_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.contract.Money;
import fundtrail.contract.fact.PurchasePoolDetermined;
import fundtrail.contract.fact.PurchasePoolDetermined.Component;
import fundtrail.contract.fact.PurchasePoolDetermined.Input;
import fundtrail.contract.formula.PurchasePool;

public final class DeterminePurchasePoolDecision {
    private DeterminePurchasePoolDecision() {}

    public static Decision decide(DeterminePurchasePool wish, Moment moment, Known known) {
        for (Component component : wish.components()) {
            if (!component.amount().isPositive()) {
                return refused(AMOUNT_NOT_POSITIVE, component.fundSource()).with("amount", component.amount());
            }
        }
        for (Input input : Input.values()) {
            Money sum = PurchasePoolDetermined.sum(wish.components(), input);
            if (!sum.equals(stated(wish, input))) {
                return refused(COMPONENTS_DIFFER, input).with("stated", stated(wish, input)).with("sum", sum);
            }
        }
        if (!known.hasDivision(wish.division())) {
            return refused(DIVISION_UNKNOWN, wish.division());
        }
        for (Component component : wish.components()) {
            if (!known.fundSources().has(component.fundSource())) {
                return refused(FUND_SOURCE_UNKNOWN, component.fundSource());
            }
        }
        if (!known.rules().hasProgramme(wish.programme(), moment.effectiveDate())) {
            return refused(PROGRAMME_UNKNOWN, wish.programme()).with("date", moment.effectiveDate());
        }
        Money pool = PurchasePool.of(wish.total(), wish.earmarked(), wish.majorPublicHealth(), wish.directive());
        if (!pool.equals(wish.pool())) {
            return refused(FORMULA_DIFFERS, "POOL").with("stated", wish.pool()).with("computed", pool);
        }
        if (pool.isNegative()) {
            return refused(POOL_NEGATIVE, wish.programme()).with("year", wish.budgetYear()).with("pool", pool);
        }
        return accepted(new PurchasePoolDetermined(wish.division(), wish.programme(), wish.budgetYear(), wish.total(),
                wish.earmarked(), wish.majorPublicHealth(), wish.directive(), wish.components(), pool));
    }

    private static Money stated(DeterminePurchasePool wish, Input input) {
        return switch (input) {
            case TOTAL_INPUT -> wish.total();
            case EARMARKED_SUBSIDIES -> wish.earmarked();
            case MAJOR_PUBLIC_HEALTH -> wish.majorPublicHealth();
            case DIRECTIVE_TASKS -> wish.directive();
        };
    }
}
