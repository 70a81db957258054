package fundtrail.proofs.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fundtrail.proofs.HeldFolder;
import fundtrail.proofs.KeyType;
import fundtrail.proofs.SigningKey;
import fundtrail.proofs.VerifierKey;
import fundtrail.proofs.witness.Witness.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A witness that an auditor runs, on another machine than the ledger: {@code POST /add-checkpoint}, {@code GET /seen},
 * {@code GET /key}. TLS, where it is wanted, ends before it.
 */
public final class WitnessServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WitnessServer.class.getName());
    private static final int LONGEST_BODY = 64 * 1024;
    private static final String KEY = "witness.key";
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Pattern ADDRESS = Pattern.compile("(?:\\[([0-9A-Fa-f:.%]+)]|([^:]+)):([0-9]{1,5})");
    private static final Answer NOTHING_HERE = Answer.of(404, "/add-checkpoint, /seen and /key are what is here");
    private static final int PORTS = 65_536;
    private static final int FIRST_LOG = 3;

    private final HeldFolder folder;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Witness witness;

    private WitnessServer(HeldFolder folder, HttpServer server, Witness witness) {
        this.folder = folder;
        this.server = server;
        this.witness = witness;
        server.setExecutor(threads);
        server.createContext("/", asked -> answer(asked, asked.getRequestMethod(), () -> NOTHING_HERE));
        server.createContext("/add-checkpoint", asked -> answer(asked, "POST", () -> add(asked)));
        server.createContext("/seen", asked -> answer(asked, "GET", () -> Answer.of(200, witness.seen().stripTrailing())));
        server.createContext("/key", asked -> answer(asked, "GET", () -> Answer.of(200, witness.verifier().toString())));
        server.start();
    }

    /**
     * @param folder for its key, which is made with the first start, and what it saw; no other witness's
     * @param name   of a new key
     * @param port   0 for any free one
     * @throws IllegalStateException when another witness works with the folder, or what it keeps cannot be used
     */
    public static WitnessServer start(Path folder, String name, List<VerifierKey> logs, String host, int port) throws IOException {
        Files.createDirectories(folder);
        HeldFolder held = HeldFolder.take(folder);
        try {
            Witness witness = new Witness(key(folder.resolve(KEY), name), logs, folder, InstantSource.system());
            return new WitnessServer(held, HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 0), witness);
        } catch (IOException | RuntimeException e) {
            held.close();
            throw e;
        }
    }

    private static SigningKey key(Path file, String name) throws IOException {
        if (!Files.exists(file)) {
            Path unfinished = file.resolveSibling(KEY + ".unfinished");
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(OWNERS));
            Files.writeString(unfinished, SigningKey.generate(name, KeyType.COSIGNATURE).text() + "\n");
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (!OWNERS.containsAll(permissions)) {
            throw new IllegalStateException(Said.of("openKey", file, PosixFilePermissions.toString(permissions)));
        }
        try {
            return SigningKey.of(Files.readString(file).strip());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException(file + ": " + wrong.getMessage(), wrong);
        }
    }

    private interface Answering {
        Answer answer() throws IOException;
    }

    private static void answer(HttpExchange asked, String method, Answering answering) throws IOException {
        try (asked) {
            Answer answer = answered(asked, method, answering);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            asked.getResponseHeaders().set("Content-Type", answer.contentType());
            asked.sendResponseHeaders(answer.status(), body.length);
            asked.getResponseBody().write(body);
        }
    }

    private static Answer answered(HttpExchange asked, String method, Answering answering) throws IOException {
        if (!asked.getRequestURI().getPath().equals(asked.getHttpContext().getPath())) {
            return NOTHING_HERE;
        }
        if (!asked.getRequestMethod().equals(method)) {
            return Answer.of(405, method + " is what is asked for here");
        }
        try {
            return answering.answer();
        } catch (UncheckedIOException cannotKeep) {
            String said = Said.of("cannotKeep", cannotKeep.getMessage() + ": " + cannotKeep.getCause());
            LOG.log(System.Logger.Level.ERROR, said);
            return Answer.of(500, said);
        }
    }

    private Answer add(HttpExchange asked) throws IOException {
        byte[] body = asked.getRequestBody().readNBytes(LONGEST_BODY + 1);
        return body.length > LONGEST_BODY
                ? Answer.of(413, "no checkpoint with its proof is longer than " + LONGEST_BODY + " bytes")
                : witness.addCheckpoint(new String(body, StandardCharsets.UTF_8));
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
        folder.close();
    }

    public static void main(String[] arguments) {
        if (arguments.length <= FIRST_LOG) {
            System.err.println(Said.of("usage"));
            System.exit(2);
        }
        try {
            List<VerifierKey> logs = List.of(arguments).subList(FIRST_LOG, arguments.length).stream().map(WitnessServer::logKey).toList();
            WitnessServer server = begun(Path.of(arguments[0]), VerifierKey.checkedName(arguments[1]), arguments[2], logs);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "closing"));
            System.out.println(Said.of("began", arguments[2].replaceFirst("[0-9]+$", server.port() + ""), server.verifier(), server.witness.seen()));
        } catch (HeldFolder.InUse inUse) {
            System.err.println(Said.of("inUse", arguments[0]));
            System.exit(2);
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
    }

    private static WitnessServer begun(Path folder, String name, String address, List<VerifierKey> logs) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches() || Integer.parseInt(parts.group(3)) >= PORTS) {
            throw new IllegalArgumentException(Said.of("address", address));
        }
        try {
            return start(folder, name, logs, parts.group(1) == null ? parts.group(2) : parts.group(1), Integer.parseInt(parts.group(3)));
        } catch (SocketException | UnknownHostException cannotListen) {
            throw new IllegalStateException(Said.of("cannotListen", address, cannotListen.getMessage()), cannotListen);
        } catch (IOException unusable) {
            throw new IllegalStateException(Said.of("folder", folder, unusable.toString()), unusable);
        }
    }

    private static VerifierKey logKey(String text) {
        VerifierKey key = VerifierKey.of(text);
        if (key.type() != KeyType.ED25519) {
            throw new IllegalArgumentException(Said.of("logKey", text));
        }
        return key;
    }
}
