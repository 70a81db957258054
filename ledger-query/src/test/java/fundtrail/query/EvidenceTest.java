package fundtrail.query;

import static fundtrail.query.Unzipped.manifest;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Digest;
import fundtrail.contract.Role;
import fundtrail.contract.fact.MedicalCommunityFormed;
import fundtrail.contract.id.CommunityId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.postgres.TestPostgres;
import fundtrail.proofs.ConsistencyProof;
import fundtrail.proofs.GrowingTree;
import fundtrail.proofs.Hash;
import fundtrail.proofs.InclusionProof;
import fundtrail.proofs.KeyType;
import fundtrail.proofs.SigningKey;
import fundtrail.proofs.Vectors;
import fundtrail.proofs.VerifierKey;
import fundtrail.query.follow.FeedEntry;
import fundtrail.query.http.Served;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Evidence packs, taken apart by hand; that ops/Verify.java passes them is tested on a running ledger. */
@ExtendWith(TestPostgres.class)
@TestInstance(Lifecycle.PER_CLASS)
class EvidenceTest {
    private static final List<VerifierKey> KEY = List.of(VerifierKey.of(Vectors.VERIFIER));

    private RunningQuery running;

    @BeforeAll void read(@TempDir Path keys) {
        running = RunningQuery.of(keys, TwoCounties::write);
    }

    @BeforeEach void at_hand() {
        running.writer().asked().clear();
    }

    @AfterAll void closed() {
        running.close();
    }

    @Test void each_fact_of_an_institution_is_there_as_stored_and_proved() throws IOException {
        Map<String, byte[]> files = pack("/api/evidence?institution=H2");
        List<Long> positions = positions(files);
        assertEquals(told("/api/facts?institution=H2&limit=1000"), positions);
        for (long position : positions) {
            FeedEntry written = running.ledger().written().get((int) position);
            String name = "facts/%012d".formatted(position);
            assertArrayEquals(written.entry(), files.get(name + ".json"));
            InclusionProof proof = InclusionProof.of(new String(files.get(name + ".tlog-proof"), StandardCharsets.UTF_8));
            assertEquals(position, proof.index());
            assertTrue(proof.proves(written.entry(), KEY), name);
            assertFalse(proof.proves(running.ledger().written().getFirst().entry(), KEY));
        }
    }

    @Test void the_manifest_lists_every_other_file_and_what_the_facts_add_up_to() throws IOException {
        Map<String, byte[]> files = pack("/api/evidence?institution=H2&from=2018-02-26&to=2018-02-28");
        JsonNode manifest = manifest(files);
        List<String> listed = new ArrayList<>();
        for (JsonNode file : manifest.get("files")) {
            byte[] bytes = files.get(file.get("name").asText());
            assertEquals(Digest.sha256(bytes) + " " + bytes.length, file.get("sha256").asText() + " " + file.get("bytes").asInt());
            listed.add(file.get("name").asText());
        }
        listed.add("manifest.json");
        assertEquals(List.copyOf(files.keySet()), listed);
        assertEquals(positions(files).size(), manifest.get("facts").asInt());
        assertEquals("10000.00 4000.00", total(manifest, "ADVANCES"), "paid, and what came back");
        assertEquals("REHEARSAL " + running.ledger().written().size(), manifest.get("purpose").asText() + " " + manifest.at("/checkpoint/size").asInt());
    }

    @Test void the_cover_says_in_both_languages_what_it_is_and_that_it_is_a_rehearsal() throws IOException {
        String cover = new String(pack("/api/evidence?positions=0,3-5").get("cover.html"), StandardCharsets.UTF_8);
        for (String said : List.of("审计证据包 Evidence pack", "演练账", "A rehearsal ledger", "java Verify.java", "LedgerOpened")) {
            assertTrue(cover.contains(said), said);
        }
        assertFalse(cover.contains("姓名"), "no name of a person leaves the ledger");
    }

    @Test void it_is_on_record_before_it_is_handed_out_and_its_address_makes_it_again() throws IOException {
        byte[] first = running.ask("p-au", "/api/evidence?positions=3").body();
        JsonNode wish = running.writer().asked().getFirst().body();
        assertEquals("EVIDENCE_PACK 330521 1", wish.get("kind").asText() + " " + wish.get("division").asText() + " " + wish.at("/file/facts"));
        assertEquals(Digest.sha256(first), wish.at("/file/sha256").asText());
        assertArrayEquals(first, running.ask("p-au", wish.get("query").asText()).body());
    }

