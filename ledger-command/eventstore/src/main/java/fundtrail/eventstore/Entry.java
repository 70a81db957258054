package fundtrail.eventstore;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A fact's stored bytes: the head that the lane knows, spliced before the tail that the codec made. */
final class Entry {

    /** The longest entry, in bytes. The proofs' bundle format would allow 65,535. */
    static final int MAX_BYTES = 32 * 1024;

    private static final byte[] POSITION = "{\"position\":".getBytes(US_ASCII);
    private static final byte[] RECORDED_AT = ",\"recordedAt\":\"".getBytes(US_ASCII);
    private static final byte[] END_OF_HEAD = "\",".getBytes(US_ASCII);
    private static final byte[] START_OF_TAIL = "\"eventId\":".getBytes(US_ASCII);
    private static final DateTimeFormatter SIX_DECIMALS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final int INSTANT_BYTES = "2026-01-05T02:00:00.000000Z".length();

    /** Later instants have no form of this length. */
    static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Entry() {}

    /** The whole line: position and recordedAt (six decimals, UTC), then the tail as it is. */
    static byte[] splice(long position, Instant recordedAt, byte[] tail) {
        byte[] entry = new byte[length(position, tail)];
        int at = put(entry, 0, POSITION);
        at = put(entry, at, Long.toString(position).getBytes(US_ASCII));
        at = put(entry, at, RECORDED_AT);
        at = put(entry, at, SIX_DECIMALS.format(recordedAt).getBytes(US_ASCII));
        at = put(entry, at, END_OF_HEAD);
        put(entry, at, tail);
        return entry;
    }

    /** How long {@link #splice}'s answer will be, without building it. */
    static int length(long position, byte[] tail) {
        return POSITION.length + Long.toString(position).length() + RECORDED_AT.length + INSTANT_BYTES + END_OF_HEAD.length + tail.length;
    }

    /** SHA-256(0x00 || entry): the leaf of RFC 6962, section 2.1. */
    static byte[] leafHash(byte[] entry) {
        MessageDigest sha256 = sha256();
        sha256.update((byte) 0);
        return sha256.digest(entry);
    }

    /** @throws IllegalArgumentException if head and tail would not make one line of JSON */
    static void checkTail(byte[] tail) {
        if (tail.length <= START_OF_TAIL.length || !startsRight(tail) || tail[tail.length - 1] != '}')
            throw new IllegalArgumentException("A fact's tail runs from \"eventId\": to the closing brace of its JSON object.");
        for (byte b : tail)
            if (b == '\n') throw new IllegalArgumentException("A fact's tail is one line: it must not contain a line feed.");
    }

    private static boolean startsRight(byte[] tail) {
        for (int i = 0; i < START_OF_TAIL.length; i++) if (tail[i] != START_OF_TAIL[i]) return false;
        return true;
    }

    private static int put(byte[] target, int at, byte[] part) {
        System.arraycopy(part, 0, target, at, part.length);
        return at + part.length;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaPlatformHasIt) {
            throw new IllegalStateException(everyJavaPlatformHasIt);
        }
    }
}
