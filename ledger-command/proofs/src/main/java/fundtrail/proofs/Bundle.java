package fundtrail.proofs;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Up to 256 entries as they are served: each with its length before it, two bytes, the higher first. */
public final class Bundle {
    private static final int LONGEST_ENTRY = 0xFFFF;

    private Bundle() {}

    public static byte[] of(List<byte[]> entries) {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > LONGEST_ENTRY) {
                throw new IllegalArgumentException("an entry of " + entry.length + " bytes is too long for a bundle");
            }
            bundle.write(entry.length >> 8);
            bundle.write(entry.length);
            bundle.writeBytes(entry);
        }
        return bundle.toByteArray();
    }

    /** @throws IllegalArgumentException when it ends within an entry */
    public static List<byte[]> entries(byte[] bundle) {
        List<byte[]> entries = new ArrayList<>();
        int at = 0;
        while (at < bundle.length) {
            int length = at + 1 < bundle.length ? (bundle[at] & 0xFF) << 8 | bundle[at + 1] & 0xFF : -1;
            int end = at + 2 + length;
            if (length < 0 || end > bundle.length) {
                throw new IllegalArgumentException("the bundle ends within entry " + entries.size());
            }
            entries.add(Arrays.copyOfRange(bundle, at + 2, end));
            at = end;
        }
        return entries;
    }
}
