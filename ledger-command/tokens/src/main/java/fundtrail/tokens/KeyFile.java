package fundtrail.tokens;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Set;

/** The rehearsal issuer's private key: a JWK (RFC 7517) in a file that only its owner may read, as {@code ssh} asks of its. */
final class KeyFile {

    private static final String NAME = "rehearsal-issuer.jwk";

    private KeyFile() { }

    static ECKey in(Path folder) {
        var file = folder.resolve(NAME);
        try {
            if (!Files.exists(file)) make(file);
            var permissions = Files.getPosixFilePermissions(file);
            if (!Set.of(OWNER_READ, OWNER_WRITE).containsAll(permissions)) {
                throw new IllegalStateException(("The rehearsal issuer's key %s may be read by others (%s), so anybody could "
                        + "have signed tokens with it. Delete the file (tokens already printed end with it) and start again.")
                        .formatted(file, PosixFilePermissions.toString(permissions)));
            }
            return ECKey.parse(Files.readString(file));
        } catch (ParseException e) {
            throw new IllegalStateException(("The rehearsal issuer's key %s is not an EC key in JWK form: %s. Delete the file "
                    + "(tokens already printed end with it) and start again.").formatted(file, e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException("The rehearsal issuer's key %s cannot be read or made".formatted(file), e);
        }
    }

    /** Written aside and linked into place whole: of two processes that come at once one wins, and both read that key. */
    private static void make(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var onlyOwner = PosixFilePermissions.asFileAttribute(Set.of(OWNER_READ, OWNER_WRITE));
        var fresh = Files.createTempFile(file.getParent(), NAME, ".new", onlyOwner);
        try {
            Files.writeString(fresh, newKey().toJSONString());
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            if (!Files.exists(file)) throw e;
        } finally {
            Files.delete(fresh);
        }
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java cannot make a P-256 key: " + e.getMessage(), e);
        }
    }
}
