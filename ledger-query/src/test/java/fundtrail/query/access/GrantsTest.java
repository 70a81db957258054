package fundtrail.query.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.contract.Role;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GrantsTest {
    private static final PersonRef SOMEBODY = new PersonRef("p-1");
    private static final DivisionCode COUNTY = new DivisionCode("330521");
    private static final InstitutionId H1 = new InstitutionId("H1");

    @Test void the_circles_each_role_belongs_to() {
        Map<Role, String> expected = new TreeMap<>();
        for (Role role : List.of(Role.CL, Role.CK, Role.CA, Role.BO, Role.CS, Role.HO, Role.IN, Role.LO, Role.SU)) {
            expected.put(role, "all bureau:330521 person:p-1");
        }
        expected.put(Role.BH, "all bureau:330521 person:p-1 refusals:330521");
        expected.put(Role.AU, "all bureau:330521 people people:330521 person:p-1 refusals:330521");
        expected.put(Role.AD, "all people people:330521 person:p-1");
        expected.put(Role.IA, "all institution:H1 person:p-1");
        expected.put(Role.IS, "all institution:H1 person:p-1");
        expected.put(Role.FC, "all person:p-1");
        Map<Role, String> circles = new TreeMap<>();
        for (Role role : Role.values()) {
            circles.put(role, String.join(" ", new TreeSet<>(holding(role).circles())));
        }
        assertEquals(expected, circles);
    }

    @Test void lines_are_seen_by_division_or_by_institution_never_by_both() {
        for (Role role : Role.values()) {
            Scope scope = holding(role);
            assertEquals(scope.circles().contains("bureau:330521") ? Set.of(COUNTY) : Set.of(), scope.divisions(), role.name());
            assertEquals(role.isOfInstitution() ? Set.of(H1) : Set.of(), scope.institutions(), role.name());
        }
    }

    @Test void routes_for_auditors_and_keepers_of_people_open_to_them_alone() {
        for (Role role : Role.values()) {
            assertEquals(role == Role.AU, holding(role).serves(Audience.AUDITORS), role.name());
            assertEquals(role == Role.AU || role == Role.AD, holding(role).serves(Audience.KEEPERS_OF_PEOPLE), role.name());
        }
    }

    @Test void roles_add_up_and_none_opens_nothing() {
        var both = Grants.of(SOMEBODY, List.of(new HeldRole(Role.CL, COUNTY, null), new HeldRole(Role.IA, COUNTY, H1)));
        assertEquals(Set.of("all", "person:p-1", "bureau:330521", "institution:H1"), both.circles());
        var none = Grants.of(SOMEBODY, List.of());
        assertEquals(Set.of(), none.circles());
        assertEquals(false, none.serves(Audience.READERS));
    }

    private static Scope holding(Role role) {
        return Grants.of(SOMEBODY, List.of(new HeldRole(role, COUNTY, role.isOfInstitution() ? H1 : null)));
    }
}
