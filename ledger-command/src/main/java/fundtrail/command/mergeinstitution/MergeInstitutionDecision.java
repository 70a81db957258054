package fundtrail.command.mergeinstitution;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_MERGED;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.MERGED_INTO_ITSELF;
import static fundtrail.command.decide.RefusalCode.RESERVED_REMAINS;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.contract.Money;
import fundtrail.contract.fact.InstitutionMerged;
import fundtrail.contract.id.InstitutionId;
import java.util.List;

/**
 * What is approved for the institution that ends is paid or cancelled first. What is left of its allotments may be paid
 * to its successor; and a hold on one of them stands against both. Both lie in one division, whose people sign.
 */
public final class MergeInstitutionDecision {
    private MergeInstitutionDecision() {}

    public static Decision decide(MergeInstitution wish, Moment moment, Known known) {
        if (wish.from().equals(wish.into())) {
            return refused(MERGED_INTO_ITSELF, wish.from());
        }
        for (InstitutionId institution : List.of(wish.from(), wish.into())) {
            if (!known.institutions().has(institution)
                    || !known.divisionOf(institution).equals(known.divisionOf(wish.from()))) {
                return refused(INSTITUTION_UNKNOWN, institution);
            }
        }
        for (InstitutionId institution : List.of(wish.from(), wish.into())) {
            InstitutionId successor = known.mergers().successorOf(institution);
            if (successor != null) {
                return refused(INSTITUTION_MERGED, institution).with("into", successor);
            }
        }
        Money reserved = known.balances().reserved(wish.from());
        if (!reserved.isZero()) {
            return refused(RESERVED_REMAINS, wish.from()).with("amount", reserved);
        }
        return accepted(new InstitutionMerged(wish.from(), wish.into()));
    }
}
