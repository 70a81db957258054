package fundtrail.command.drawriskreserve;

import fundtrail.command.decide.Form;
import fundtrail.command.decide.OfBudgetYear;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetAllotted.Classification;
import fundtrail.contract.fact.RiskReserveDrawn;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.DrawId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;

/**
 * Moves money of the risk reserve to the treasury, with authority to spend it on one institution, as the funding plan says
 * (风险金动用). Fields as in {@link RiskReserveDrawn}.
 */
public record DrawRiskReserve(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        DrawId draw,
        DivisionCode division,
        ProgrammeCode programme,
        int budgetYear,
        int revision,
        InstitutionId institution,
        AllotmentId allotment,
        Classification classification,
        Money amount,
        BankAccountId reserveAccount,
        BankAccountId treasuryAccount)
        implements OfBudgetYear {
    public DrawRiskReserve {
        Form.budgetYear(budgetYear);
        Form.between("revision", revision, 1, 9999);
    }
}
