package fundtrail.query;

import static fundtrail.contract.Role.AD;
import static fundtrail.contract.Role.BH;
import static fundtrail.contract.Role.CA;
import static fundtrail.query.Chenghu.COUNTY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.contract.Digest;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Json;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import fundtrail.contract.fact.ProposalSubmitted;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ProposalId;
import fundtrail.postgres.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Proposals about people: whoever may sign sees who it is, and the bureau does not look on. */
@ExtendWith(TestPostgres.class)
class ProposedPeopleTest {
    private static final byte[] PAPER = "%PDF-1.7\n%made up, about somebody\n".getBytes(StandardCharsets.UTF_8);

    private RunningQuery running;
    private WrittenLedger ledger;

    @BeforeEach void read(@TempDir Path keys) {
        running = RunningQuery.of(keys, TwoCounties::write);
        ledger = running.ledger();
        ledger.signedBy(AD, "p-admin", CA, "p-ca").write(new AuthorityMatrixSet(List.of(
                Row.of("RegisterPerson", AD, CA), Row.of("ErasePerson", AD, CA), Row.of("GrantDelegation", CA, BH),
                Row.of("MergeInstitution", CA, BH))));
    }

    @AfterEach void closed() {
        running.close();
    }

    @Test void whoever_signs_a_registration_sees_whose_it_is_before_the_person_is_registered() {
        ledger.signsIn("p-new", "urn:fundtrail:rehearsal", "new", "新来的人", "经办员");
        propose(null, AD, "p-ad", "new", "RegisterPerson", content("person", "p-new").put("registryHash", ChenghuYear.HASH));
        JsonNode item = running.get("p-ca", "/api/proposals/new").get("item");
        assertEquals("[{\"person\":\"p-new\",\"name\":\"新来的人\",\"post\":\"经办员\"}]", item.get("people").toString());
        assertEquals(item.get("people"), first("p-ca", "/api/proposals/for-me", "new").get("people"));
        assertEquals(item.get("people"), first("p-ad", "/api/proposals/mine", "new").get("people"));
    }

    @Test void both_persons_of_a_delegation_are_named_and_who_has_no_row_stands_there_without_a_name() {
        propose(COUNTY, CA, "p-ca", "lend", "GrantDelegation", content("from", "p-ca").put("to", "p-nobody"));
        assertEquals("[{\"person\":\"p-ca\",\"name\":\"姓名ca\",\"post\":\"岗位CA\"},{\"person\":\"p-nobody\"}]",
                running.get("p-bh", "/api/proposals/lend").at("/item/people").toString());
    }

    @Test void an_institution_that_merges_is_no_person() {
        propose(COUNTY, CA, "p-ca", "merge", "MergeInstitution", content("from", "H1").put("into", "H2"));
        assertEquals("[]", running.get("p-bh", "/api/proposals/merge").at("/item/people").toString());
    }

    @Test void who_is_to_be_erased_and_on_what_document_is_seen_by_who_may_sign_and_who_keeps_people_alone() {
        ledger.stores("application/pdf", PAPER);
        ObjectNode content = content("person", "p-left").put("reason", "PURPOSE_ENDED");
        content.set("document", Json.MAPPER.valueToTree(
                new DocumentRef("通知", "人事科", "人〔2018〕3号", LocalDate.of(2018, 3, 1), Digest.sha256(PAPER))));
        propose(null, AD, "p-ad", "erase", "ErasePerson", content);
        for (String sees : List.of("p-ad", "p-admin", "p-ca", "p-nca", "p-au", "p-nau")) {
            assertEquals(200, running.ask(sees, "/api/proposals/erase").statusCode(), sees);
            assertEquals(200, running.ask(sees, "/api/documents/" + Digest.sha256(PAPER)).statusCode(), sees);
        }
        for (String looksOn : List.of("p-cl", "p-ck", "p-bh", "p-cs", "p-ho", "p-su", "p-nbh")) {
            assertEquals(404, running.ask(looksOn, "/api/proposals/erase").statusCode(), looksOn);
            assertEquals(404, running.ask(looksOn, "/api/documents/" + Digest.sha256(PAPER)).statusCode(), looksOn);
            assertFalse(running.get(looksOn, "/api/facts?limit=1000&order=NEWEST_FIRST").toString().contains("ErasePerson"), looksOn);
        }
    }

    private void propose(DivisionCode division, Role role, String maker, String id, String command, ObjectNode content) {
        ledger.signedBy(role, maker).write(new ProposalSubmitted(new ProposalId(id), command, content, ChenghuYear.HASH, division, null,
                LocalDate.of(2018, 5, 20), ledger.head(), null, null, null));
        running.awaitHead();
    }

    private JsonNode first(String person, String address, String proposal) {
        for (JsonNode item : running.get(person, address).get("items")) {
            if (item.get("proposal").textValue().equals(proposal)) {
                return item;
            }
        }
        throw new AssertionError(address + " does not list " + proposal + " to " + person);
    }

    private static ObjectNode content(String member, String person) {
        return Json.MAPPER.createObjectNode().put(member, person);
    }
}
