package fundtrail.proofs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A public key with its name, written {@code <name>+<key id, 8 hex digits>+<base64(type || public key)>}. */
public final class VerifierKey {
    /** What X.509 puts before an Ed25519 public key of 32 bytes (RFC 8410, 4). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");
    static final int KEY_BYTES = 32;
    private static final int TIME_BYTES = Long.BYTES;

    private final String name;
    private final KeyType type;
    private final byte[] raw;
    private final PublicKey key;

    VerifierKey(String name, KeyType type, byte[] raw) {
        this.name = checkedName(name);
        this.type = type;
        this.raw = raw.clone();
        if (raw.length != KEY_BYTES) {
            throw new IllegalArgumentException("an Ed25519 key has 32 bytes, not " + raw.length);
        }
        try {
            key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(joined(X509, raw)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key of " + name + " is no point of Ed25519's curve", e);
        }
    }

    /** @throws IllegalArgumentException when this is no verifier key of a type known here */
    public static VerifierKey of(String text) {
        String[] parts = text.split("\\+", 3);
        byte[] typed = parts.length == 3 ? decoded(parts[2]) : new byte[0];
        if (typed.length != 1 + KEY_BYTES) {
            throw new IllegalArgumentException("\"" + text + "\" is no verifier key: name+key id+base64 of 33 bytes");
        }
        VerifierKey key = new VerifierKey(parts[0], KeyType.of(typed[0]), Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.toString().equals(text)) {
            throw new IllegalArgumentException("the key id of \"" + text + "\" is not that of its key: is a character missing?");
        }
        return key;
    }

    /** Empty where it is no base64. */
    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** @throws IllegalArgumentException when keys cannot be named so */
    public static String checkedName(String name) {
        if (name.isEmpty() || name.indexOf('+') >= 0 || name.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c < 0x20)) {
            throw new IllegalArgumentException("the name of a key is not empty and has no white space and no \"+\": \"" + name + "\"");
        }
        return name;
    }

    public String name() {
        return name;
    }

    public KeyType type() {
        return type;
    }

    int id() {
        MessageDigest digest = Hash.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(type.code());
        return ByteBuffer.wrap(digest.digest(raw)).getInt();
    }

    /** Whether the signature says that it is by this key. */
    public boolean isNamedBy(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId() == id();
    }

    /** Whether it is. */
    public boolean verifies(String text, NoteSignature signature) {
        byte[] bytes = signature.bytes();
        if (type == KeyType.ED25519) {
            return isSigned(text, bytes);
        }
        if (bytes.length <= TIME_BYTES) {
            return false;
        }
        return isSigned(cosigned(ByteBuffer.wrap(bytes).getLong(), text), Arrays.copyOfRange(bytes, TIME_BYTES, bytes.length));
    }

    private boolean isSigned(String text, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform of ours has Ed25519", e);
        }
    }

    /** What a witness signs (C2SP tlog-cosignature, v1). */
    static String cosigned(long epochSecond, String text) {
        return "cosignature/v1\ntime " + epochSecond + "\n" + text;
    }

    static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey verifier && toString().equals(verifier.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The key as it is given to those who verify. */
    @Override
    public String toString() {
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+"
                + Base64.getEncoder().encodeToString(joined(new byte[] {type.code()}, raw));
    }
}
