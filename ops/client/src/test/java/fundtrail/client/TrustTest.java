package fundtrail.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.door.TlsFiles.Pair;
import fundtrail.door.kit.TestIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
    @TempDir
    static Path folder;

    private static TestIssuer issuer;
    private static Path otherCa;
    private static SSLContext ledger;

    private final List<Duration> pauses = new ArrayList<>();

    @BeforeAll
    static void issue() throws IOException, GeneralSecurityException {
        issuer = TestIssuer.in(Files.createDirectory(folder.resolve("county")));
        otherCa = TestIssuer.in(Files.createDirectory(folder.resolve("other"))).ca();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(issuer.issue("ledger", "EC").read().keys(), Pair.PASSWORD.toCharArray());
        ledger = SSLContext.getInstance("TLS");
        ledger.init(keys.getKeyManagers(), null, null);
    }

    @Test
    void a_ledger_under_a_countys_own_authority_is_believed_when_that_is_named() {
        try (ScriptedServer server = new ScriptedServer(ledger); LedgerApi api = api(server, Trust.of(issuer.ca()))) {
            server.then(200, "application/json", "{\"a\":1}");
            assertEquals("{\"a\":1}", api.read("/api/me", Map.of(), "token").toString());
        }
    }

    @Test
    void nobody_else_is_believed_then_and_no_token_is_sent() {
        for (Trust another : List.of(Trust.of(otherCa), Trust.usual())) {
            try (ScriptedServer server = new ScriptedServer(ledger); LedgerApi api = api(server, another)) {
                LedgerUnreachable refused = assertThrows(LedgerUnreachable.class, () -> api.read("/api/me", Map.of(), "token"));
                assertTrue(refused.inWords(Words.in("en")).contains("--ca"), refused.inWords(Words.in("en")));
                assertTrue(refused.inWords(Words.in("zh")).contains("--ca"), refused.inWords(Words.in("zh")));
                assertEquals(List.of(), server.asked());
            }
        }
        assertEquals(List.of(), pauses, "a stranger is not asked again");
    }

    @Test
    void a_file_without_certificates_is_named() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing");
        for (Path wrong : List.of(empty, folder.resolve("missing.pem"))) {
            Unable unable = assertThrows(Unable.class, () -> Trust.of(wrong));
            assertTrue(unable.inWords(Words.in("en")).contains(wrong.toString()));
        }
    }

    private LedgerApi api(ScriptedServer server, Trust trust) {
        return new LedgerApi(server.addresses(), Words.in("en"), new Patience(4, Duration.ofSeconds(3), pauses::add), trust);
    }
}
