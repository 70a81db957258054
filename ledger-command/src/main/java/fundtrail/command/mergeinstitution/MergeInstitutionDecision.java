package fundtrail.command.mergeinstitution;

import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_MERGED;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.MERGED_INTO_ITSELF;
import static fundtrail.command.decide.RefusalCode.RESERVED_REMAINS;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_FINAL;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_OPEN;

import fundtrail.command.decide.Decision.Accepted;
import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.known.Known;
import fundtrail.contract.Money;
import fundtrail.contract.id.InstitutionId;
import java.util.List;

/**
 * What is approved for the institution that ends is paid or cancelled first. All that it has, owes and is owed goes over to
 * its successor, and a hold on one of them stands against both. Of a year, both are settled or neither: what is advanced and
 * done in an unsettled one is settled with the successor's. Both lie in one division, whose people sign.
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
        for (InstitutionYear year : known.mergers().yearsOf(wish.from())) {
            InstitutionYear successors = new InstitutionYear(wish.into(), year.programme(), year.budgetYear());
            if (known.purchases().settlements().of(year) == null && known.purchases().settlements().isFinal(successors)) {
                return refused(SETTLEMENT_FINAL, successors);
            }
        }
        for (InstitutionYear year : known.mergers().yearsOf(wish.from())) {
            if (known.purchases().settlements().of(year) != null && !known.purchases().settlements().isFinal(year)) {
                return refused(SETTLEMENT_OPEN, year);
            }
        }
        return new Accepted(new MergedBalances(wish.from(), wish.into(), known).facts());
    }
}
