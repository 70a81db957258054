package fundtrail.door.kit;

import fundtrail.door.TlsFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A private certificate authority of a test, by the JDK's own keytool. */
public final class TestIssuer {
    private static final String PASSWORD = "only for this test";

    private final Path folder;

    private TestIssuer(Path folder) {
        this.folder = folder;
    }

    /** Makes one in an empty folder. */
    public static TestIssuer in(Path folder) {
        TestIssuer issuer = new TestIssuer(folder);
        issuer.keytool("-genkeypair", "-alias", "ca", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=Test issuer",
                "-ext", "bc:c", "-validity", "30");
        issuer.keytool("-exportcert", "-rfc", "-alias", "ca", "-file", issuer.ca().toString());
        return issuer;
    }

    /** Its own certificate: what a client is told to trust. */
    public Path ca() {
        return folder.resolve("ca.pem");
    }

    /** A pair for localhost and 127.0.0.1, in files named so. */
    public TlsFiles issue(String name, String algorithm) {
        Path request = folder.resolve(name + ".csr");
        Path certificate = folder.resolve(name + ".pem");
        List<String> make = new ArrayList<>(List.of("-genkeypair", "-alias", name, "-dname", "CN=" + name, "-validity", "30"));
        make.addAll(algorithm.equals("EC")
                ? List.of("-keyalg", "EC", "-groupname", "secp256r1")
                : List.of("-keyalg", algorithm, "-keysize", "2048"));
        keytool(make.toArray(String[]::new));
        keytool("-certreq", "-alias", name, "-file", request.toString());
        keytool("-gencert", "-rfc", "-alias", "ca", "-infile", request.toString(), "-outfile", certificate.toString(),
                "-ext", "san=dns:localhost,ip:127.0.0.1", "-validity", "30");
        TlsFiles files = new TlsFiles(folder.resolve(name + "-chain.pem"), folder.resolve(name + "-key.pem"));
        try {
            Files.writeString(files.certificate(), Files.readString(certificate) + Files.readString(ca()));
            Files.deleteIfExists(files.key());
            Files.createFile(files.key(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));
            Files.writeString(files.key(), pem("PRIVATE KEY", store().getKey(name, PASSWORD.toCharArray()).getEncoded()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the pair " + name + " could not be written", e);
        }
        return files;
    }

    /** A client that trusts this issuer and nobody else. */
    public HttpClient.Builder client() {
        return HttpClient.newBuilder().sslContext(trusting());
    }

    public SSLContext trusting() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("ca", store().getCertificate("ca"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + label + "-----\n";
    }

    private KeyStore store() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private void keytool(String... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", folder.resolve("keys.p12").toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", arguments) + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
