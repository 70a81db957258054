package fundtrail.command.determinepurchasepool;

import fundtrail.command.decide.Form;
import fundtrail.command.decide.OfBudgetYear;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Json;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.PurchasePoolDetermined;
import fundtrail.contract.fact.PurchasePoolDetermined.Component;
import fundtrail.contract.formula.PurchasePool;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Determines what a year's services can be purchased with (购买服务可用资金). The figures are those of the document; the ledger
 * computes them again from the components. Fields as in {@link PurchasePoolDetermined}.
 *
 * @param components the budget lines each of the four inputs is the sum of; at most 24 KiB as JSON
 */
public record DeterminePurchasePool(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        DivisionCode division,
        ProgrammeCode programme,
        int budgetYear,
        Money total,
        Money earmarked,
        Money majorPublicHealth,
        Money directive,
        List<Component> components,
        Money pool)
        implements OfBudgetYear {
    public DeterminePurchasePool {
        Form.budgetYear(budgetYear);
        Form.count("components", components, 1, 400);
        if (components != null) {
            Json.fits("components", components);
            Form.sum("components", components, Component::amount);
        }
        Form.inRange("pool", () -> Stream.of(total, earmarked, majorPublicHealth, directive).allMatch(Objects::nonNull)
                ? PurchasePool.of(total, earmarked, majorPublicHealth, directive)
                : null);
    }
}
