package fundtrail.command.contributeriskreserve;

import fundtrail.command.decide.OfBudgetYear;
import fundtrail.command.reserve.Contributing;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;

/**
 * Pays money into the division's risk reserve (风险金缴存): the government out of a source of its own level, or an institution.
 *
 * @param fundSource     the government's source; absent where an institution contributes
 * @param institution    who contributes; absent where the government does
 * @param bankAccount    the treasury account the government's money comes from; absent where an institution contributes
 * @param reserveAccount the account the reserve lies in
 * @param bankRef        the bank's reference, at most 64 characters; the government's may be absent
 */
public record ContributeRiskReserve(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        DivisionCode division,
        int budgetYear,
        @MayBeAbsent FundSourceCode fundSource,
        @MayBeAbsent InstitutionId institution,
        Money amount,
        @MayBeAbsent BankAccountId bankAccount,
        BankAccountId reserveAccount,
        @MayBeAbsent String bankRef)
        implements OfBudgetYear {
    public ContributeRiskReserve {
        new Contributing(division, budgetYear, fundSource, institution, amount, bankAccount, reserveAccount, bankRef);
    }

    Contributing contributing() {
        return new Contributing(division, budgetYear, fundSource, institution, amount, bankAccount, reserveAccount, bankRef);
    }
}
