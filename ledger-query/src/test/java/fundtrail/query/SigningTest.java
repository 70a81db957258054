package fundtrail.query;

import static fundtrail.contract.Role.AD;
import static fundtrail.contract.Role.BO;
import static fundtrail.contract.Role.CA;
import static fundtrail.contract.Role.CK;
import static fundtrail.contract.Role.CL;
import static fundtrail.contract.Role.CS;
import static fundtrail.contract.Role.IN;
import static fundtrail.query.Chenghu.COUNTY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.contract.Json;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.DelegationGranted;
import fundtrail.contract.fact.DelegationRevoked;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.fact.ProposalChecked;
import fundtrail.contract.fact.ProposalReturned;
import fundtrail.contract.fact.ProposalSubmitted;
import fundtrail.contract.fact.ProposalSubmittedRows;
import fundtrail.contract.id.DelegationId;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import fundtrail.postgres.TestPostgres;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What waits for whom, and what a signer is told has changed meanwhile. */
@ExtendWith(TestPostgres.class)
class SigningTest {
    private RunningQuery running;
    private WrittenLedger ledger;

    @BeforeEach void read(@TempDir Path keys) {
        running = RunningQuery.chenghu(keys);
        ledger = running.ledger();
        ledger.on("2018-04-02").signedBy(AD, "p-admin", CA, "p-ca").write(new AuthorityMatrixSet(List.of(
                AuthorityMatrixSet.Row.of("AllotBudget", BO, CA), AuthorityMatrixSet.Row.of("DisburseBatch", CL, CK, CA))));
    }

    @AfterEach void closed() {
        running.close();
    }

    @Test void what_is_due_first_comes_first_page_by_page() {
        propose("p-bo", BO, "late", "AllotBudget", "2018-05-09");
        propose("p-bo", BO, "soon", "AllotBudget", "2018-04-10");
        propose("p-bo", BO, "then", "AllotBudget", "2018-05-09");
        running.awaitHead();
        assertEquals(List.of("soon", "late", "then"), proposals("p-ca", "/api/proposals/for-me"));
        assertEquals(List.of("soon", "late", "then"), proposals("p-bo", "/api/proposals/mine"));
        List<String> pages = new ArrayList<>();
        JsonNode page = running.get("p-ca", "/api/proposals/for-me?limit=1");
        pages.addAll(texts(page, "proposal"));
        while (page.has("next")) {
            page = running.get("p-ca", "/api/proposals/for-me?limit=1&cursor=" + page.get("next").textValue());
            pages.addAll(texts(page, "proposal"));
        }
        assertEquals(List.of("soon", "late", "then"), pages);
    }

    @Test void a_proposal_goes_from_hand_to_hand_and_says_which_hand_it_waits_for() {
        propose("p-cl", CL, "batch", "DisburseBatch", "2018-05-09");
        running.awaitHead();
        JsonNode waiting = running.get("p-ck", "/api/proposals/for-me").get("items").get(0);
        assertEquals("CHECKER", waiting.get("step").textValue());
        assertEquals("CK", waiting.get("role").textValue());
        assertEquals(List.of(), proposals("p-ca", "/api/proposals/for-me"));
        ledger.signedBy(CK, "p-ck").causedBy("batch").write(new ProposalChecked(new ProposalId("batch"), ChenghuYear.HASH));
        running.awaitHead();
        assertEquals(List.of(), proposals("p-ck", "/api/proposals/for-me"));
        assertEquals(List.of("batch"), proposals("p-ca", "/api/proposals/for-me"));
        assertEquals(List.of("batch"), proposals("p-cl", "/api/proposals/mine?state=CHECKED"));
        ledger.signedBy(CA, "p-ca").causedBy("batch").write(new ProposalReturned(new ProposalId("batch"), ChenghuYear.HASH, "账户有误"));
        running.awaitHead();
        assertEquals(List.of(), proposals("p-ca", "/api/proposals/for-me"));
        assertEquals(List.of("batch"), proposals("p-cl", "/api/proposals/mine?state=RETURNED"));
    }

