package fundtrail.command.formmedicalcommunity;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.kit.Sample;
import fundtrail.contract.fact.MedicalCommunityFormed;
import fundtrail.contract.fact.MembershipChanged;
import fundtrail.contract.id.CommunityId;
import fundtrail.contract.id.InstitutionId;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormMedicalCommunityTest {
    private static final CommunityId MC1 = new CommunityId("MC1");
    private static final CommunityId MC2 = new CommunityId("MC2");

    private static FormMedicalCommunity wish(CommunityId id, List<InstitutionId> members) {
        return new FormMedicalCommunity(DAY, null, id, "第一医共体", H2, members, DAY);
    }

    private static MedicalCommunityFormed formed(CommunityId id) {
        return new MedicalCommunityFormed(id, "第一医共体", DIVISION, H2, List.of(H1, H2), DAY);
    }

    @Test
    void institutions_of_one_division_form_a_community() {
        given(institution(H1), institution(H2)).when(wish(MC1, List.of(H1, H2))).then(formed(MC1));
    }

    @Test
    void an_institution_is_in_one_community_at_a_time() {
        given(institution(H1), institution(H2), formed(MC1)).when(wish(MC2, List.of(H1, H2))).thenRefused(MEMBER_ELSEWHERE, H1);
        given(institution(H1), institution(H2), formed(MC1), new MembershipChanged(MC1, List.of(), List.of(H1, H2), null, DAY.plusDays(1)))
                .when(new FormMedicalCommunity(DAY, null, MC2, "第二医共体", H2, List.of(H1, H2), DAY.plusDays(1))).facts();
        given(institution(H1), institution(H2), formed(MC1), new MembershipChanged(MC1, List.of(), List.of(H1, H2), null, DAY.plusDays(1)))
                .when(wish(MC2, List.of(H1, H2))).thenRefused(MEMBER_ELSEWHERE, H1);
    }

    @Test
    void a_community_is_formed_once_of_institutions_that_there_are() {
        given(institution(H1), institution(H2), formed(MC1)).when(wish(MC1, List.of(H1, H2))).thenRefused(ALREADY_EXISTS, MC1);
        given(institution(H2)).when(wish(MC1, List.of(H1, H2))).thenRefused(INSTITUTION_UNKNOWN, H1);
        given(institution(H1), institution(H2), Sample.merged(H1, H2)).when(wish(MC1, List.of(H1, H2)))
                .thenRefused(INSTITUTION_MERGED, H1);
    }

    @Test
    void its_lead_is_one_of_two_members_or_more() {
        assertThrows(IllegalArgumentException.class, () -> wish(MC1, List.of(H2)));
        assertThrows(IllegalArgumentException.class, () -> wish(MC1, List.of(H1, new InstitutionId("H3"))));
        assertThrows(IllegalArgumentException.class, () -> wish(MC1, List.of(H2, H2)));
    }
}
