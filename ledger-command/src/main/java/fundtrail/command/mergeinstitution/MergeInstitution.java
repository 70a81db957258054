package fundtrail.command.mergeinstitution;

import fundtrail.command.decide.Command;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;

/** Lets one institution go on in another. Fields as in {@link fundtrail.contract.fact.InstitutionMerged}. */
public record MergeInstitution(
        @MayBeAbsent LocalDate effectiveDate, @MayBeAbsent DocumentRef document, InstitutionId from, InstitutionId into)
        implements Command {}
