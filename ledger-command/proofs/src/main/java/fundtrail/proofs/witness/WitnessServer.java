package fundtrail.proofs.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fundtrail.proofs.KeyType;
import fundtrail.proofs.SigningKey;
import fundtrail.proofs.VerifierKey;
import fundtrail.proofs.witness.Witness.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A witness that an auditor runs, on another machine than the ledger: {@code POST /add-checkpoint}, {@code GET /seen},
 * {@code GET /key}. TLS, where it is wanted, ends before it.
 */
public final class WitnessServer implements AutoCloseable {
    private static final int LONGEST_BODY = 64 * 1024;
    private static final String KEY = "witness.key";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Witness witness;

    private WitnessServer(HttpServer server, Witness witness) {
        this.server = server;
        this.witness = witness;
        server.setExecutor(threads);
        server.createContext("/add-checkpoint", asked -> answer(asked, "POST", () -> witness.addCheckpoint(body(asked))));
        server.createContext("/seen", asked -> answer(asked, "GET", () -> Answer.of(200, witness.seen().stripTrailing())));
        server.createContext("/key", asked -> answer(asked, "GET", () -> Answer.of(200, witness.verifier().toString())));
        server.start();
    }

    /**
     * @param folder for its key, which is made with the first start, and what it saw
     * @param name   of a new key
     * @param port   0 for any free one
     */
    public static WitnessServer start(Path folder, String name, List<VerifierKey> logs, String host, int port) throws IOException {
        Files.createDirectories(folder);
        Witness witness = new Witness(key(folder.resolve(KEY), name), logs, folder, InstantSource.system());
        return new WitnessServer(HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 0), witness);
    }

    private static SigningKey key(Path file, String name) throws IOException {
        if (!Files.exists(file)) {
            Path unfinished = file.resolveSibling(KEY + ".unfinished");
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, SigningKey.generate(name, KeyType.COSIGNATURE).text() + "\n");
            Files.move(unfinished, file);
        }
        return SigningKey.of(Files.readString(file).strip());
    }

    private interface Answering {
        Answer answer() throws IOException;
    }

    private static void answer(HttpExchange asked, String method, Answering answering) throws IOException {
        try (asked) {
            Answer answer = asked.getRequestMethod().equals(method) ? answering.answer() : Answer.of(405, method + " is what is asked for here");
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            asked.getResponseHeaders().set("Content-Type", answer.contentType());
            asked.sendResponseHeaders(answer.status(), body.length);
            asked.getResponseBody().write(body);
        }
    }

    private static String body(HttpExchange asked) throws IOException {
        return new String(asked.getRequestBody().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public VerifierKey verifier() {
        return witness.verifier();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            System.err.println("Usage: ops/witness FOLDER NAME HOST:PORT LOG-VERIFIER-KEY…\n"
                    + "  FOLDER  for the witness's key (made with the first start) and what it saw; nobody else's\n"
                    + "  NAME    of the witness, such as audit.chenghu.example/witness\n");
            System.exit(2);
        }
        try {
            String[] address = arguments[2].split(":");
            List<VerifierKey> logs = List.of(arguments).subList(3, arguments.length).stream().map(VerifierKey::of).toList();
            WitnessServer server = start(Path.of(arguments[0]), VerifierKey.checkedName(arguments[1]), logs, address[0], Integer.parseInt(address[1]));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "closing"));
            System.out.println("This witness answers on port " + server.port() + ". For FUNDTRAIL_SEAL_WITNESSES of the ledger, and for whoever verifies:\n"
                    + server.verifier() + "\nIt has seen:\n" + server.witness.seen());
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
    }
}