    @Test void the_key_it_names_is_one_that_signed_its_checkpoint_and_not_one_that_came_right_after_it() throws IOException {
        VerifierKey later = SigningKey.generate(Vectors.ORIGIN, KeyType.ED25519).verifier();
        running.ledger().execute("insert into ledger.log_key_change (verifier_key, kind, size, note) values ('%s', 'ADDED', 0, 'n1'), ('%s', 'ADDED', %d, 'n2')"
                .formatted(Vectors.VERIFIER, later, running.ledger().written().size()));
        try {
            assertEquals(Vectors.VERIFIER, manifest(pack("/api/evidence?positions=3")).get("verifierKey").asText());
        } finally {
            running.ledger().execute("delete from ledger.log_key_change");
        }
    }

    @Test void of_another_countys_facts_no_bytes_are_packed() throws IOException {
        List<Long> theirs = told("/api/facts?institution=N1&limit=1000", "p-nau");
        assertFalse(theirs.isEmpty());
        assertEquals(404, running.ask("p-au", "/api/evidence?positions=" + theirs.getLast()).statusCode());
        assertEquals(403, running.ask("p-ca", "/api/evidence?institution=H2").statusCode(), "raw bytes are for auditors");
        assertEquals(0, running.writer().asked().size());
    }

    @Test void of_what_is_two_divisions_nothing_is_handed_out_in_the_name_of_one_that_is_not_the_readers(@TempDir Path keys) {
        try (RunningQuery shared = RunningQuery.of(keys, ledger -> {
            TwoCounties.write(ledger);
            ledger.signedBy(Role.CL, "p-cl", Role.CK, "p-ck").write(new MedicalCommunityFormed(new CommunityId("MC9"), "两县医共体（虚构）",
                    Chenghu.COUNTY, new InstitutionId("H2"), List.of(new InstitutionId("H2"), new InstitutionId("N1")), LocalDate.of(2018, 3, 1)));
        })) {
            assertEquals(404, shared.ask("p-au", "/api/evidence?division=330522").statusCode());
            assertEquals(List.of(), shared.writer().asked());
        }
    }

    @Test void positions_are_on_record_as_ranges_and_a_question_too_long_for_the_record_is_told_so() throws IOException {
        pack("/api/evidence?positions=3,4,5,7");
        assertTrue(running.writer().asked().getFirst().body().get("query").asText().contains("&positions=3-5,7&"));
        String second = IntStream.range(0, 700).mapToObj(each -> Integer.toString(2 * each)).collect(Collectors.joining(","));
        var refused = running.ask("p-au", "/api/evidence?positions=" + second);
        assertEquals("400 QUESTION_TOO_LONG", refused.statusCode() + " " + Served.json(refused).get("code").asText());
    }

    @Test void a_moment_the_checkpoint_does_not_cover_is_refused() {
        var response = running.ask("p-au", "/api/evidence?positions=3&size=9999");
        assertEquals(404, response.statusCode());
        assertEquals("UNKNOWN", Served.json(response).get("code").asText());
    }

    @Test void since_a_checkpoint_that_was_kept_the_pack_proves_that_its_log_goes_on_from_it() throws IOException {
        Map<String, byte[]> files = pack("/api/evidence?positions=3&since=5");
        ConsistencyProof proof = ConsistencyProof.of(new String(files.get("consistency"), StandardCharsets.UTF_8));
        assertEquals(5, proof.old());
        assertTrue(proof.provesFrom(root(5)));
        assertFalse(proof.provesFrom(root(4)));
        assertEquals(new String(files.get("checkpoint"), StandardCharsets.UTF_8), proof.checkpoint().toString());
        assertFalse(pack("/api/evidence?positions=3").containsKey("consistency"), "nobody asked");
        assertEquals(400, running.ask("p-au", "/api/evidence?positions=3&since=99999").statusCode());
    }

    private Hash root(int size) {
        GrowingTree tree = new GrowingTree();
        running.ledger().written().subList(0, size).forEach(fact -> tree.add(Hash.leaf(fact.entry())));
        return tree.root();
    }

    private Map<String, byte[]> pack(String address) throws IOException {
        var response = running.ask("p-au", address);
        assertEquals(200, response.statusCode(), () -> new String(response.body(), StandardCharsets.UTF_8));
        assertEquals("application/zip", response.headers().firstValue("Content-Type").orElseThrow());
        return Unzipped.files(response.body());
    }

    private static List<Long> positions(Map<String, byte[]> files) throws IOException {
        List<Long> positions = new ArrayList<>();
        manifest(files).get("positions").forEach(position -> positions.add(position.asLong()));
        return positions;
    }

    private static String total(JsonNode manifest, String account) {
        for (JsonNode total : manifest.get("totals")) {
            if (total.get("account").asText().equals(account)) {
                return total.get("debit").asText() + " " + total.get("credit").asText();
            }
        }
        return "none";
    }

    private List<Long> told(String address) {
        return told(address, "p-au");
    }

    private List<Long> told(String address, String person) {
        List<Long> positions = new ArrayList<>();
        running.get(person, address).get("items").forEach(item -> positions.add(item.get("position").asLong()));
        return positions;
    }
}
