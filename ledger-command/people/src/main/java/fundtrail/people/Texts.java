package fundtrail.people;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Several texts as one run of bytes, each after its length: no two lists of texts give the same bytes. */
final class Texts {
    private Texts() {}

    static byte[] pack(String... texts) {
        return pack(Arrays.stream(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new));
    }

    static byte[] pack(byte[]... parts) {
        ByteBuffer packed = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> Integer.BYTES + part.length).sum());
        for (byte[] part : parts) {
            packed.putInt(part.length).put(part);
        }
        return packed.array();
    }

    /** @throws IllegalStateException when it is not that many texts */
    static String[] unpack(byte[] packed, int count) {
        ByteBuffer from = ByteBuffer.wrap(packed);
        String[] texts = new String[count];
        try {
            for (int i = 0; i < count; i++) {
                byte[] text = new byte[Math.clamp(from.getInt(), 0, from.remaining())];
                from.get(text);
                texts[i] = new String(text, StandardCharsets.UTF_8);
            }
        } catch (BufferUnderflowException e) {
            throw new IllegalStateException("a sealed part of the people registry holds fewer than " + count + " texts", e);
        }
        if (from.hasRemaining()) {
            throw new IllegalStateException("a sealed part of the people registry holds more than " + count + " texts");
        }
        return texts;
    }
}
