package fundtrail.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import fundtrail.standalone.Verifying.Said;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be checked is told from what is wrong: exit code 2, and what to give instead. What may not be read is said. */
class VerifyTest {
    private static final String KEY = "ledger.health-fund.example/log+905ee401+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";

    @TempDir
    private Path folder;

    private void refused(String why, String... arguments) throws IOException, InterruptedException {
        Said said = new Verifying(folder).run(null, arguments);
        assertEquals(2, said.code(), said.text());
        assertTrue(said.text().contains(why), said.text());
    }

    @Test
    void a_key_that_is_none_a_checkpoint_that_is_not_there_and_a_ledger_that_does_not_answer_are_named() throws IOException, InterruptedException {
        refused("usage: java Verify.java", "http://127.0.0.1:1");
        refused("\"garbage\" is no verifier key", "http://127.0.0.1:1", "--key", "garbage");
        refused("no checkpoint to read in " + folder.resolve("none"), "http://127.0.0.1:1", "--key", KEY, "--since", folder.resolve("none").toString());
        refused("Nothing stands after --keep. usage: java Verify.java", "http://127.0.0.1:1", "--key", KEY, "--keep");
        refused("no folder to keep " + folder.resolve("none/kept"), "http://127.0.0.1:1", "--key", KEY, "--keep", folder.resolve("none/kept").toString());
        Path torn = Files.writeString(folder.resolve("torn"), CHECKPOINT.replace("\n\n", "\n"));
        refused(torn + " is no checkpoint", "http://127.0.0.1:1", "--key", KEY, "--since", torn.toString());
        refused("nobody answers at http://127.0.0.1:1", "http://127.0.0.1:1", "--key", KEY);
        refused("could not be checked: " + folder.resolve("none.zip"), folder.resolve("none.zip").toString(), "--key", KEY);
    }

    @Test
    void an_option_that_is_none_or_says_nothing_and_a_key_that_was_copied_wrongly_or_is_a_witnesss_are_refused() throws IOException, InterruptedException {
        refused("There is no option --sinse", "--sinse", "kept", "pack.zip", "--key", KEY);
        refused("Nothing stands after --since", "pack.zip", "--key", KEY, "--since", "--keep", "kept");
        refused("Only one can be meant: b.zip", "a.zip", "b.zip", "--key", KEY);
        refused("There is no token to read in " + folder.resolve("none"), "http://127.0.0.1:1", "--key", KEY, "--token", folder.resolve("none").toString());
        refused("--keep is for a ledger", "pack.zip", "--key", KEY, "--keep", "kept");
        refused("is no verifier key of a ledger", "pack.zip", "--key", KEY.replace("905ee401", "905ee402"));
        refused("is no verifier key of a ledger", "pack.zip", "--key", "w.example/w+7fac91ce+BAOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4");
    }

    /** Five entries of other people's software, {@code {"seq":i,"amount":"<100+i>.00"}}, and the checkpoint they made over them. */
    private static final String CHECKPOINT = """
            ledger.health-fund.example/log
            5
            z4Nu9Vk9r3oUYk8t9xdPGIIhdI6vy7cV9kX+KmWd3Fw=

            — ledger.health-fund.example/log kF7kAe50Kwpdg4KROGdNkhyzzIHs5Quo3NlM3gAQ2lcAgp62wCIENHaKsufjry7K9JuoQcJlMP7Y9wFAAXTh2H90Xgg=
            """;

    private static byte[] leaves(int changed) {
        try {
            ByteBuffer leaves = ByteBuffer.allocate(5 * 32);
            for (int i = 0; i < 5; i++) {
                MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
                sha256.update((byte) 0);
                leaves.put(sha256.digest(("{\"seq\":" + i + ",\"amount\":\"" + (100 + i + (i == changed ? 1 : 0)) + ".00\"}")
                        .getBytes(StandardCharsets.UTF_8)));
            }
            return leaves.array();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A ledger that shows this caller no entries. */
    private Said ofHashes(byte[] leaves, int refusal) throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer = switch (exchange.getRequestURI().getPath()) {
                case "/checkpoint" -> CHECKPOINT.getBytes(StandardCharsets.UTF_8);
                case "/tile/0/000.p/5" -> leaves;
                default -> null;
            };
            exchange.sendResponseHeaders(answer == null ? refusal : 200, answer == null ? -1 : answer.length);
            if (answer != null) {
                exchange.getResponseBody().write(answer);
            }
            exchange.close();
        });
        server.start();
        try {
            return new Verifying(folder).run("a-token", "http://127.0.0.1:" + server.getAddress().getPort(), "--key", KEY);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void where_a_token_may_not_read_a_bundle_its_facts_are_held_to_the_signed_root_by_their_hashes() throws IOException, InterruptedException {
        Said said = ofHashes(leaves(-1), 404);
        assertEquals(3, said.code(), said.text());
        assertTrue(said.text().endsWith("PASS for 0 of 5 facts\n"), said.text());
        assertTrue(said.text().contains("5 facts were held against the signed root by their hashes alone"), said.text());
        Said ofAnotherRole = ofHashes(leaves(-1), 403);
        assertEquals(said.text(), ofAnotherRole.text(), "where no entry is for the token's role");
        Said changed = ofHashes(leaves(3), 404);
        assertEquals(1, changed.code(), changed.text());
        assertTrue(changed.text().contains("do not give the root that was signed"), changed.text());
    }
}
