package fundtrail.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whose word is taken for it that a ledger under TLS is the ledger: this Java's usual authorities, or those of a file. */
public record Trust(SSLContext context) {
    /** Where the file is named when the command line does not. */
    public static final String VARIABLE = "FUNDTRAIL_CA";

    /** The authorities this Java came with. */
    public static Trust usual() {
        try {
            return new Trust(SSLContext.getDefault());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    /**
     * The authorities in a file and no others, as a county's own.
     *
     * @param file certificates in PEM form, one or several
     */
    public static Trust of(Path file) {
        Collection<? extends Certificate> authorities = certificates(file);
        if (authorities.isEmpty()) {
            throw new Unable("ca.empty", file);
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (Certificate authority : authorities) {
                store.setCertificateEntry("ca-" + store.size(), authority);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return new Trust(context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java cannot keep certificates in memory", e);
        }
    }

    private static Collection<? extends Certificate> certificates(Path file) {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new Unable("ca.unreadable", file, e.getMessage());
        } catch (CertificateException e) {
            throw new Unable("ca.empty", file);
        }
    }
}
