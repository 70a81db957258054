package fundtrail.proofs;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * One signature line of a note: {@code — <key name> <base64(key id || signature)>}.
 *
 * @param name  the key's
 * @param keyId the first four bytes of a hash over name, type and public key
 * @param bytes the signature, whose form the key's type says
 */
public record NoteSignature(String name, int keyId, byte[] bytes) {
    private static final String DASH = "— ";

    public NoteSignature {
        bytes = bytes.clone();
    }

    /** @throws IllegalArgumentException when the line, without its line feed, is no signature */
    public static NoteSignature of(String line) {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0) {
            throw new IllegalArgumentException("\"" + line + "\" is no signature line of a note");
        }
        String name = VerifierKey.checkedName(line.substring(DASH.length(), space));
        byte[] both = Base64.getDecoder().decode(line.substring(space + 1));
        if (both.length <= Integer.BYTES) {
            throw new IllegalArgumentException("the signature of " + name + " is empty");
        }
        return new NoteSignature(name, ByteBuffer.wrap(both).getInt(), Arrays.copyOfRange(both, Integer.BYTES, both.length));
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The line, without its line feed. */
    public String line() {
        byte[] both = ByteBuffer.allocate(Integer.BYTES + bytes.length).putInt(keyId).put(bytes).array();
        return DASH + name + " " + Base64.getEncoder().encodeToString(both);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature signature && line().equals(signature.line());
    }

    @Override
    public int hashCode() {
        return line().hashCode();
    }

    @Override
    public String toString() {
        return line();
    }
}
