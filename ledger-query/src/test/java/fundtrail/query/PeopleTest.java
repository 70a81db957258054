package fundtrail.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Role;
import fundtrail.contract.fact.PersonErased;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.fact.RoleRevoked;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.PersonRef;
import fundtrail.postgres.TestPostgres;
import fundtrail.query.http.Served;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** People, with who they are as far as the registry says; and without, once they are erased. */
@ExtendWith(TestPostgres.class)
class PeopleTest {
    private static final PersonRef GONE = new PersonRef("p-gone");
    private static final DivisionCode COUNTY = new DivisionCode("330521");

    private RunningQuery running;

    @BeforeEach void read(@TempDir Path keys) {
        running = RunningQuery.chenghu(keys);
    }

    @AfterEach void closed() {
        running.close();
    }

    @Test void people_are_listed_with_names_and_posts_to_those_who_keep_them() {
        for (String keeper : List.of("p-admin", "p-au")) {
            JsonNode clerk = running.get(keeper, "/api/people/p-cl").get("item");
            assertEquals("姓名cl", clerk.get("name").textValue());
            assertEquals("岗位CL", clerk.get("post").textValue());
            List<String> names = new ArrayList<>();
            running.get(keeper, "/api/people?role=CL&division=330521").get("items").forEach(one -> names.add(one.get("name").textValue()));
            assertEquals(List.of("姓名cl"), names);
        }
    }

    @Test void one_without_a_row_in_the_registry_is_listed_without_a_name() {
        running.ledger().execute("delete from ledger.signer where person_ref = 'p-cl'");
        JsonNode clerk = running.get("p-au", "/api/people/p-cl").get("item");
        assertEquals("p-cl", clerk.get("person").textValue());
        assertFalse(clerk.has("name") || clerk.has("post"), clerk::toString);
    }

    @Test void an_erased_person_is_shown_as_such_and_signs_in_no_more_even_while_the_registry_has_the_row() {
        running.ledger().signedBy(Role.AD, "p-admin", Role.CA, "p-ca").write(new PersonRegistered(GONE, "0".repeat(64)),
                new RoleGranted(GONE, Role.CL, COUNTY, null), new RoleRevoked(GONE, Role.CL, COUNTY, null));
        running.ledger().signsIn("p-gone", "urn:fundtrail:rehearsal", "gone", "姓名gone", "岗位CL");
        running.awaitHead();
        assertEquals("ROLE_MISSING", code("p-gone"));
        JsonNode known = running.get("p-au", "/api/people/p-gone").get("item");
        assertEquals("姓名gone", known.get("name").textValue());
        assertFalse(known.has("erasedAt"));

        running.ledger().write(new PersonErased(GONE, PersonErased.Reason.PURPOSE_ENDED));
        running.awaitHead();
        assertEquals("PERSON_UNKNOWN", code("p-gone"));
        JsonNode erased = running.get("p-au", "/api/people/p-gone").get("item");
        assertTrue(erased.has("erasedAt"));
        assertEquals("CL", erased.get("roles").get(0).get("role").textValue(), "what the person was entrusted with is still known");
        assertEquals(1, running.get("p-admin", "/api/facts?type=PersonErased").get("items").size());
        assertEquals(0, running.get("p-cl", "/api/facts?type=PersonErased").get("items").size());
    }

    private String code(String person) {
        return Served.json(running.ask(person, "/api/ledger")).get("code").textValue();
    }
}
