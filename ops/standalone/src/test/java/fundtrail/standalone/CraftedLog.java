package fundtrail.standalone;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import fundtrail.contract.Digest;
import fundtrail.contract.Json;
import fundtrail.proofs.Checkpoint;
import fundtrail.proofs.GrowingTree;
import fundtrail.proofs.Hash;
import fundtrail.proofs.InclusionProof;
import fundtrail.proofs.KeyType;
import fundtrail.proofs.Note;
import fundtrail.proofs.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A log of made-up facts under a key of its own, and the pieces in which a ledger serves it and a pack holds it: whoever
 * tests what is noticed can make any of them false.
 */
final class CraftedLog {
    static final String ORIGIN = "crafted.example/log";
    private static final int WIDTH = 256;

    private final SigningKey key = SigningKey.generate(ORIGIN, KeyType.ED25519);
    private final GrowingTree tree = new GrowingTree();
    private final List<byte[]> entries = new ArrayList<>();

    CraftedLog(List<String> facts) {
        for (String fact : facts) {
            entries.add(bytes(fact));
            tree.add(Hash.leaf(bytes(fact)));
        }
    }

    /** The ledger's opening, and then payments of 100.00 each. */
    static List<String> facts(int count) {
        List<String> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            facts.add(i == 0 ? opened() : paid(i, "100.00"));
        }
        return facts;
    }

    private static String opened() {
        return fact(0, "LedgerOpened", "[]", "{\"ledgerId\":\"crafted\",\"purpose\":\"REHEARSAL\"}");
    }

    static String paid(long position, String amount) {
        String line = "{\"division\":\"330521\",\"budgetYear\":2018,\"fundSource\":\"CEN\",\"book\":\"FUND\",\"account\":\"%s\",\"side\":\"%s\",\"amount\":\"" + amount + "\"}";
        return fact(position, "Paid", "[" + line.formatted("ADVANCES", "D") + "," + line.formatted("TREASURY_CASH", "C") + "]", "{}");
    }

    static String fact(long position, String type, String lines, String body) {
        return "{\"position\":%d,\"recordedAt\":\"%s\",\"type\":\"%s\",\"effectiveDate\":\"2018-01-01\",\"actor\":\"p-x\",\"body\":%s,\"lines\":%s}"
                .formatted(position, recordedAt(position), type, body, lines);
    }

    private static String recordedAt(long position) {
        return "2026-01-01T%02d:%02d:%02d.000000Z".formatted(position / 3600, position / 60 % 60, position % 60);
    }

    String key() {
        return key.verifier().toString();
    }

    String note() {
        String text = new Checkpoint(ORIGIN, tree.size(), tree.root()).text();
        return new Note(text, List.of(key.sign(text))).toString();
    }

    // ---- as a ledger serves it ----

    /** What is answered, by path; a path that is not there is answered 404. */
    Map<String, byte[]> served() {
        return served(entries);
    }

    /** @param others whose bytes are served beside this log's hashes */
    Map<String, byte[]> served(List<byte[]> others) {
        Map<String, byte[]> served = new TreeMap<>(Map.of("/checkpoint", bytes(note())));
        for (int from = 0; from < entries.size(); from += WIDTH) {
            int to = Math.min(from + WIDTH, entries.size());
            String tile = "%03d".formatted(from / WIDTH) + (to - from == WIDTH ? "" : ".p/" + (to - from));
            ByteArrayOutputStream hashes = new ByteArrayOutputStream();
            ByteArrayOutputStream bundle = new ByteArrayOutputStream();
            for (int i = from; i < to; i++) {
                hashes.writeBytes(Hash.leaf(entries.get(i)).bytes());
                bundle.write(others.get(i).length >> 8);
                bundle.write(others.get(i).length);
                bundle.writeBytes(others.get(i));
            }
            served.put("/tile/0/" + tile, hashes.toByteArray());
            served.put("/tile/entries/" + tile, bundle.toByteArray());
        }
        return served;
    }

    /** The bytes of all facts but one, which are these. */
    List<byte[]> with(int position, String other) {
        List<byte[]> changed = new ArrayList<>(entries);
        changed.set(position, bytes(other));
        return changed;
    }

    static HttpServer serve(Map<String, byte[]> answers) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer = answers.get(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(answer == null ? 404 : 200, answer == null ? -1 : answer.length);
            if (answer != null) {
                exchange.getResponseBody().write(answer);
            }
            exchange.close();
        });
        server.start();
        return server;
    }

    static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    // ---- as a pack holds it ----

    /** All but the manifest. */
    Map<String, byte[]> packed(int... positions) {
        Map<String, byte[]> files = new LinkedHashMap<>(Map.of("checkpoint", bytes(note())));
        for (int position : positions) {
            String name = "facts/%012d".formatted(position);
            files.put(name + ".json", entries.get(position));
            files.put(name + ".tlog-proof", bytes(new InclusionProof(position, tree.tree().inclusion(position), Note.of(note())).toString()));
        }
        files.put("cover.html", bytes("<h1>200.00</h1>"));
        return files;
    }

    /** A true manifest of such a pack of payments. */
    ObjectNode manifest(Map<String, byte[]> files, int... positions) {
        ObjectNode manifest = Json.MAPPER.createObjectNode().put("format", "fundtrail-evidence/1").put("ledger", "crafted").put("origin", ORIGIN)
                .put("purpose", "REHEARSAL").put("verifierKey", key()).put("query", "/api/evidence?institution=H1")
                .put("knownPosition", tree.size() - 1).put("knownAt", recordedAt(tree.size() - 1)).put("effective", "2026-01-01");
        manifest.putObject("checkpoint").put("size", tree.size()).put("root", tree.root().toString());
        manifest.put("facts", positions.length);
        ArrayNode where = manifest.putArray("positions");
        long paid = 0;
        for (int position : positions) {
            where.add(position);
            paid += position == 0 ? 0 : 100;
        }
        ArrayNode totals = manifest.putArray("totals");
        for (String account : List.of("ADVANCES", "TREASURY_CASH")) {
            boolean debit = account.equals("ADVANCES");
            totals.addObject().put("division", "330521").put("budgetYear", 2018).put("fundSource", "CEN").put("book", "FUND").put("account", account)
                    .put("debit", (debit ? paid : 0) + ".00").put("credit", (debit ? 0 : paid) + ".00");
        }
        ArrayNode listed = manifest.putArray("files");
        files.forEach((name, bytes) -> listed.addObject().put("name", name).put("bytes", bytes.length).put("sha256", Digest.sha256(bytes).toString()));
        return manifest;
    }

    static byte[] zip(Map<String, byte[]> files, byte[] manifest) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            Map<String, byte[]> all = new LinkedHashMap<>(files);
            all.put("manifest.json", manifest);
            for (Map.Entry<String, byte[]> file : all.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        }
        return zip.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
