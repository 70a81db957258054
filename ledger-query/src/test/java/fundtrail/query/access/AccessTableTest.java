package fundtrail.query.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.contract.Role;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccessTableTest {
    private static final PersonRef SOMEBODY = new PersonRef("p-1");
    private static final DivisionCode COUNTY = new DivisionCode("330521");
    private static final InstitutionId H1 = new InstitutionId("H1");

    @Test void the_circles_each_role_belongs_to() {
        String common = "DELEGATIONS:ONESELF:p-1 PEOPLE:ONESELF:p-1 REFUSALS:ONESELF:p-1 RULES:LEDGER:";
        String bureau = "DELEGATIONS:DIVISION:330521 HOLDS:DIVISION:330521 INSTITUTIONS:DIVISION:330521 MONEY:DIVISION:330521 PROPOSALS:DIVISION:330521 RULES:DIVISION:330521";
        String institution = "HOLDS:INSTITUTION:H1 INSTITUTIONS:INSTITUTION:H1 MONEY:INSTITUTION:H1 PROPOSALS:INSTITUTION:H1 RULES:DIVISION:330521";
        Map<Role, String> expected = new EnumMap<>(Role.class);
        for (Role role : List.of(Role.CL, Role.CK, Role.CA, Role.BO, Role.CS, Role.HO, Role.SU)) {
            expected.put(role, words(bureau, common, own(role)));
        }
        expected.put(Role.IN, words(bureau, common, own(Role.IN), "LEADS:DIVISION:330521 CASES:DIVISION:330521"));
        expected.put(Role.LO, words(bureau, common, own(Role.LO), "JUDGED:DIVISION:330521"));
        expected.put(Role.BH, words(bureau, common, own(Role.BH), "REFUSALS:DIVISION:330521"));
        expected.put(Role.AU, words(bureau, common, own(Role.AU), "DELEGATIONS:LEDGER: REFUSALS:DIVISION:330521 REFUSALS:LEDGER:"
                + " CASES:DIVISION:330521 EXTRACTS:DIVISION:330521 PEOPLE:LEDGER: ENTRIES:DIVISION:330521 ENTRIES:LEDGER:"));
        expected.put(Role.AD, words(common, own(Role.AD), "PEOPLE:LEDGER: DELEGATIONS:LEDGER:"));
        expected.put(Role.IA, words(institution, common, "OWN_HAND:ONESELF:p-1/IA/330521/H1"));
        expected.put(Role.IS, words(institution, common, "OWN_HAND:ONESELF:p-1/IS/330521/H1"));
        expected.put(Role.FC, words(common, own(Role.FC), "RULES:DIVISION:330521")); // at no institution, so of no community
        Map<Role, String> circles = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            circles.put(role, words(holding(role).circles().stream().map(Circle::toString).toArray(String[]::new)));
        }
        assertEquals(expected, circles);
    }

    @Test void a_finance_centre_sees_of_an_institution_what_its_accountant_does() {
        assertEquals(words("HOLDS:INSTITUTION:H1 INSTITUTIONS:INSTITUTION:H1 MONEY:INSTITUTION:H1 PROPOSALS:INSTITUTION:H1"),
                words(AccessTable.scope(SOMEBODY, List.of(new HeldRole(Role.FC, COUNTY, Role.FC.body(), H1))).circles().stream()
                        .filter(circle -> circle.reach() == Reach.INSTITUTION).map(Circle::toString).toArray(String[]::new)));
    }

    @Test void every_thing_stands_in_the_table_and_no_row_twice() {
        assertEquals(EnumSet.allOf(Thing.class), AccessTable.ROWS.stream().map(AccessTable.Row::thing).collect(Collectors.toSet()));
        var keys = AccessTable.ROWS.stream().map(row -> row.thing() + " " + row.reach()).toList();
        assertEquals(keys.size(), Set.copyOf(keys).size());
    }

    @Test void only_roles_held_at_an_institution_reach_by_institution() {
        for (AccessTable.Row row : AccessTable.ROWS) {
            assertTrue(row.reach() != Reach.INSTITUTION || row.roles().stream().allMatch(Role::canBeAtInstitution), row::toString);
            assertTrue(row.reach() != Reach.DIVISION || row.thing() == Thing.RULES || row.roles().stream().noneMatch(Role::isOfInstitution), row::toString);
        }
    }

    @Test void routes_for_auditors_and_keepers_of_people_open_to_them_alone() {
        for (Role role : Role.values()) {
            assertEquals(role == Role.AU, holding(role).serves(Audience.AUDITORS), role.name());
            assertEquals(role == Role.IN || role == Role.LO || role == Role.AU, holding(role).serves(Audience.INQUIRERS), role.name());
            assertEquals(role == Role.AU || role == Role.AD, holding(role).serves(Audience.KEEPERS_OF_PEOPLE), role.name());
        }
    }

    @Test void roles_add_up_each_in_its_own_place_and_none_opens_nothing() {
        var neighbour = new DivisionCode("330522");
        var both = AccessTable.scope(SOMEBODY, List.of(held(Role.AU, COUNTY), held(Role.CL, neighbour)));
        assertEquals(Set.of("330521", "330522"), Set.copyOf(both.whose(Thing.MONEY, Reach.DIVISION)));
        assertEquals(List.of("330521"), both.whose(Thing.ENTRIES, Reach.DIVISION), "an auditor here is a clerk there");
        var none = AccessTable.scope(SOMEBODY, List.of());
        assertEquals(Set.of(), none.circles());
        assertFalse(none.serves(Audience.READERS));
    }

    @Test void a_circle_is_read_as_it_was_written() {
        for (Role role : Role.values()) {
            for (Circle circle : holding(role).circles()) {
                assertEquals(circle, Circle.parse(circle.toString()));
                assertFalse(circle.toString().contains(" "), "circles are stored with spaces between");
            }
        }
    }

    /** What people read in README.md is what the program does. */
    @Test void the_table_in_the_readme_is_this_one() throws IOException {
        String readme = Files.readString(Path.of(System.getProperty("basedir", "."), "README.md"));
        assertTrue(readme.contains(asMarkdown()), () -> "README.md should have this table:\n" + asMarkdown());
    }

    private static String asMarkdown() {
        Map<Thing, Map<Reach, Set<Role>>> table = new TreeMap<>();
        AccessTable.ROWS.forEach(row -> table.computeIfAbsent(row.thing(), _ -> new EnumMap<>(Reach.class)).put(row.reach(), row.roles()));
        return table.entrySet().stream()
                .map(row -> "| " + row.getKey() + " | " + Stream.of(Reach.values())
                        .map(reach -> cell(row.getValue().getOrDefault(reach, Set.of())))
                        .collect(Collectors.joining(" | ")) + " |\n")
                .collect(Collectors.joining());
    }

    private static String cell(Set<Role> roles) {
        return roles.size() == Role.values().length
                ? "every role"
                : roles.isEmpty() ? "–" : roles.stream().sorted().map(Role::name).collect(Collectors.joining(" "));
    }

    private static String own(Role role) {
        return "OWN_HAND:ONESELF:p-1/%1$s/330521 TO_SIGN:LEDGER:%1$s TO_SIGN:DIVISION:%1$s/330521".formatted(role);
    }

    private static String words(String... texts) {
        return String.join(" ", new TreeSet<>(List.of(String.join(" ", texts).split(" "))));
    }

    private static Scope holding(Role role) {
        return AccessTable.scope(SOMEBODY, List.of(held(role, COUNTY)));
    }

    private static HeldRole held(Role role, DivisionCode division) {
        return new HeldRole(role, division, role.body(), role.isOfInstitution() ? H1 : null);
    }
}
