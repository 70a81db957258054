package fundtrail.command.revokerole;

import static fundtrail.command.decide.RefusalCode.LOCKS_OUT;
import static fundtrail.command.decide.RefusalCode.PERSON_NOT_REGISTERED;
import static fundtrail.command.decide.RefusalCode.ROLE_NOT_HELD;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.OTHER;
import static fundtrail.command.kit.Sample.TESTER;
import static fundtrail.contract.Role.AD;
import static fundtrail.contract.Role.CA;
import static fundtrail.contract.Role.CL;
import static fundtrail.contract.Role.IA;

import fundtrail.command.kit.Given;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import fundtrail.contract.fact.AuthorityMatrixSet.Signer;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.fact.RoleRevoked;
import fundtrail.contract.id.PersonRef;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RevokeRoleTest {
    private static final PersonRef LI = new PersonRef("p-li");

    @Test
    void a_role_held_is_taken_away() {
        given().when(new RevokeRole(OTHER, CL, DIVISION, null)).then(new RoleRevoked(OTHER, CL, DIVISION, null));
    }

    @Test
    void a_role_not_held_there_cannot_be_taken_away() {
        given().when(new RevokeRole(LI, CL, DIVISION, null)).thenRefused(PERSON_NOT_REGISTERED, LI);
        given(new RoleRevoked(OTHER, CL, DIVISION, null))
                .when(new RevokeRole(OTHER, CL, DIVISION, null))
                .thenRefused(ROLE_NOT_HELD, OTHER);
        given().when(new RevokeRole(OTHER, IA, DIVISION, H1)).thenRefused(ROLE_NOT_HELD, OTHER);
    }

    @Test
    void one_of_two_administrators_may_go() {
        grantingTakesAdministratorAndAccountant()
                .when(new RevokeRole(OTHER, AD, DIVISION, null))
                .then(new RoleRevoked(OTHER, AD, DIVISION, null));
    }

    @Test
    void the_last_people_who_could_grant_roles_are_not_taken_away() {
        grantingTakesAdministratorAndAccountant()
                .and(new RoleRevoked(OTHER, AD, DIVISION, null))
                .when(new RevokeRole(OTHER, CA, DIVISION, null))
                .thenRefused(LOCKS_OUT, DIVISION);
        grantingTakesAdministratorAndAccountant()
                .and(new RoleRevoked(OTHER, AD, DIVISION, null))
                .when(new RevokeRole(TESTER, AD, DIVISION, null))
                .thenRefused(LOCKS_OUT, DIVISION);
    }

    @Test
    void a_third_person_makes_room() {
        grantingTakesAdministratorAndAccountant()
                .and(new RoleRevoked(OTHER, AD, DIVISION, null))
                .and(new PersonRegistered(LI, "a".repeat(64)), new RoleGranted(LI, CA, DIVISION, null))
                .when(new RevokeRole(OTHER, CA, DIVISION, null))
                .then(new RoleRevoked(OTHER, CA, DIVISION, null));
    }

    /** TESTER and OTHER are both administrator and chief accountant, and granting takes one of each. */
    private static Given grantingTakesAdministratorAndAccountant() {
        return given(new AuthorityMatrixSet(List.of(
                Row.of("GrantRole", AD, CA),
                new Row("RevokeRole", List.of(Signer.anyOf(Role.values()))))));
    }
}
