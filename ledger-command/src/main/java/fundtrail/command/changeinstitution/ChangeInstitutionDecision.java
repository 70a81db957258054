package fundtrail.command.changeinstitution;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_MERGED;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.LEGAL_PERSON_IS_BRANCH;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.decide.RefusalCode.VALIDITY_OVERLAPS;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.InstitutionChanged;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;
import java.util.List;

/** A credit code that an institution once had stays its own: another never gets it. */
public final class ChangeInstitutionDecision {
    private ChangeInstitutionDecision() {}

    public static Decision decide(ChangeInstitution wish, Moment moment, Known known) {
        InstitutionId holder = known.institutions().with(wish.creditCode().value());
        if (holder != null && !holder.equals(wish.institution())) {
            return refused(NUMBER_USED, wish.creditCode()).with("by", holder);
        }
        List<InstitutionId> named = wish.legalPerson() == null
                ? List.of(wish.institution())
                : List.of(wish.institution(), wish.legalPerson());
        for (InstitutionId institution : named) {
            if (!known.institutions().has(institution)
                    || !known.divisionOf(institution).equals(known.divisionOf(wish.institution()))) {
                return refused(INSTITUTION_UNKNOWN, institution);
            }
        }
        for (InstitutionId institution : named) {
            InstitutionId successor = known.mergers().successorOf(institution);
            if (successor != null) {
                return refused(INSTITUTION_MERGED, institution).with("into", successor);
            }
        }
        if (wish.legalPerson() != null && known.institutions().isBranchFrom(wish.legalPerson(), wish.validFrom())) {
            return refused(LEGAL_PERSON_IS_BRANCH, wish.legalPerson()).with("institution", wish.institution());
        }
        LocalDate last = known.institutions().lastChange(wish.institution());
        if (last != null && !wish.validFrom().isAfter(last)) {
            return refused(VALIDITY_OVERLAPS, wish.institution()).with("validFrom", wish.validFrom()).with("last", last);
        }
        return accepted(new InstitutionChanged(wish.institution(), wish.validFrom(), wish.creditCode(), wish.name(), wish.type(),
                wish.ownership(), wish.legalStatus(), wish.legalPerson()));
    }
}
