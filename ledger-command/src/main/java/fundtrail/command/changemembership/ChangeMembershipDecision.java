package fundtrail.command.changemembership;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.COMMUNITY_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_MERGED;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.LEAD_NEEDED;
import static fundtrail.command.decide.RefusalCode.MEMBER_ELSEWHERE;
import static fundtrail.command.decide.RefusalCode.NOT_A_MEMBER;
import static fundtrail.command.decide.RefusalCode.VALIDITY_OVERLAPS;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Communities.Community;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.MembershipChanged;
import fundtrail.contract.id.CommunityId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A community that keeps members keeps a lead among them; when all leave, it ends. */
public final class ChangeMembershipDecision {
    private ChangeMembershipDecision() {}

    public static Decision decide(ChangeMembership wish, Moment moment, Known known) {
        Community community = known.communities().community(wish.community());
        if (community == null) {
            return refused(COMMUNITY_UNKNOWN, wish.community());
        }
        for (InstitutionId member : wish.joins()) {
            if (!community.division().equals(known.divisionOf(member))) {
                return refused(INSTITUTION_UNKNOWN, member);
            }
        }
        for (InstitutionId member : wish.joins()) {
            InstitutionId successor = known.mergers().successorOf(member);
            if (successor != null) {
                return refused(INSTITUTION_MERGED, member).with("into", successor);
            }
        }
        if (!wish.validFrom().isAfter(community.changedFrom())) {
            return refused(VALIDITY_OVERLAPS, wish.community())
                    .with("validFrom", wish.validFrom())
                    .with("last", community.changedFrom());
        }
        for (InstitutionId member : wish.joins()) {
            CommunityId elsewhere = known.communities().from(member, wish.validFrom());
            if (elsewhere != null) {
                return refused(MEMBER_ELSEWHERE, member).with("community", elsewhere).with("validFrom", wish.validFrom());
            }
        }
        return changed(wish, community);
    }

    private static Decision changed(ChangeMembership wish, Community community) {
        List<InstitutionId> after = new ArrayList<>(community.members());
        after.removeAll(wish.leaves());
        after.addAll(wish.joins());
        InstitutionId stranger = Stream.concat(
                        wish.leaves().stream().filter(member -> !community.members().contains(member)),
                        Stream.ofNullable(wish.lead()).filter(lead -> !after.contains(lead)))
                .findFirst().orElse(null);
        if (stranger != null) {
            return refused(NOT_A_MEMBER, stranger).with("community", wish.community());
        }
        InstitutionId lead = wish.lead() == null ? community.lead() : wish.lead();
        if (!after.isEmpty() && !after.contains(lead)) {
            return refused(LEAD_NEEDED, wish.community()).with("lead", lead);
        }
        return accepted(new MembershipChanged(wish.community(), wish.joins(), wish.leaves(), wish.lead(), wish.validFrom()));
    }

    /** The division of the community; {@code null} when there is none. */
    public static DivisionCode division(ChangeMembership wish, Known known) {
        Community community = known.communities().community(wish.community());
        return community == null ? null : community.division();
    }
}
