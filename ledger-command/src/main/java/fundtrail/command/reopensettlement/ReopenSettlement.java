package fundtrail.command.reopensettlement;

import fundtrail.command.decide.Form;
import fundtrail.command.decide.OfBudgetYear;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.SettlementReopened;
import fundtrail.contract.fact.SettlementReopened.Ground;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;

/** Opens a final settlement again, on a ground that is named. Fields as in {@link SettlementReopened}. */
public record ReopenSettlement(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        InstitutionId institution,
        ProgrammeCode programme,
        int budgetYear,
        Ground ground,
        @MayBeAbsent String reference,
        String reason)
        implements OfBudgetYear {
    public ReopenSettlement {
        Form.budgetYear(budgetYear);
        Form.text("reference", reference, 80);
        Form.text("reason", reason, 400);
    }
}
