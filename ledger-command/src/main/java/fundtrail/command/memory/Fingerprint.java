package fundtrail.command.memory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The first 128 bits of a SHA-256: stands for a text of which nothing need be known but whether it is the same. That two
 * of ten million are alike by chance is a matter of 1 in 10^24; to find one that is like another's takes 2^128 tries.
 */
public record Fingerprint(long high, long low) {

    /** Of texts, none of which but the last contains a line feed. */
    public static Fingerprint of(String... texts) {
        ByteBuffer digest = ByteBuffer.wrap(sha256().digest(String.join("\n", texts).getBytes(StandardCharsets.UTF_8)));
        return new Fingerprint(digest.getLong(), digest.getLong());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
