package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.fact.InstitutionRegistered.InstitutionType;
import fundtrail.contract.fact.InstitutionRegistered.Ownership;
import fundtrail.contract.id.CreditCode;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;
import java.util.Set;

/**
 * 机构变更: what an institution is from a day on. It says all of it, changed or not; what was in force before stays in force
 * up to that day. Its id, its books and its debts stay its own through all changes.
 *
 * @param validFrom   the first day; later than that of any earlier change
 * @param legalPerson the institution whose legal person it is part of; with {@code BRANCH} and only then
 */
public record InstitutionChanged(
        InstitutionId institution,
        LocalDate validFrom,
        CreditCode creditCode,
        String name,
        InstitutionType type,
        Ownership ownership,
        LegalStatus legalStatus,
        InstitutionId legalPerson)
        implements Fact {

    /** Whether it is a legal person (法人) itself. */
    public enum LegalStatus {
        LEGAL_PERSON,
        BRANCH
    }

    public InstitutionChanged {
        if (institution == null || validFrom == null || creditCode == null || type == null || ownership == null || legalStatus == null) {
            throw new IllegalArgumentException("a change says all that an institution is from its first day on");
        }
        Text.required("institution name", name, 120);
        if ((legalStatus == LegalStatus.BRANCH) != (legalPerson != null) || institution.equals(legalPerson)) {
            throw new IllegalArgumentException("a branch names the other institution whose legal person it is part of, and only a branch");
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.INSTITUTION, institution).and(Tags.INSTITUTION, legalPerson).set();
    }
}
