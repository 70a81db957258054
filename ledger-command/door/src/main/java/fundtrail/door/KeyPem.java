package fundtrail.door;

import static fundtrail.door.DoorRefused.Reason.TLS_KEY_MALFORMED;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key in PKCS#8 (RFC 5958), between the lines RFC 7468, 10 gives it. */
final class KeyPem {
    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC");

    private KeyPem() {}

    static PrivateKey read(byte[] pem, Path file) {
        Matcher found = PKCS8.matcher(new String(pem, StandardCharsets.ISO_8859_1));
        if (!found.find()) {
            throw new DoorRefused(TLS_KEY_MALFORMED, file);
        }
        PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(decoded(found.group(1), file));
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (InvalidKeySpecException anotherAlgorithm) {
                continue;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java does not know " + algorithm, e);
            }
        }
        throw new DoorRefused(TLS_KEY_MALFORMED, file);
    }

    private static byte[] decoded(String base64, Path file) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new DoorRefused(TLS_KEY_MALFORMED, file);
        }
    }

    /** Whether what the one signs, the other verifies. */
    static boolean belongsTo(PrivateKey key, PublicKey certified) {
        if (!key.getAlgorithm().equals(certified.getAlgorithm())) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
            byte[] anything = "door".getBytes(StandardCharsets.US_ASCII);
            signature.initSign(key);
            signature.update(anything);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(anything);
            return signature.verify(signed);
        } catch (GeneralSecurityException differentCurvesOrSizes) {
            return false;
        }
    }
}
