package fundtrail.query;

import static fundtrail.query.Chenghu.COUNTY;
import static fundtrail.query.Unzipped.manifest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Body;
import fundtrail.contract.EntryCodec;
import fundtrail.contract.Fact;
import fundtrail.contract.Role;
import fundtrail.contract.fact.CaseReferred;
import fundtrail.contract.fact.ClawbackAmount;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.Row;
import fundtrail.contract.fact.InformantRecorded;
import fundtrail.contract.fact.InstitutionMerged;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.TipOffId;
import fundtrail.postgres.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a pack of a referred case leaves out, and what every pack does. */
@ExtendWith(TestPostgres.class)
@TestInstance(Lifecycle.PER_CLASS)
class ReferredEvidenceTest {
    private static final String CASE = "/api/evidence?case=case-1";

    private RunningQuery running;
    private long informant;
    private long rowsOfTwo;
    private long rowsOfOne;
    private long referred;
    private long ofSuccessor;

    @BeforeAll void read(@TempDir Path keys) {
        running = RunningQuery.of(keys, ledger -> {
            TwoCounties.write(ledger);
            ledger.on("2018-04-02").signedBy(Role.AD, "p-admin", Role.CA, "p-ca").write(
                    new RoleGranted(new PersonRef("p-au"), Role.IN, COUNTY, Body.FINANCE, null));
            informant = ledger.written().size();
            ledger.signedBy(Role.IN, "p-au").write(new InformantRecorded(new TipOffId("T-9"), new PersonRef("p-who-told")));
            Chenghu.Paying h1 = new Chenghu.Paying(2, "CEN", "H1", "H1-main", "1.00");
            Chenghu.Paying h2 = new Chenghu.Paying(3, "CEN", "H2", "H2-main", "2.00");
            ledger.signedBy(Role.CL, "p-cl", Role.CK, "p-ck", Role.CA, "p-ca");
            rowsOfTwo = ledger.written().size();
            ledger.write(setOff(Chenghu.batch(COUNTY, "B8", h1, h2)));
            rowsOfOne = ledger.written().size();
            ledger.write(setOff(Chenghu.batch(COUNTY, "B9", h1)));
            referred = ledger.written().size();
            ledger.signedBy(Role.IN, "p-in", Role.LO, "p-lo")
                    .write(new CaseReferred(new CaseId("case-1"), COUNTY, FraudCase.H1, "澄湖县公安局（虚构）", "涉嫌诈骗"));
            ofSuccessor = ledger.written().size();
            ledger.signedBy(Role.CL, "p-cl", Role.CK, "p-ck", Role.CA, "p-ca").write(FraudCase.goesOver("H3", "3214.29", "535.71"),
                    new InstitutionMerged(FraudCase.H1, new InstitutionId("H3"), 1, 2, "ab".repeat(32)));
        });
    }

    /** Of its rows each first one is set off against the claw-back. */
    private static Fact[] setOff(Fact[] batch) {
        DisbursementBatchApprovedRows part = (DisbursementBatchApprovedRows) batch[0];
        Row row = part.rows().getFirst();
        List<Row> rows = new ArrayList<>(part.rows());
        rows.set(0, new Row(row.row(), row.payment(), row.kind(), row.institution(), row.payeeAccount(), row.allotment(), row.amount(),
                row.purpose(), row.instalment(), row.reason(), row.basis(), List.of(new ClawbackAmount(FraudCase.CB1, Chenghu.yuan("0.50")))));
        return new Fact[] {new DisbursementBatchApprovedRows(part.batch(), 1, rows, part.lines()), batch[1]};
    }

    @AfterAll void closed() {
        running.close();
    }

    @Test void before_the_referral_a_case_is_packed_whole() throws IOException {
        JsonNode manifest = manifest(pack("p-au", CASE + "&known=" + (referred - 1)));
        assertTrue(positions(manifest, "positions").containsAll(List.of(rowsOfTwo, rowsOfOne)), manifest::toString);
        assertFalse(manifest.has("referral") || manifest.has("withheld"), manifest::toString);
    }

    @Test void for_the_body_it_was_referred_to_what_names_other_institutions_is_left_out_and_said() throws IOException {
        Map<String, byte[]> files = pack("p-au", CASE);
        JsonNode manifest = manifest(files);
        assertEquals("case-1 澄湖县公安局（虚构） 2018-04-02", manifest.at("/referral/caseId").asText() + " " + manifest.at("/referral/to").asText() + " "
                + manifest.at("/referral/on").asText());
        assertEquals(List.of(rowsOfTwo), manifest.get("withheld").findValuesAsText("position").stream().map(Long::valueOf).toList());
        assertEquals(EntryCodec.leafHashHex(running.ledger().written().get((int) rowsOfTwo).entry()), manifest.at("/withheld/0/leafHash").asText());
        assertEquals("NAMES_OTHERS", manifest.at("/withheld/0/reason").asText());
        List<Long> packed = positions(manifest, "positions");
        assertTrue(packed.containsAll(List.of(rowsOfOne, referred, ofSuccessor)), "what is its own, and its legal successor's: " + packed);
        assertFalse(packed.contains(rowsOfTwo) || files.containsKey("facts/%012d.json".formatted(rowsOfTwo)));
        String cover = new String(files.get("cover.html"), StandardCharsets.UTF_8);
        assertTrue(cover.contains("移送 Referral") && cover.contains("澄湖县公安局（虚构）") && cover.contains(manifest.at("/withheld/0/leafHash").asText()), cover);
    }

    @Test void who_told_is_in_no_pack_not_even_of_the_one_who_keeps_it() throws IOException {
        assertEquals(200, running.ask("p-au", "/api/facts/" + informant).statusCode(), "the hand that signed it sees it");
        assertEquals(404, running.ask("p-au", "/api/evidence?positions=" + informant).statusCode());
        JsonNode manifest = manifest(pack("p-au", "/api/evidence?firstPosition=" + (informant - 1) + "&lastPosition=" + (informant + 1)));
        assertEquals(List.of(informant - 1, informant + 1), positions(manifest, "positions"));
    }

    private Map<String, byte[]> pack(String person, String address) throws IOException {
        var response = running.ask(person, address);
        assertEquals(200, response.statusCode(), () -> new String(response.body(), StandardCharsets.UTF_8));
        return Unzipped.files(response.body());
    }

    private static List<Long> positions(JsonNode manifest, String name) {
        List<Long> positions = new ArrayList<>();
        manifest.get(name).forEach(position -> positions.add(position.asLong()));
        return positions;
    }
}
