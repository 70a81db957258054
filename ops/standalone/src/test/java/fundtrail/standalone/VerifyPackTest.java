package fundtrail.standalone;

import static fundtrail.standalone.CraftedLog.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.contract.Digest;
import fundtrail.contract.Json;
import fundtrail.standalone.Verifying.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack whose facts are proved, and one false thing beside them: each is a fault of its own. */
class VerifyPackTest {
    private static final CraftedLog LOG = new CraftedLog(CraftedLog.facts(5));
    private static final String ONE = "facts/000000000001.json";

    @TempDir
    private static Path folder;
    private static Verifying verifying;

    @BeforeAll
    static void compiled() {
        verifying = new Verifying(folder);
    }

    private static Said said(byte[] pack, String... more) throws IOException, InterruptedException {
        String[] arguments = new String[more.length + 3];
        arguments[0] = Files.write(folder.resolve("pack.zip"), pack).toString();
        arguments[1] = "--key";
        arguments[2] = LOG.key();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return verifying.run(null, arguments);
    }

    private static byte[] pack(Consumer<Map<String, byte[]>> files, Consumer<ObjectNode> manifest) throws IOException {
        Map<String, byte[]> packed = LOG.packed(0, 1, 3);
        files.accept(packed);
        ObjectNode said = LOG.manifest(packed, 0, 1, 3);
        manifest.accept(said);
        return CraftedLog.zip(packed, Json.MAPPER.writeValueAsBytes(said));
    }

    private static void fails(String why, byte[] pack) throws IOException, InterruptedException {
        Said said = said(pack);
        assertEquals(1, said.code(), why + ": " + said.text());
        assertTrue(said.text().contains(why) && said.text().contains("FAIL"), why + ": " + said.text());
    }

    private static void failsWith(String why, Consumer<ObjectNode> manifest) throws IOException, InterruptedException {
        fails(why, pack(files -> { }, manifest));
    }

    private static void failsHolding(String why, Consumer<Map<String, byte[]>> files) throws IOException, InterruptedException {
        fails(why, pack(files, manifest -> { }));
    }

    @Test
    void a_sound_pack_passes_and_is_told_with_its_sums_by_account_its_root_its_key_and_its_own_sha256() throws IOException, InterruptedException {
        byte[] pack = pack(files -> { }, manifest -> { });
        Said said = said(pack);
        assertEquals(0, said.code(), said.text());
        for (String told : new String[] {"3 of 5 facts", "FUND ADVANCES", LOG.note().lines().toList().get(2), LOG.key(), Digest.sha256(pack).toString(), "\nPASS\n"}) {
            assertTrue(said.text().contains(told), told + ": " + said.text());
        }
    }

    @Test
    void a_manifest_that_says_other_than_what_is_there() throws IOException, InterruptedException {
        failsWith("total of 330521 2018 CEN FUND ADVANCES", manifest -> ((ObjectNode) manifest.at("/totals/0")).put("debit", "201.00"));
        failsWith("has no total of 330521 2018 CEN FUND ADVANCES", manifest -> ((ObjectNode) manifest.at("/totals/0")).put("account", "EXPENSE_PAID"));
        failsWith("says positions", manifest -> manifest.putArray("positions").add(0).add(1).add(2));
        failsWith("says facts 4", manifest -> manifest.put("facts", 4));
        failsWith("says size 99999", manifest -> ((ObjectNode) manifest.get("checkpoint")).put("size", 99_999));
        failsWith("says root AAAA", manifest -> ((ObjectNode) manifest.get("checkpoint")).put("root", "AAAA"));
        failsWith("says origin", manifest -> manifest.put("origin", "another.example/log"));
        failsWith("says purpose PRODUCTION", manifest -> manifest.put("purpose", "PRODUCTION"));
        failsWith("says ledger", manifest -> manifest.put("ledger", "another"));
        failsWith("says knownPosition 2", manifest -> manifest.put("knownPosition", 2));
        failsWith("says knownAt", manifest -> manifest.put("knownPosition", 3));
        failsWith("says effective 2017-12-31", manifest -> manifest.put("effective", "2017-12-31"));
        failsWith("is no verifier key", manifest -> manifest.put("verifierKey", "somebody/else+00000000+AA=="));
        failsWith("names a key that did not sign", manifest -> manifest.put("verifierKey", new CraftedLog(CraftedLog.facts(1)).key()));
        failsWith("checkpoint is not the file the manifest lists", manifest -> ((ObjectNode) manifest.at("/files/0")).put("bytes", 1));
        failsWith("says more than a manifest does", manifest -> manifest.put("approvedBy", "the auditor"));
        failsWith("\"totals\" is missing", manifest -> manifest.remove("totals"));
    }

