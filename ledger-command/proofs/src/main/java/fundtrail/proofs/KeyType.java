package fundtrail.proofs;

/** What a key signs, by the byte that stands before it. */
public enum KeyType {
    /** Ed25519 over a note's text. */
    ED25519(0x01),
    /** Ed25519 over the time and a checkpoint's text: a witness's statement that it saw the log grow and never change. */
    COSIGNATURE(0x04);

    private final byte code;

    KeyType(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    static KeyType of(byte code) {
        for (KeyType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new IllegalArgumentException("keys of type " + code + " are not known here");
    }
}
