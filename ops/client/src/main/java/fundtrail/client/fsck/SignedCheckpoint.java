package fundtrail.client.fsck;

import fundtrail.client.fsck.Difference.Found;
import fundtrail.client.fsck.Difference.Kind;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A checkpoint (C2SP tlog-checkpoint): the log's name, how many leaves it has, and their root, signed with Ed25519. */
record SignedCheckpoint(String origin, long size, byte[] root) {
    private static final String WHERE = "/checkpoint";
    private static final int KEY_ID = 4;
    private static final byte ED25519 = 1;
    /** An Ed25519 public key as Java reads it (RFC 8410) begins with these bytes. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    /** @throws Found when it is none, or not signed with the key */
    static SignedCheckpoint verified(String note, String verifierKey) {
        int end = note.lastIndexOf("\n\n");
        String[] lines = end < 0 ? new String[0] : note.substring(0, end).split("\n", -1);
        if (lines.length != 3 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new Found(Kind.CHECKPOINT, -1, WHERE, note, "three lines, an empty line, signatures");
        }
        byte[] signature = signature(note.substring(end + 2), verifierKey);
        if (signature == null || !isBy(verifierKey, note.substring(0, end + 1), signature)) {
            throw new Found(Kind.CHECKPOINT, Long.parseLong(lines[1]) - 1, WHERE, note, verifierKey);
        }
        return new SignedCheckpoint(lines[0], Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
    }

    private static byte[] signature(String lines, String verifierKey) {
        String[] key = verifierKey.split("\\+", 3);
        byte[] keyId = HexFormat.of().parseHex(key[1]);
        for (String line : lines.split("\n")) {
            String[] words = line.split(" ");
            if (words.length == 3 && words[0].equals("—") && words[1].equals(key[0])) {
                byte[] signed = Base64.getDecoder().decode(words[2]);
                if (Arrays.equals(keyId, 0, KEY_ID, signed, 0, KEY_ID)) {
                    return Arrays.copyOfRange(signed, KEY_ID, signed.length);
                }
            }
        }
        return null;
    }

    private static boolean isBy(String verifierKey, String text, byte[] signature) {
        byte[] key = Base64.getDecoder().decode(verifierKey.split("\\+", 3)[2]);
        if (key[0] != ED25519) {
            return false;
        }
        byte[] encoded = Arrays.copyOf(X509, X509.length + key.length - 1);
        System.arraycopy(key, 1, encoded, X509.length, key.length - 1);
        try {
            PublicKey publicKey = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException unusable) {
            return false;
        }
    }
}