    @Test void what_counts_only_later_is_left_out_proposal_by_proposal() {
        propose("p-bo", BO, "untouched", "AllotBudget", "2018-07-02");
        propose("p-bo", BO, "done", "AllotBudget", "2018-07-01");
        propose("p-bo", BO, "last", "AllotBudget", "2018-07-03");
        propose("p-cl", CL, "batch", "DisburseBatch", "2018-07-04");
        ledger.effective("2018-06-01");
        ledger.signedBy(CA, "p-ca").causedBy("done").write(new ProposalReturned(new ProposalId("done"), ChenghuYear.HASH, "账户有误"));
        ledger.signedBy(CK, "p-ck").causedBy("batch").write(new ProposalChecked(new ProposalId("batch"), ChenghuYear.HASH));
        running.awaitHead();
        assertEquals(List.of("done", "untouched", "last"), proposals("p-ca", "/api/proposals/for-me"));
        assertEquals(List.of("batch"), proposals("p-ck", "/api/proposals/for-me"));
        JsonNode first = running.get("p-ca", "/api/proposals/for-me?limit=1");
        assertEquals(List.of("done"), texts(first, "proposal"));
        assertEquals(List.of("untouched"), proposals("p-ca", "/api/proposals/for-me?limit=1&cursor=" + first.get("next").textValue()));
        ledger.on("2018-06-01").signedBy(CS, "p-cs").write(Chenghu.received(COUNTY, "CTY", "BK-7", "1.00"));
        running.awaitHead();
        assertEquals(List.of("untouched", "last", "batch"), proposals("p-ca", "/api/proposals/for-me"));
        assertEquals(List.of(), proposals("p-ck", "/api/proposals/for-me"));
    }

    @Test void a_proposal_expires_with_its_last_day_as_known_then() {
        propose("p-bo", BO, "short", "AllotBudget", "2018-04-03");
        long submitted = ledger.head();
        running.awaitHead();
        ledger.on("2018-04-03").signedBy(CS, "p-cs").write(Chenghu.received(COUNTY, "CTY", "BK-7", "1.00"));
        running.awaitHead();
        assertEquals(List.of("short"), proposals("p-ca", "/api/proposals/for-me"), "its last day is whole");
        ledger.on("2018-04-04").signedBy(CS, "p-cs").write(Chenghu.received(COUNTY, "CTY", "BK-8", "1.00"));
        running.awaitHead();
        assertEquals(List.of(), proposals("p-ca", "/api/proposals/for-me"));
        assertEquals("EXPIRED", state("/api/proposals/short"));
        assertEquals("SUBMITTED", state("/api/proposals/short?known=" + submitted));
        assertEquals(List.of("short"), proposals("p-bo", "/api/proposals?state=EXPIRED"));
        assertFalse(proposals("p-bo", "/api/proposals?state=SUBMITTED").contains("short"));
        assertEquals(List.of("short"), proposals("p-bo", "/api/proposals/mine?state=EXPIRED"));
    }

    @Test void a_delegate_is_asked_in_the_stead_of_the_absent_until_it_is_revoked() {
        var delegation = new DelegationId("away");
        ledger.signedBy(CA, "p-ca").write(new DelegationGranted(delegation, new PersonRef("p-ca"), new PersonRef("p-ck"), COUNTY,
                List.of("AllotBudget"), null, LocalDate.of(2018, 4, 1), LocalDate.of(2018, 4, 30)));
        propose("p-bo", BO, "allot", "AllotBudget", "2018-05-09");
        running.awaitHead();
        JsonNode waiting = running.get("p-ck", "/api/proposals/for-me").get("items").get(0);
        assertEquals("CA", waiting.get("role").textValue());
        assertEquals("p-ca", waiting.get("onBehalfOf").textValue());
        assertTrue(running.get("p-ck", "/api/delegations/away").at("/item/active").booleanValue());
        ledger.signedBy(CA, "p-ca").write(new DelegationRevoked(delegation, new PersonRef("p-ca"), new PersonRef("p-ck")));
        running.awaitHead();
        assertEquals(List.of(), proposals("p-ck", "/api/proposals/for-me"));
        assertFalse(running.get("p-ck", "/api/delegations/away").at("/item/active").booleanValue());
        assertEquals(List.of("allot"), proposals("p-ca", "/api/proposals/for-me"));
    }

