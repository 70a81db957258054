package fundtrail.tokens;

import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which tokens' signatures were found good under which key. A signature is the dearest thing about a request, and a token
 * serves for many: it is computed once, and holds for as long as that key is among the issuer's. Nothing else about a token
 * is remembered; its claims and its time are judged whenever it is shown. Safe for use by many threads.
 */
final class GoodSignatures {
    /** About 2 MB; beyond it the ones longest not seen are forgotten, and computed again. */
    static final int MOST_KEPT = 10_000;

    /** The SHA-256 of a token: no token is kept. */
    private record Fingerprint(byte[] sha256) {
        static Fingerprint of(String token) {
            try {
                return new Fingerprint(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
            } catch (NoSuchAlgorithmException everyJavaPlatformHasIt) {
                throw new IllegalStateException(everyJavaPlatformHasIt);
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Fingerprint that && MessageDigest.isEqual(sha256, that.sha256);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(sha256);
        }
    }

    private final Map<Fingerprint, JWK> keys = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Fingerprint, JWK> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** @param token the whole of it, as sent; header, claims and signature */
    boolean isGood(String token, List<JWK> underOneOf) {
        Fingerprint fingerprint = Fingerprint.of(token);
        synchronized (keys) {
            JWK key = keys.get(fingerprint);
            return key != null && underOneOf.contains(key);
        }
    }

    void add(String token, JWK key) {
        Fingerprint fingerprint = Fingerprint.of(token);
        synchronized (keys) {
            keys.put(fingerprint, key);
        }
    }
}
