package fundtrail.query.extract;

import fundtrail.contract.MayBeAbsent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Where the writing side's public API answers.
 *
 * @param authorities certificates (PEM) of the authorities to believe there and no others; null for those this Java came with
 */
public record WriterAddress(URI address, @MayBeAbsent Path authorities) {
    /** @throws IllegalArgumentException when it is no address a program could ask */
    public WriterAddress {
        if (!"http".equals(address.getScheme()) && !"https".equals(address.getScheme()) || address.getHost() == null) {
            throw new IllegalArgumentException("The writing side's address is " + address + "; it is an URL such as https://ledger.example:8443");
        }
    }

    /** @throws IllegalArgumentException when the file holds no certificate, or cannot be read */
    SSLContext trust() {
        try {
            if (authorities == null) {
                return SSLContext.getDefault();
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            var read = new ByteArrayInputStream(Files.readAllBytes(authorities));
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(read)) {
                store.setCertificateEntry("ca-" + store.size(), authority);
            }
            if (store.size() == 0) {
                throw new IllegalArgumentException(authorities + " holds no certificate");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("the authorities in " + authorities + " cannot be read: " + e.getMessage(), e);
        }
    }
}
