package fundtrail.query;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.door.DoorRefused;
import fundtrail.door.DoorRefused.Reason;
import fundtrail.door.TlsFiles;
import fundtrail.door.kit.TestIssuer;
import fundtrail.tokens.RehearsalIssuer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    @TempDir
    static Path issued;

    private static TestIssuer issuer;
    private static TlsFiles first;
    private static TlsFiles renewed;

    @TempDir
    Path folder;

    private TlsFiles files;
    private QueryServer server;

    @BeforeAll static void issue() {
        issuer = TestIssuer.in(issued);
        first = issuer.issue("first", "EC");
        renewed = issuer.issue("renewed", "RSA");
    }

    @BeforeEach void open() throws IOException {
        files = new TlsFiles(folder.resolve("chain.pem"), folder.resolve("key.pem"));
        install(first);
        server = Doors.open(RehearsalIssuer.in(folder.resolve("keys")), Doors.settings(Map.of(
                "TLS_CERTIFICATE", files.certificate().toString(), "TLS_KEY", files.key().toString())), Clock.systemUTC());
    }

    @AfterEach void closed() {
        server.close();
    }

    @Test void under_tls_http_2_is_agreed_on_and_browsers_are_told_to_stay_with_tls() throws Exception {
        HttpResponse<String> response = get(issuer.client().build());
        assertEquals(200, response.statusCode());
        assertEquals(Version.HTTP_2, response.version());
        assertEquals("TLSv1.3", response.sslSession().orElseThrow().getProtocol());
        assertEquals("max-age=31536000", response.headers().firstValue("strict-transport-security").orElseThrow());
    }

    @Test void http_1_1_and_tls_1_2_are_spoken_too() throws Exception {
        var older = new SSLParameters();
        older.setProtocols(new String[] {"TLSv1.2"});
        HttpResponse<String> response = get(issuer.client().version(Version.HTTP_1_1).sslParameters(older).build());
        assertEquals(Version.HTTP_1_1, response.version());
        assertEquals("TLSv1.2", response.sslSession().orElseThrow().getProtocol());
    }

    @Test void nothing_older_than_tls_1_2_is_answered() throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(helloOfTls10());
            byte[] alert = socket.getInputStream().readNBytes(7);
            assertArrayEquals(new byte[] {21, 2, 70}, new byte[] {alert[0], alert[5], alert[6]}, "a fatal alert: protocol_version");
        }
    }

    @Test void a_client_that_trusts_others_does_not_come_in() {
        assertThrows(IOException.class, () -> get(HttpClient.newHttpClient()));
    }

    @Test void without_tls_there_is_no_answer() {
        assertThrows(Exception.class, () -> HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/open")).build(), BodyHandlers.ofString()));
    }

    @Test void renewed_files_are_shown_to_whoever_comes_next_without_a_restart() throws Exception {
        assertEquals("CN=first", shownCertificate());
        install(renewed);
        server.lookForRenewedFiles();
        assertEquals("CN=renewed", shownCertificate());
        assertEquals(Version.HTTP_2, get(issuer.client().build()).version());
    }

    @Test void an_address_others_can_reach_is_refused_without_tls_or_a_proxy() {
        DoorRefused refused = assertThrows(DoorRefused.class, () -> QueryServer.requireUsable("0.0.0.0", Doors.settings(Map.of())));
        assertEquals(Reason.PLAIN_HTTP, refused.reason());
        assertTrue(refused.getMessage().contains("FUNDTRAIL_QUERY_TLS_CERTIFICATE"), refused.getMessage());
        QueryServer.requireUsable("0.0.0.0", Doors.settings(Map.of("PROXIES", "10.0.0.2")));
    }

    private String shownCertificate() throws Exception {
        try (var socket = (SSLSocket) issuer.trusting().getSocketFactory().createSocket("127.0.0.1", server.port())) {
            socket.startHandshake();
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSubjectX500Principal().getName();
        }
    }

    private HttpResponse<String> get(HttpClient client) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + "/open")).build(), BodyHandlers.ofString());
    }

    private void install(TlsFiles from) throws IOException {
        Files.copy(from.certificate(), files.certificate(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(from.key(), files.key(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** RFC 2246, 7.4.1.2, by hand, since no Java of today says it: version 3.1, one cipher suite (0x002F), no compression. */
    private static byte[] helloOfTls10() {
        byte[] random = "a client of times long gone by..".getBytes(StandardCharsets.US_ASCII);
        byte[] hello = new byte[5 + 4 + 2 + 32 + 1 + 4 + 2];
        System.arraycopy(new byte[] {22, 3, 1, 0, (byte) (hello.length - 5), 1, 0, 0, (byte) (hello.length - 9), 3, 1}, 0, hello, 0, 11);
        System.arraycopy(random, 0, hello, 11, 32);
        System.arraycopy(new byte[] {0, 0, 2, 0, 0x2f, 1, 0}, 0, hello, 43, 7);
        return hello;
    }
}
