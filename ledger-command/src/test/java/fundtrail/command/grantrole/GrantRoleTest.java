package fundtrail.command.grantrole;

import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.JURISDICTION_OUTSIDE;
import static fundtrail.command.decide.RefusalCode.OWN_MATTER;
import static fundtrail.command.decide.RefusalCode.PERSON_NOT_REGISTERED;
import static fundtrail.command.decide.RefusalCode.ROLES_INCOMPATIBLE;
import static fundtrail.command.decide.RefusalCode.ROLE_HELD;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.TESTER;
import static fundtrail.command.kit.Sample.institution;
import static fundtrail.contract.Role.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.kit.Given;
import fundtrail.contract.Body;
import fundtrail.contract.Role;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.fact.RoleRevoked;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantRoleTest {
    private static final PersonRef LI = new PersonRef("p-li");

    private static Given liHolds(Role... roles) {
        Given given = given(new PersonRegistered(LI, "a".repeat(64)), institution(H1));
        for (Role role : roles) {
            given.and(grant(role));
        }
        return given;
    }

    private static RoleGranted grant(Role role) {
        return new RoleGranted(LI, role, DIVISION, role.isOfInstitution() ? H1 : null);
    }

    private static GrantRole wish(Role role) {
        return new GrantRole(LI, role, DIVISION, role.isOfInstitution() ? H1 : null);
    }

    @Test
    void a_registered_person_is_given_a_role_in_a_division_or_at_an_institution() {
        liHolds().when(wish(CL)).then(grant(CL));
        liHolds().when(wish(IA)).then(grant(IA));
        assertThrows(IllegalArgumentException.class, () -> new GrantRole(LI, IA, DIVISION, null));
        assertThrows(IllegalArgumentException.class, () -> new GrantRole(LI, CL, DIVISION, H1));
    }

    @Test
    void a_finance_centre_is_at_a_member_of_its_community_or_at_none() {
        liHolds().when(new GrantRole(LI, FC, DIVISION, H1)).then(new RoleGranted(LI, FC, DIVISION, H1));
        liHolds().when(new GrantRole(LI, FC, DIVISION, null)).then(new RoleGranted(LI, FC, DIVISION, null));
        liHolds().when(new GrantRole(LI, FC, DIVISION, new InstitutionId("H9"))).thenRefused(INSTITUTION_UNKNOWN, "H9");
        liHolds().and(new RoleGranted(LI, FC, DIVISION, H1), new RoleRevoked(LI, FC, DIVISION, H1))
                .when(new GrantRole(LI, FC, DIVISION, H1)).then(new RoleGranted(LI, FC, DIVISION, H1));
    }

    @Test
    void a_role_held_is_not_given_again_and_one_revoked_is() {
        liHolds(CL).when(wish(CL)).thenRefused(ROLE_HELD, LI);
        liHolds(CL).and(new RoleRevoked(LI, CL, DIVISION, null)).when(wish(CL)).then(grant(CL));
    }

    @Test
    void who_is_not_registered_gets_no_role() {
        given().when(wish(CL)).thenRefused(PERSON_NOT_REGISTERED, LI);
    }

    @Test
    void a_role_at_an_institution_needs_that_institution_in_the_division() {
        given(new PersonRegistered(LI, "a".repeat(64))).when(wish(IA)).thenRefused(INSTITUTION_UNKNOWN, H1);
        assertThrows(IllegalArgumentException.class, () -> new GrantRole(LI, IA, DIVISION, null));
        assertThrows(IllegalArgumentException.class, () -> new GrantRole(LI, CL, DIVISION, H1));
    }

    @Test
    void a_role_is_granted_by_people_of_its_division() {
        DivisionCode elsewhere = new DivisionCode("330522");
        liHolds().when(new GrantRole(LI, CL, elsewhere, null)).thenRefused(JURISDICTION_OUTSIDE, "GrantRole");
    }

    @Test
    void an_administrator_holds_no_money_role_whichever_came_first() {
        assertClashes(AD, EnumSet.of(CL, CK, CA, BO, CS, BH, FC, AU, SU, IA, IS));
    }

    @Test
    void an_inspector_handles_no_money() {
        assertClashes(IN, EnumSet.of(CL, CK, CA, BO, CS, FC, AU, SU, IA, IS));
    }

    @Test
    void a_cashier_keeps_no_accounts_and_signs_no_payment() {
        assertClashes(CS, EnumSet.of(CL, CK, CA, BO, FC, BH, IN, AD, AU, SU, IA, IS));
    }

    @Test
    void an_institutions_people_work_for_no_bureau() {
        assertClashes(IA, EnumSet.of(CL, CK, CA, BO, CS, BH, HO, IN, LO, AD, AU, SU));
        assertClashes(IS, EnumSet.of(CL, CK, CA, BO, CS, BH, HO, IN, LO, AD, AU, SU));
    }

    @Test
    void a_role_is_granted_for_its_own_body_unless_another_is_named() {
        liHolds().when(new GrantRole(LI, CK, DIVISION, Body.HEALTH, null))
                .then(new RoleGranted(LI, CK, DIVISION, Body.HEALTH, null));
        liHolds().when(wish(HO)).then(new RoleGranted(LI, HO, DIVISION, Body.HEALTH, null));
        assertThrows(IllegalArgumentException.class, () -> new GrantRole(LI, HO, DIVISION, Body.FINANCE, null));
    }

    @Test
    void nobody_signs_a_role_for_himself() {
        given().when(new GrantRole(TESTER, FC, DIVISION, null)).thenRefused(ROLE_HELD, TESTER);
        given(new RoleRevoked(TESTER, LO, DIVISION, null), new RoleRevoked(TESTER, AU, DIVISION, null),
                        new RoleRevoked(TESTER, SU, DIVISION, null), new RoleRevoked(TESTER, IN, DIVISION, null),
                        new RoleRevoked(TESTER, AD, DIVISION, null), new RoleRevoked(TESTER, CS, DIVISION, null))
                .when(new GrantRole(TESTER, LO, DIVISION, null))
                .thenRefused(OWN_MATTER, TESTER);
    }

    @Test
    void auditors_and_supervisors_only_read() {
        assertClashes(AU, EnumSet.complementOf(EnumSet.of(AU, SU)));
        assertClashes(SU, EnumSet.complementOf(EnumSet.of(AU, SU)));
    }

    @Test
    void the_refusal_names_every_role_that_clashes_wherever_it_is_held() {
        Refused refused = liHolds(CL, LO, BO).and(new RoleGranted(LI, CK, new DivisionCode("330522"), null))
                .when(wish(AD))
                .thenRefused(ROLES_INCOMPATIBLE, LI);
        assertEquals("[CL, CK, BO]", refused.details().get("roles"));
        assertEquals("AD", refused.details().get("role"));
    }

    private static void assertClashes(Role role, Set<Role> clashing) {
        for (Role other : Role.values()) {
            if (clashing.contains(other)) {
                liHolds(other).when(wish(role)).thenRefused(ROLES_INCOMPATIBLE, LI);
                liHolds(role).when(wish(other)).thenRefused(ROLES_INCOMPATIBLE, LI);
            } else if (other != role) {
                liHolds(other).when(wish(role)).then(grant(role));
                liHolds(role).when(wish(other)).then(grant(other));
            }
        }
    }
}
