package fundtrail.standalone;

import static fundtrail.standalone.CraftedLog.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import fundtrail.standalone.Verifying.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger of several bundles, some of which this token may not read, some of which were changed. */
class VerifyLedgerTest {
    private static final CraftedLog LOG = new CraftedLog(CraftedLog.facts(600));
    private static final List<String> BUNDLES = List.of("/tile/entries/000", "/tile/entries/001", "/tile/entries/002.p/88");

    @TempDir
    private static Path folder;
    private static Verifying verifying;

    @BeforeAll
    static void compiled() {
        verifying = new Verifying(folder);
    }

    private static Said said(CraftedLog log, Map<String, byte[]> served, String... more) throws IOException, InterruptedException {
        HttpServer server = CraftedLog.serve(served);
        try {
            String[] asked = {CraftedLog.address(server), "--key", log.key()};
            return verifying.run("a-token", Stream.concat(Arrays.stream(asked), Arrays.stream(more)).toArray(String[]::new));
        } finally {
            server.stop(0);
        }
    }

    private static void ends(int code, String told, Said said) {
        assertEquals(code, said.code(), said.text());
        assertTrue(said.text().contains(told), told + ": " + said.text());
    }

    @Test
    void read_whole_it_passes_and_read_in_part_it_passes_for_that_part_with_a_code_of_its_own() throws IOException, InterruptedException {
        ends(0, "\nPASS\n", said(LOG, LOG.served()));
        Map<String, byte[]> inPart = LOG.served();
        inPart.remove(BUNDLES.get(1));
        ends(3, "PASS for 344 of 600 facts", said(LOG, inPart));
        inPart.keySet().removeAll(BUNDLES);
        ends(3, "PASS for 0 of 600 facts", said(LOG, inPart));
    }

    @Test
    void a_batch_is_held_to_its_control_total_where_all_is_read_and_not_where_a_side_of_it_is_kept_back() throws IOException, InterruptedException {
        CraftedLog sound = ofABatch("70.00");
        Map<String, byte[]> served = sound.served();
        ends(0, "\nPASS\n", said(sound, served));
        for (String bundle : BUNDLES.subList(0, 2)) {
            Map<String, byte[]> inPart = sound.served();
            inPart.remove(bundle);
            ends(3, "control totals of batches were not compared", said(sound, inPart));
        }
        CraftedLog wrong = ofABatch("69.99");
        ends(1, "batch B1: its rows differ from its control total by 0.01", said(wrong, wrong.served()));
    }

    private static CraftedLog ofABatch(String row) {
        List<String> facts = CraftedLog.facts(600);
        facts.set(250, CraftedLog.fact(250, "DisbursementBatchApproved", "[]", "{\"batch\":\"B1\",\"controlTotal\":\"70.00\"}"));
        facts.set(260, CraftedLog.fact(260, "DisbursementBatchApprovedRows", "[]", "{\"batch\":\"B1\",\"rows\":[{\"amount\":\"" + row + "\"}]}"));
        return new CraftedLog(facts);
    }

    @Test
    void whatever_form_a_fact_was_given_it_is_named() throws IOException, InterruptedException {
        for (String form : List.of(CraftedLog.paid(300, "9000000.00"), CraftedLog.paid(300, "1O0.00"), "{\"x\":1}", "[]", "",
                CraftedLog.paid(300, "1.00").replace("\"position\":300", "\"position\":\"300\""), CraftedLog.paid(300, "1.00").substring(0, 300), "[".repeat(60_000))) {
            ends(1, "fact 300 is not the one that was sealed there", said(LOG, LOG.served(LOG.with(300, form))));
        }
        ends(1, "\"recordedAt\" is missing or of another kind", said(LOG, LOG.served(LOG.with(300, "{\"x\":1}"))));
        ends(1, "FAIL: ", said(LOG, LOG.served(LOG.with(300, CraftedLog.fact(300, "a\\nPASS\\n", "[]", "{}")))));
        Map<String, byte[]> torn = LOG.served();
        torn.computeIfPresent(BUNDLES.get(1), (path, bundle) -> Arrays.copyOf(bundle, bundle.length - 3));
        ends(1, "facts 256 to 511 is more than they are, or ends within one", said(LOG, torn));
        Map<String, byte[]> changed = LOG.served();
        changed.put("/checkpoint", bytes(LOG.note().replace("\n600\n", "\n599\n")));
        ends(1, "the ledger's checkpoint bears a false signature", said(LOG, changed));
    }

    @Test
    void what_is_kept_is_the_checkpoint_that_was_verified_and_no_other() throws IOException, InterruptedException {
        Map<String, byte[]> served = LOG.served();
        served.put("/checkpoints/600", bytes("hello"));
        Path kept = folder.resolve("kept");
        ends(0, "\nPASS\n", said(LOG, served, "--keep", kept.toString()));
        assertEquals(LOG.note(), Files.readString(kept));
        assertFalse(Files.exists(folder.resolve("kept.unfinished")));
        ends(0, "the first 600 facts are those of the checkpoint kept", said(LOG, LOG.served(), "--since", kept.toString()));
    }
}
