package fundtrail.door;

import static fundtrail.door.DoorRefused.Reason.TLS_CERTIFICATE_MALFORMED;
import static fundtrail.door.DoorRefused.Reason.TLS_CHAIN_BROKEN;
import static fundtrail.door.DoorRefused.Reason.TLS_FILE_UNREADABLE;
import static fundtrail.door.DoorRefused.Reason.TLS_KEY_DIFFERS;
import static fundtrail.door.DoorRefused.Reason.TLS_KEY_OPEN;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/**
 * A certificate with its chain and its private key, as two PEM files (RFC 7468): the server's certificate first, each
 * issued by the one that follows (RFC 8446, 4.4.2), and an unencrypted RSA or EC key in PKCS#8.
 */
public record TlsFiles(Path certificate, Path key) {
    /** What may be spoken; anything older is broken (RFC 8996). */
    public static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    private static final String ALIAS = "door";

    /** What the files held at one moment, in memory. */
    public record Pair(KeyStore keys, X509Certificate certificate) {
        /** Of {@link #keys()}; it guards nothing, since the store is never written anywhere. */
        public static final String PASSWORD = "";
    }

    /** @throws DoorRefused when a file cannot be read, is not what it should be, or the two do not belong together */
    public Pair read() {
        byte[] privateKey = bytes(key);
        requireKeptPrivate(key);
        List<X509Certificate> chain = chain(bytes(certificate));
        requireIssuedInTurn(chain);
        PrivateKey readKey = KeyPem.read(privateKey, key);
        if (!KeyPem.belongsTo(readKey, chain.getFirst().getPublicKey())) {
            throw new DoorRefused(TLS_KEY_DIFFERS, certificate, key);
        }
        return new Pair(store(readKey, chain), chain.getFirst());
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (FileSystemException e) {
            throw new DoorRefused(TLS_FILE_UNREADABLE, file, e.getReason() == null ? e.getClass().getSimpleName() : e.getReason());
        } catch (IOException e) {
            throw new DoorRefused(TLS_FILE_UNREADABLE, file, e.getMessage());
        }
    }

    /** A group may read it, as Debian's ssl-cert does; where a file system knows no such permissions, nothing is asked. */
    private static void requireKeptPrivate(Path key) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(key);
            if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
                throw new DoorRefused(TLS_KEY_OPEN, key, PosixFilePermissions.toString(permissions));
            }
        } catch (UnsupportedOperationException noSuchPermissions) {
            return;
        } catch (IOException e) {
            throw new DoorRefused(TLS_FILE_UNREADABLE, key, e.getMessage());
        }
    }

    private List<X509Certificate> chain(byte[] pem) {
        List<X509Certificate> chain;
        try {
            chain = CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new DoorRefused(TLS_CERTIFICATE_MALFORMED, certificate, e.getMessage());
        }
        if (chain.isEmpty()) {
            throw new DoorRefused(TLS_CERTIFICATE_MALFORMED, certificate, "-----BEGIN CERTIFICATE-----");
        }
        return chain;
    }

    private void requireIssuedInTurn(List<X509Certificate> chain) {
        for (int i = 0; i + 1 < chain.size(); i++) {
            if (!chain.get(i).getIssuerX500Principal().equals(chain.get(i + 1).getSubjectX500Principal())) {
                throw new DoorRefused(TLS_CHAIN_BROKEN, certificate, i + 1);
            }
        }
    }

    private static KeyStore store(PrivateKey key, List<X509Certificate> chain) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, key, Pair.PASSWORD.toCharArray(), chain.toArray(X509Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java cannot keep a key in memory", e);
        }
    }
}
