package fundtrail.proofs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The private half of a key. Written as Go's {@code note} package writes it:
 * {@code PRIVATE+KEY+<name>+<key id>+<base64(type || seed)>}.
 */
public final class SigningKey {
    private static final String BEGINNING = "PRIVATE+KEY+";
    /** What PKCS #8 puts before an Ed25519 seed of 32 bytes (RFC 8410, 7). */
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final byte[] seed;
    private final PrivateKey key;
    private final VerifierKey verifier;

    private SigningKey(String name, KeyType type, byte[] seed) {
        this.seed = seed.clone();
        try {
            key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(VerifierKey.joined(PKCS8, seed)));
            verifier = new VerifierKey(name, type, publicKey(seed));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the seed of " + name + " is none of Ed25519", e);
        }
    }

    /** A new key. */
    public static SigningKey generate(String name, KeyType type) {
        byte[] seed = new byte[VerifierKey.KEY_BYTES];
        new SecureRandom().nextBytes(seed);
        return new SigningKey(name, type, seed);
    }

    /** @throws IllegalArgumentException when this is no signing key; does not repeat it */
    public static SigningKey of(String text) {
        String[] parts = text.startsWith(BEGINNING) ? text.substring(BEGINNING.length()).split("\\+", 3) : new String[0];
        byte[] typed = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
        if (typed.length != 1 + VerifierKey.KEY_BYTES) {
            throw new IllegalArgumentException("this is no signing key: PRIVATE+KEY+name+key id+base64 of 33 bytes");
        }
        SigningKey key = new SigningKey(parts[0], KeyType.of(typed[0]), Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.text().equals(text)) {
            throw new IllegalArgumentException("the key id of " + parts[0] + " is not that of its key: is a character missing?");
        }
        return key;
    }

    static SigningKey ofSeed(String name, KeyType type, byte[] seed) {
        return new SigningKey(name, type, seed);
    }

    /** The JDK derives a public key only while it makes a pair: so its dice are told what to throw. */
    private static byte[] publicKey(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("Ed25519");
        pairs.initialize(Byte.SIZE * VerifierKey.KEY_BYTES - 1, new Loaded(seed));
        byte[] encoded = pairs.generateKeyPair().getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - VerifierKey.KEY_BYTES, encoded.length);
    }

    private static final class Loaded extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] throwing;

        Loaded(byte[] throwing) {
            super(null, null);
            this.throwing = throwing;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(throwing, 0, bytes, 0, bytes.length);
        }
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** Signs a note's text. */
    public NoteSignature sign(String text) {
        return new NoteSignature(verifier.name(), verifier.id(), signature(text));
    }

    /** Cosigns a checkpoint's text, as a witness. */
    public NoteSignature cosign(String text, Instant when) {
        byte[] signature = signature(VerifierKey.cosigned(when.getEpochSecond(), text));
        byte[] timed = ByteBuffer.allocate(Long.BYTES + signature.length).putLong(when.getEpochSecond()).put(signature).array();
        return new NoteSignature(verifier.name(), verifier.id(), timed);
    }

    private byte[] signature(String text) {
        try {
            Signature signing = Signature.getInstance("Ed25519");
            signing.initSign(key);
            signing.update(text.getBytes(StandardCharsets.UTF_8));
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform of ours has Ed25519", e);
        }
    }

    /** The secret as it is kept. */
    public String text() {
        VerifierKey named = verifier;
        return BEGINNING + named.name() + "+" + HexFormat.of().toHexDigits(named.id()) + "+"
                + Base64.getEncoder().encodeToString(VerifierKey.joined(new byte[] {named.type().code()}, seed));
    }

    /** Says which key this is, and nothing of the secret. */
    @Override
    public String toString() {
        return "signing key of " + verifier;
    }
}