    @Test void a_signer_is_told_what_has_changed_of_all_that_rows_and_content_name() {
        long basedOn = ledger.head();
        ObjectNode row = Json.MAPPER.createObjectNode().put("payeeAccount", "H1-main").put("allotment", "CEN-H2").put("amount", "1.00");
        var id = new ProposalId("batch");
        ledger.signedBy(CL, "p-cl").write(
                new ProposalSubmittedRows(id, "DisburseBatch", COUNTY, 1, List.of(row)),
                new ProposalSubmitted(id, "DisburseBatch", Json.MAPPER.createObjectNode().put("batch", "B7"), ChenghuYear.HASH,
                        COUNTY, null, LocalDate.of(2018, 5, 9), basedOn, 1, 1, ChenghuYear.HASH));
        running.awaitHead();
        JsonNode unchanged = running.get("p-ck", "/api/proposals/batch/changes");
        assertEquals(0, unchanged.get("items").size(), "its own facts are no change");
        assertEquals(0, unchanged.get("holds").size());
        assertEquals("34000.00", unchanged.at("/allotments/0/then").textValue());
        assertEquals("34000.00", unchanged.at("/allotments/0/now").textValue());

        ledger.signedBy(CL, "p-cl", CK, "p-ck", CA, "p-ca").write(Chenghu.batch(COUNTY, "B8", new Chenghu.Paying(2, "CEN", "H2", "H2-main", "4000.00")));
        ledger.signedBy(IN, "p-in").write(new PaymentHoldPlaced(new HoldId("payee-held"), new InstitutionId("H1"), null, null, "第六条",
                LocalDate.of(2018, 6, 5), LocalDate.of(2018, 7, 5)));
        ledger.signedBy(BO, "p-bo", CA, "p-ca").under(Chenghu.DOCUMENT).write(Chenghu.allotted(COUNTY, "CTY", "H2", "7.00"));
        ledger.signedBy(CS, "p-cs").write(Chenghu.received(COUNTY, "CTY", "BK-9", "1.00"));
        running.awaitHead();
        JsonNode changes = running.get("p-ck", "/api/proposals/batch/changes");
        assertEquals(basedOn, changes.get("basedOn").longValue());
        assertEquals("34000.00", changes.at("/allotments/0/then").textValue());
        assertEquals("30000.00", changes.at("/allotments/0/now").textValue());
        assertEquals(1, changes.get("holds").size());
        assertEquals("payee-held", changes.at("/holds/0/hold").textValue());
        assertEquals(List.of("BudgetAllotted", "PaymentHoldPlaced", "DisbursementBatchApprovedRows"), texts(changes, "type"),
                "newest first; a receipt of a source the proposal does not name is none of it");
        JsonNode first = running.get("p-ck", "/api/proposals/batch/changes?limit=2");
        JsonNode second = running.get("p-ck", "/api/proposals/batch/changes?limit=2&cursor=" + first.get("next").textValue());
        assertEquals(List.of("DisbursementBatchApprovedRows"), texts(second, "type"));
    }

    @Test void a_new_matrix_concerns_every_proposal() {
        propose("p-bo", BO, "allot", "AllotBudget", "2018-05-09");
        ledger.signedBy(AD, "p-admin", CA, "p-ca").write(new AuthorityMatrixSet(List.of(AuthorityMatrixSet.Row.of("AllotBudget", BO, CK, CA))));
        running.awaitHead();
        assertEquals(List.of("AuthorityMatrixSet"), texts(running.get("p-ca", "/api/proposals/allot/changes"), "type"));
        assertEquals(List.of("allot"), proposals("p-ck", "/api/proposals/for-me"), "the matrix in force asks for another hand first");
    }

    private void propose(String maker, Role role, String id, String command, String expiresOn) {
        ledger.signedBy(role, maker).write(new ProposalSubmitted(new ProposalId(id), command, Json.MAPPER.createObjectNode(),
                ChenghuYear.HASH, COUNTY, null, LocalDate.parse(expiresOn), ledger.head(), null, null, null));
    }

    private String state(String address) {
        return running.get("p-bo", address).at("/item/state").textValue();
    }

    private List<String> proposals(String person, String address) {
        return texts(running.get(person, address), "proposal");
    }

    private static List<String> texts(JsonNode page, String member) {
        return ReadsTest.texts(page.get("items"), member);
    }
}
