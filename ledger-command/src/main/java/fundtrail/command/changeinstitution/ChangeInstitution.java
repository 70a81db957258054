package fundtrail.command.changeinstitution;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.InstitutionChanged.LegalStatus;
import fundtrail.contract.fact.InstitutionRegistered.InstitutionType;
import fundtrail.contract.fact.InstitutionRegistered.Ownership;
import fundtrail.contract.id.CreditCode;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;

/** Says what an institution is from a day on (机构变更). Fields as in {@link fundtrail.contract.fact.InstitutionChanged}. */
public record ChangeInstitution(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        InstitutionId institution,
        LocalDate validFrom,
        CreditCode creditCode,
        String name,
        InstitutionType type,
        Ownership ownership,
        LegalStatus legalStatus,
        @MayBeAbsent InstitutionId legalPerson)
        implements Command {
    public ChangeInstitution {
        Form.text("name", name, 120);
        if (legalStatus != null && (legalStatus == LegalStatus.BRANCH) != (legalPerson != null)
                || institution != null && institution.equals(legalPerson)) {
            throw new IllegalArgumentException(
                    "legalPerson names the other institution whose legal person a BRANCH is part of; nothing else has one");
        }
    }
}