    @Test
    void files_that_are_no_packs_that_stand_there_twice_or_that_are_too_large() throws IOException, InterruptedException {
        for (String name : new String[] {"Facts/000000000001.json", "../../evil.sh", "facts/01.json", "facts/000000000002.JSON"}) {
            failsHolding(name + " is no file that belongs into a pack", files -> files.put(name, bytes(CraftedLog.paid(1, "900.00"))));
        }
        failsHolding("facts/000000000002.tlog-proof proves a fact that is not there", files -> files.put("facts/000000000002.tlog-proof", new byte[0]));
        failsHolding("is larger than a pack's is", files -> files.put(ONE, new byte[70_000]));
        byte[] twice = pack(files -> files.put("cover.htmX", bytes("<h1>999.00</h1>")), manifest -> { });
        fails("cover.html is in the pack twice", new String(twice, StandardCharsets.ISO_8859_1).replace("cover.htmX", "cover.html").getBytes(StandardCharsets.ISO_8859_1));
        byte[] other = pack(files -> files.put("facts/000000000002.tlog-proof", new byte[0]), manifest -> { });
        String text = new String(other, StandardCharsets.ISO_8859_1);
        int last = text.lastIndexOf("facts/000000000002.tlog-proof");
        fails("by the list at its end the pack has other files", (text.substring(0, last) + "facts/000000000004" + text.substring(last + 18)).getBytes(StandardCharsets.ISO_8859_1));
        fails("the manifest is no JSON object: it is nested deeper", CraftedLog.zip(LOG.packed(1), bytes("[".repeat(200_000))));
    }

    @Test
    void a_fact_of_no_form_and_a_proof_or_checkpoint_that_was_changed_are_faults_and_named() throws IOException, InterruptedException {
        for (String form : new String[] {CraftedLog.paid(1, "1O0.00"), "{\"position\":1}", "{\"x\":1}", "[]", CraftedLog.paid(1, "1.00").substring(0, 200)}) {
            failsHolding("fact 1 is not proved to be in the log", files -> files.put(ONE, bytes(form)));
        }
        failsHolding("fact 1 is not proved to be in the log: it has no proof", files -> files.remove("facts/000000000001.tlog-proof"));
        failsHolding("fact 1 is not proved to be in the log", files -> files.put("facts/000000000001.tlog-proof", bytes("no proof")));
        failsHolding("fact 1 is not proved to be in the log", files -> files.computeIfPresent("facts/000000000001.tlog-proof",
                (name, proof) -> bytes(new String(proof, StandardCharsets.UTF_8).replace("\n5\n", "\n6\n"))));
        failsHolding("the pack's checkpoint bears a false signature", files -> files.put("checkpoint", bytes(LOG.note().replace("\n5\n", "\n6\n"))));
        failsHolding("the pack's checkpoint is no checkpoint", files -> files.put("checkpoint", bytes(LOG.note().replace("\n", "\r\n"))));
        Map<String, byte[]> empty = new LinkedHashMap<>(Map.of("cover.html", bytes("")));
        fails("the pack has no checkpoint", CraftedLog.zip(empty, bytes("{}")));
    }

    @Test
    void a_checkpoint_that_was_kept_without_its_signature_or_with_a_mails_line_ends_will_do_and_one_of_another_key_will_not() throws IOException, InterruptedException {
        Path kept = folder.resolve("kept");
        byte[] pack = pack(files -> { }, manifest -> { });
        Files.writeString(kept, String.join("\n", LOG.note().lines().limit(3).toList()));
        Said bare = said(pack, "--since", kept.toString());
        assertEquals(0, bare.code(), bare.text());
        assertTrue(bare.text().contains("bears no signature: it is believed because you kept it") && bare.text().contains("goes on from the checkpoint of 5 facts"), bare.text());
        Files.writeString(kept, LOG.note().replace("\n", "\r\n"));
        assertEquals(0, said(pack, "--since", kept.toString()).code());
        Files.writeString(kept, new CraftedLog(CraftedLog.facts(5)).note());
        Said others = said(pack, "--since", kept.toString());
        assertEquals(2, others.code(), others.text());
        assertTrue(others.text().contains("Give the key that it was signed with as well"), others.text());
    }
}
