package fundtrail.command.replenishriskreserve;

import fundtrail.command.decide.OfBudgetYear;
import fundtrail.command.reserve.Contributing;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.DrawId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;

/**
 * Makes good a draw on the risk reserve (风险金补足): a contribution that says which draw it is for. Other fields as for a
 * contribution.
 *
 * @param replenishes the draw
 */
public record ReplenishRiskReserve(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        DivisionCode division,
        int budgetYear,
        @MayBeAbsent FundSourceCode fundSource,
        @MayBeAbsent InstitutionId institution,
        Money amount,
        @MayBeAbsent BankAccountId bankAccount,
        BankAccountId reserveAccount,
        @MayBeAbsent String bankRef,
        DrawId replenishes)
        implements OfBudgetYear {
    public ReplenishRiskReserve {
        new Contributing(division, budgetYear, fundSource, institution, amount, bankAccount, reserveAccount, bankRef);
    }

    Contributing contributing() {
        return new Contributing(division, budgetYear, fundSource, institution, amount, bankAccount, reserveAccount, bankRef);
    }
}
