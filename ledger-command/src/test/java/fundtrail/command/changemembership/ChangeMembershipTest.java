package fundtrail.command.changemembership;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.kit.Given;
import fundtrail.contract.fact.InstitutionRegistered;
import fundtrail.contract.fact.InstitutionRegistered.InstitutionType;
import fundtrail.contract.fact.InstitutionRegistered.Ownership;
import fundtrail.contract.fact.MedicalCommunityFormed;
import fundtrail.contract.fact.MembershipChanged;
import fundtrail.contract.id.CommunityId;
import fundtrail.contract.id.CreditCode;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeMembershipTest {
    private static final CommunityId MC1 = new CommunityId("MC1");
    private static final InstitutionId H3 = new InstitutionId("H3");
    private static final LocalDate NEXT = DAY.plusDays(1);

    private static Given aCommunityOfTwo() {
        return given(institution(H1), institution(H2),
                new InstitutionRegistered(H3, new CreditCode("12330521471100032E"), "第三卫生院", InstitutionType.TOWNSHIP_HEALTH_CENTRE,
                        Ownership.PUBLIC, DIVISION),
                new MedicalCommunityFormed(MC1, "第一医共体", DIVISION, H2, List.of(H1, H2), DAY));
    }

    private static ChangeMembership wish(List<InstitutionId> joins, List<InstitutionId> leaves, InstitutionId lead, LocalDate from) {
        return new ChangeMembership(DAY, null, MC1, joins, leaves, lead, from);
    }

    @Test
    void one_joins_as_another_leaves() {
        MembershipChanged changed = new MembershipChanged(MC1, List.of(H3), List.of(H1), null, NEXT);
        aCommunityOfTwo().when(wish(List.of(H3), List.of(H1), null, NEXT)).then(changed);
        var communities = aCommunityOfTwo().and(changed).known().communities();
        assertEquals(List.of(H2, H3), communities.community(MC1).members());
        assertEquals(MC1, communities.from(H1, DAY));
        assertNull(communities.from(H1, NEXT));
    }

    @Test
    void each_change_begins_after_the_one_before() {
        aCommunityOfTwo().when(wish(List.of(H3), List.of(), null, DAY)).thenRefused(VALIDITY_OVERLAPS, MC1);
    }

    @Test
    void a_community_that_goes_on_keeps_a_lead_among_its_members() {
        aCommunityOfTwo().when(wish(List.of(H3), List.of(H2), null, NEXT)).thenRefused(LEAD_NEEDED, MC1);
        aCommunityOfTwo().when(wish(List.of(H3), List.of(H2), H3, NEXT)).facts();
        aCommunityOfTwo().when(wish(List.of(), List.of(), H3, NEXT)).thenRefused(NOT_A_MEMBER, H3);
        aCommunityOfTwo().when(wish(List.of(), List.of(H1, H2), null, NEXT)).facts();
    }

    @Test
    void only_members_leave_and_only_others_join() {
        aCommunityOfTwo().when(wish(List.of(), List.of(H3), null, NEXT)).thenRefused(NOT_A_MEMBER, H3);
        aCommunityOfTwo().when(wish(List.of(H1), List.of(), null, NEXT)).thenRefused(MEMBER_ELSEWHERE, H1);
        aCommunityOfTwo().when(wish(List.of(new InstitutionId("H9")), List.of(), null, NEXT)).thenRefused(INSTITUTION_UNKNOWN, "H9");
    }

    @Test
    void what_does_not_exist_or_changes_nothing_is_refused() {
        aCommunityOfTwo().when(new ChangeMembership(DAY, null, new CommunityId("MC9"), List.of(H3), List.of(), null, NEXT))
                .thenRefused(COMMUNITY_UNKNOWN, "MC9");
        assertThrows(IllegalArgumentException.class, () -> wish(List.of(), List.of(), null, NEXT));
        assertThrows(IllegalArgumentException.class, () -> wish(List.of(H3), List.of(H3), null, NEXT));
    }
}
