package fundtrail.door;

import static fundtrail.door.DoorRefused.Reason.TLS_CERTIFICATE_MALFORMED;
import static fundtrail.door.DoorRefused.Reason.TLS_CHAIN_BROKEN;
import static fundtrail.door.DoorRefused.Reason.TLS_FILE_UNREADABLE;
import static fundtrail.door.DoorRefused.Reason.TLS_KEY_DIFFERS;
import static fundtrail.door.DoorRefused.Reason.TLS_KEY_MALFORMED;
import static fundtrail.door.DoorRefused.Reason.TLS_KEY_OPEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.door.DoorRefused.Reason;
import fundtrail.door.kit.Logged;
import fundtrail.door.kit.TestIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStoreException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsFilesTest {
    @TempDir
    static Path issued;

    private static TlsFiles ec;
    private static TlsFiles other;
    private static TlsFiles rsa;

    @TempDir
    Path folder;

    private TlsFiles files;

    @BeforeAll
    static void issue() {
        TestIssuer issuer = TestIssuer.in(issued);
        ec = issuer.issue("ec", "EC");
        other = issuer.issue("other", "EC");
        rsa = issuer.issue("rsa", "RSA");
    }

    @BeforeEach
    void installed() throws IOException {
        files = new TlsFiles(folder.resolve("chain.pem"), folder.resolve("key.pem"));
        install(ec);
    }

    @Test
    void a_chain_and_its_key_are_read_of_either_algorithm() throws IOException, KeyStoreException {
        assertEquals(2, files.read().keys().getCertificateChain("door").length);
        install(rsa);
        assertEquals("CN=rsa", files.read().certificate().getSubjectX500Principal().getName());
    }

    @Test
    void text_around_a_certificate_does_not_matter() throws IOException {
        Files.writeString(files.certificate(), "subject=CN = ec\nissuer=…\n" + Files.readString(ec.certificate()));
        assertEquals("CN=ec", files.read().certificate().getSubjectX500Principal().getName());
    }

    @Test
    void a_file_that_is_not_there_is_named() throws IOException {
        Files.delete(files.certificate());
        assertTrue(refused(TLS_FILE_UNREADABLE).contains(files.certificate().toString()));
    }

    @Test
    void a_key_that_everybody_may_read_is_no_secret() throws IOException {
        Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString("rw-r--r--"));
        assertTrue(refused(TLS_KEY_OPEN).contains("rw-r--r--"));
    }

    @Test
    void a_key_of_another_certificate_is_refused_also_of_another_algorithm() throws IOException {
        for (TlsFiles another : List.of(other, rsa)) {
            Files.copy(another.key(), files.key(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            refused(TLS_KEY_DIFFERS);
        }
    }

    @Test
    void a_key_in_another_form_is_told_how_to_be_converted() throws IOException {
        for (String form : List.of("-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "")) {
            Files.writeString(files.key(), form);
            assertTrue(refused(TLS_KEY_MALFORMED).contains("openssl pkcs8"));
        }
    }

    @Test
    void what_is_no_certificate_is_refused() throws IOException {
        for (String content : List.of("", "rubbish", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")) {
            Files.writeString(files.certificate(), content);
            refused(TLS_CERTIFICATE_MALFORMED);
        }
    }

    @Test
    void a_chain_out_of_order_is_refused() throws IOException {
        Files.writeString(files.certificate(), Files.readString(ec.certificate()) + Files.readString(other.certificate()));
        refused(TLS_CHAIN_BROKEN);
    }

    @Test
    void renewed_files_are_taken_up_and_a_half_renewed_pair_is_not() throws IOException {
        List<String> takenUp = new ArrayList<>();
        try (TlsRenewal renewal = TlsRenewal.of(files, pair -> takenUp.add(pair.certificate().getSubjectX500Principal().getName()));
                Logged log = Logged.under(TlsRenewal.class.getName())) {
            renewal.look();
            assertEquals(List.of(), takenUp);
            Files.copy(rsa.certificate(), files.certificate(), StandardCopyOption.REPLACE_EXISTING);
            renewal.look();
            renewal.look();
            assertEquals(List.of(), takenUp);
            assertEquals(1, log.lines().size(), log.lines().toString());
            install(rsa);
            renewal.look();
            assertEquals(List.of("CN=rsa"), takenUp);
            Files.delete(files.key());
            renewal.look();
            install(ec);
            renewal.look();
            assertEquals(List.of("CN=rsa", "CN=ec"), takenUp);
        }
    }

    private void install(TlsFiles from) throws IOException {
        Files.copy(from.certificate(), files.certificate(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(from.key(), files.key(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private String refused(Reason reason) {
        DoorRefused refused = assertThrows(DoorRefused.class, files::read);
        assertEquals(reason, refused.reason());
        return refused.getMessage();
    }
}
