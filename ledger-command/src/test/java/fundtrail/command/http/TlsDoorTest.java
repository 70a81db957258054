package fundtrail.command.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.CommandServer;
import fundtrail.command.kit.RunningLedger;
import fundtrail.door.DoorRefused;
import fundtrail.door.DoorRefused.Reason;
import fundtrail.door.TlsFiles;
import fundtrail.door.kit.TestIssuer;
import fundtrail.postgres.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The writing side under TLS. */
@ExtendWith(TestPostgres.class)
class TlsDoorTest {
    @TempDir
    static Path folder;

    private static TestIssuer issuer;
    private static TlsFiles files;
    private static RunningLedger ledger;

    @BeforeAll
    static void open() throws IOException {
        issuer = TestIssuer.in(Files.createDirectory(folder.resolve("issuer")));
        files = new TlsFiles(folder.resolve("chain.pem"), folder.resolve("key.pem"));
        install(issuer.issue("first", "EC"));
        ledger = RunningLedger.rehearsal(Map.of(
                "fundtrail.command.tls.certificate", files.certificate().toString(),
                "fundtrail.command.tls.key", files.key().toString()));
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    @Test
    void under_tls_http_2_is_agreed_on_and_browsers_are_told_to_stay_with_tls() throws Exception {
        HttpResponse<String> response = get(issuer.client().build());
        assertEquals(200, response.statusCode());
        assertEquals(Version.HTTP_2, response.version());
        assertEquals("TLSv1.3", response.sslSession().orElseThrow().getProtocol());
        assertEquals("max-age=31536000", response.headers().firstValue("strict-transport-security").orElseThrow());
    }

    @Test
    void http_1_1_and_tls_1_2_are_spoken_too() throws Exception {
        SSLParameters older = new SSLParameters();
        older.setProtocols(new String[] {"TLSv1.2"});
        HttpResponse<String> response = get(issuer.client().version(Version.HTTP_1_1).sslParameters(older).build());
        assertEquals(Version.HTTP_1_1, response.version());
        assertEquals("TLSv1.2", response.sslSession().orElseThrow().getProtocol());
    }

    @Test
    void a_client_that_trusts_others_does_not_come_in() {
        assertThrows(IOException.class, () -> get(HttpClient.newHttpClient()));
    }

    @Test
    void renewed_files_are_shown_to_whoever_comes_next_without_a_restart() throws Exception {
        String before = shownCertificate();
        install(issuer.issue("renewed", "RSA"));
        ledger.server().context().getBean(TomcatDoor.class).lookForRenewedFiles();
        assertEquals("CN=first", before);
        assertEquals("CN=renewed", shownCertificate());
        assertEquals(Version.HTTP_2, get(issuer.client().build()).version());
    }

    @Test
    void files_that_do_not_belong_together_refuse_the_start() {
        TlsFiles other = issuer.issue("other", "EC");
        assertEquals(Reason.TLS_KEY_DIFFERS, refused(Map.of(
                "fundtrail.command.tls.certificate", files.certificate().toString(),
                "fundtrail.command.tls.key", other.key().toString())).reason());
    }

    @Test
    void an_address_others_can_reach_refuses_the_start_without_tls_or_a_proxy() {
        DoorRefused refused = refused(Map.of(), "--server.address=0.0.0.0");
        assertEquals(Reason.PLAIN_HTTP, refused.reason());
        FailureAnalysis told = new DoorRefusedAnalyzer().analyze(refused);
        assertTrue(told.getAction().contains("FUNDTRAIL_COMMAND_TLS_CERTIFICATE"), told.getAction());
    }

    @Test
    void tls_by_properties_that_nobody_watches_is_refused() {
        assertEquals(Reason.SERVER_SSL_SET, refused(Map.of("server.ssl.enabled", "true", "server.ssl.bundle", "x")).reason());
    }

    private static DoorRefused refused(Map<String, Object> properties, String... arguments) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("server.port", "0");
        Throwable failure = assertThrows(RuntimeException.class, () -> CommandServer.start(all, arguments).close());
        while (!(failure instanceof DoorRefused) && failure.getCause() != null) {
            failure = failure.getCause();
        }
        return (DoorRefused) failure;
    }

    private static HttpResponse<String> get(HttpClient client) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create("https://localhost:" + ledger.server().port() + "/health")).build(),
                BodyHandlers.ofString());
    }

    private static String shownCertificate() throws IOException {
        try (SSLSocket socket = (SSLSocket) issuer.trusting().getSocketFactory().createSocket("127.0.0.1", ledger.server().port())) {
            socket.startHandshake();
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSubjectX500Principal().getName();
        }
    }

    private static void install(TlsFiles from) throws IOException {
        Files.copy(from.certificate(), files.certificate(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(from.key(), files.key(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }
}
