package fundtrail.query.entity;

import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.PurchasePoolDetermined;
import fundtrail.contract.fact.PurchasePoolDetermined.Component;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ProgrammeCode;
import java.util.List;

/** What a year's services can be purchased with, as last determined. Parts as in {@link PurchasePoolDetermined}. */
public record PurchasePool(
        DivisionCode division,
        ProgrammeCode programme,
        int budgetYear,
        Money total,
        Money earmarked,
        Money majorPublicHealth,
        Money directive,
        List<Component> components,
        Money pool,
        @MayBeAbsent DocumentRef document) {}
