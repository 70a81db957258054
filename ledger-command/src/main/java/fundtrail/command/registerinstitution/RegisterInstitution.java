package fundtrail.command.registerinstitution;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.InstitutionRegistered.InstitutionType;
import fundtrail.contract.fact.InstitutionRegistered.Ownership;
import fundtrail.contract.id.CreditCode;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;

/** Registers an institution. Fields as in {@link fundtrail.contract.fact.InstitutionRegistered}. */
public record RegisterInstitution(
        @MayBeAbsent LocalDate effectiveDate,
        InstitutionId institution,
        CreditCode creditCode,
        String name,
        InstitutionType type,
        Ownership ownership,
        DivisionCode division)
        implements Command {
    public RegisterInstitution {
        Form.text("name", name, 120);
    }
}
