package fundtrail.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import fundtrail.client.fsck.Prefix;
import fundtrail.client.fsck.Prefix.LostWish;
import fundtrail.client.fsck.Prefix.Proved;
import fundtrail.proofs.Checkpoint;
import fundtrail.proofs.GrowingTree;
import fundtrail.proofs.Hash;
import fundtrail.proofs.KeyType;
import fundtrail.proofs.Note;
import fundtrail.proofs.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A restored ledger that has sealed two facts of the six that a kept checkpoint covers, as a token sees it that sees not all. */
class PrefixTest {
    private static final int KEPT = 6;
    private static final byte[] UNKNOWN = """
            {"type":"t","title":"Unknown","status":404,"code":"UNKNOWN","detail":"d","advice":"a"}""".getBytes(StandardCharsets.UTF_8);

    private final SigningKey key = SigningKey.generate("ledger.example/log", KeyType.ED25519);
    private final Map<String, byte[]> served = new HashMap<>();
    private HttpServer server;
    private LedgerApi api;
    private Prefix prefix;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = served.get(exchange.getRequestURI().getPath());
                exchange.getResponseHeaders().set("Content-Type", body == null ? "application/problem+json" : "application/json");
                exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? UNKNOWN.length : body.length);
                exchange.getResponseBody().write(body == null ? UNKNOWN : body);
            }
        });
        server.start();
        URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        api = new LedgerApi(new Addresses(here, here), Words.in("en"));
        prefix = new Prefix(api, "an auditor");
        served.put("/checkpoint", checkpoint(2).getBytes(StandardCharsets.UTF_8));
        served.put("/tile/0/000.p/2", hashes(2));
        restoredTo(3);
    }

    @AfterEach
    void stop() {
        api.close();
        server.stop(0);
    }

    private static Hash leaf(int position) {
        return Hash.leaf(new byte[] {(byte) position});
    }

    private static byte[] hashes(int size) {
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        for (int i = 0; i < size; i++) {
            hashes.writeBytes(leaf(i).bytes());
        }
        return hashes.toByteArray();
    }

    private String checkpoint(int size) {
        GrowingTree tree = new GrowingTree();
        for (int i = 0; i < size; i++) {
            tree.add(leaf(i));
        }
        String text = new Checkpoint(key.verifier().name(), size, tree.root()).text();
        return new Note(text, List.of(key.sign(text))).toString();
    }

    private void restoredTo(int knownPosition) {
        served.put("/api/ledger", ("{\"knownPosition\":" + knownPosition + "}").getBytes(StandardCharsets.UTF_8));
    }

    private void shows(int position, Hash leaf) {
        served.put("/api/facts/" + position, """
                {"item":{"position":%d,"type":"AdvancePaid","actor":"p-ca","leafHash":"%s","entry":"{\\"key\\":\\"k-%d\\"}"}}"""
                .formatted(position, HexFormat.of().formatHex(leaf.bytes()), position).getBytes(StandardCharsets.UTF_8));
    }

    private Proved checked() {
        return prefix.check(checkpoint(KEPT), hashes(KEPT), key.verifier().toString()).orElseThrow(() -> new AssertionError(prefix.difference()));
    }

    @Test
    void a_fact_that_is_neither_sealed_nor_shown_is_said_not_to_have_been_compared() {
        shows(2, leaf(2));
        assertEquals(new Proved("ledger.example/log", 4, 2, KEPT), checked());
        assertEquals(List.of(3L), prefix.notCompared());
    }

    @Test
    void a_fact_behind_one_that_is_not_shown_is_compared_all_the_same() {
        shows(3, leaf(9));
        assertTrue(prefix.check(checkpoint(KEPT), hashes(KEPT), key.verifier().toString()).isEmpty());
        assertEquals(3, prefix.difference().position());
    }

    @Test
    void what_was_posted_beyond_the_kept_checkpoint_is_not_asked_for() {
        for (int position = 2; position < KEPT; position++) {
            shows(position, leaf(position));
        }
        restoredTo(8);
        assertEquals(0, checked().lost());
        assertEquals(List.of(), prefix.notCompared());
    }

    @Test
    void the_list_of_lost_wishes_goes_on_behind_a_fact_that_is_not_shown() {
        Proved proved = new Proved("ledger.example/log", 3, 2, KEPT);
        shows(3, leaf(3));
        shows(5, leaf(5));
        assertEquals(List.of(new LostWish("p-ca", "k-3", List.of("AdvancePaid"), 3), new LostWish("–", "–", List.of(), 4),
                new LostWish("p-ca", "k-5", List.of("AdvancePaid"), 5)), prefix.lost(api, proved));
    }
}
