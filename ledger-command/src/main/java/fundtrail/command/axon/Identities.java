package fundtrail.command.axon;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** Random identities: event ids that sort by time, and nonces. */
public final class Identities {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Identities() {}

    /** UUID version 7 (RFC 9562, 5.7): 48 bits of milliseconds, the rest random. */
    public static UUID eventId(Instant at) {
        byte[] random = new byte[10];
        RANDOM.nextBytes(random);
        long most = at.toEpochMilli() << 16 | 0x7000 | (random[0] & 0x0f) << 8 | random[1] & 0xff;
        long least = 0;
        for (int i = 2; i < 10; i++) {
            least = least << 8 | random[i] & 0xff;
        }
        return new UUID(most, least & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    /** 128 random bits in hex: a leaf's hash lets nobody guess its fact. */
    public static String nonce() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
