package fundtrail.command.signagreement;

import fundtrail.command.decide.Form;
import fundtrail.command.decide.OfBudgetYear;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.AgreementSigned;
import fundtrail.contract.id.AgreementId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;

/** Records that an institution and the bureau signed what it takes on for a year. Fields as in {@link AgreementSigned}. */
public record SignAgreement(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        AgreementId agreement,
        InstitutionId institution,
        ProgrammeCode programme,
        int budgetYear,
        LocalDate from,
        LocalDate to,
        @MayBeAbsent Money amount,
        @MayBeAbsent String tasks)
        implements OfBudgetYear {
    public SignAgreement {
        Form.budgetYear(budgetYear);
        Form.period(from, to);
        Form.text("tasks", tasks, 400);
    }
}
