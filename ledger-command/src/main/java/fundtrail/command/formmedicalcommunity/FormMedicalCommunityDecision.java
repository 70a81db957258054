package fundtrail.command.formmedicalcommunity;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_MERGED;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.MEMBER_ELSEWHERE;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.MedicalCommunityFormed;
import fundtrail.contract.id.CommunityId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;

/** All of one division, whose people sign; none of them in another community then. */
public final class FormMedicalCommunityDecision {
    private FormMedicalCommunityDecision() {}

    public static Decision decide(FormMedicalCommunity wish, Moment moment, Known known) {
        if (known.communities().community(wish.community()) != null) {
            return refused(ALREADY_EXISTS, wish.community());
        }
        DivisionCode division = known.divisionOf(wish.lead());
        for (InstitutionId member : wish.members()) {
            if (division == null || !division.equals(known.divisionOf(member))) {
                return refused(INSTITUTION_UNKNOWN, member);
            }
        }
        for (InstitutionId member : wish.members()) {
            InstitutionId successor = known.mergers().successorOf(member);
            if (successor != null) {
                return refused(INSTITUTION_MERGED, member).with("into", successor);
            }
        }
        for (InstitutionId member : wish.members()) {
            CommunityId elsewhere = known.communities().from(member, wish.validFrom());
            if (elsewhere != null) {
                return refused(MEMBER_ELSEWHERE, member).with("community", elsewhere).with("validFrom", wish.validFrom());
            }
        }
        return accepted(new MedicalCommunityFormed(
                wish.community(), wish.name(), division, wish.lead(), wish.members(), wish.validFrom()));
    }
}
