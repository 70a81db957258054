package fundtrail.people;

import fundtrail.people.KeyUnusable.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Locale;
import javax.crypto.AEADBadTagException;
import javax.crypto.KDF;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What one installation seals, opens and finds its people with. Every key is derived from the installation key in its
 * file by HKDF with SHA-256 (RFC 5869), one for each purpose. A row's own data key is wrapped with one of them and
 * bound to the person; the two sealed parts are bound to the person, their column and the row's indexes, so that
 * nothing opens in a place it was not sealed for, and a row under another's index does not open at all.
 */
public final class PeopleKey {
    private static final byte[] SALT = bytes("fundtrail people registry 1");
    private static final int KEY_BYTES = 32;

    private final Path file;
    private final SecretKey wrapping;
    private final SecretKey subjects;
    private final SecretKey numbers;
    private final byte[] fingerprint;

    /** @param file where the key lies, for what is said of it */
    PeopleKey(Path file, byte[] installationKey) {
        this.file = file;
        wrapping = derived("AES", "wrapping of data keys", installationKey);
        subjects = derived("HmacSHA256", "index of subjects", installationKey);
        numbers = derived("HmacSHA256", "index of employee numbers", installationKey);
        fingerprint = derived("Generic", "fingerprint", installationKey).getEncoded();
    }

    /**
     * The key in a file.
     *
     * @throws KeyUnusable when there is none, others may read it, or it is not such a key; says what to do
     */
    public static PeopleKey in(Path file) {
        return new PeopleKey(file, KeyFile.read(file));
    }

    /** The same; made first where there is none. For a rehearsal: in production a lost key must not be replaced unnoticed. */
    public static PeopleKey inOrMadeAt(Path file) {
        KeyFile.makeIfAbsent(file);
        return in(file);
    }

    /** Says which key this is and nothing of it: kept beside the registry, it tells a wrong key from a broken seal. */
    public byte[] fingerprint() {
        return fingerprint.clone();
    }

    /** @throws KeyUnusable when the registry's fingerprint is another key's */
    public void requireFingerprint(byte[] registrys) {
        if (!MessageDigest.isEqual(fingerprint, registrys)) {
            throw new KeyUnusable(Reason.ANOTHER_REGISTRYS, file);
        }
    }

    /** By which a token's person is found; the same for the same issuer and subject, to the letter. */
    public byte[] subjectIndex(String issuer, String subject) {
        return hmac(subjects, Texts.pack(issuer, subject));
    }

    /** The same for numbers that a person would call the same: width, case, spaces and hyphens make no other number. */
    public byte[] numberIndex(String employeeNumber) {
        String plain = Normalizer.normalize(employeeNumber, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}\\p{Pd}]", "")
                .toUpperCase(Locale.ROOT);
        return hmac(numbers, bytes(plain));
    }

    /** Seals a person's row under a data key of its own. */
    public SealedPerson seal(String person, Particulars particulars) {
        SecretKey dataKey = newDataKey();
        byte[] subject = subjectIndex(particulars.issuer(), particulars.subject());
        byte[] number = numberIndex(particulars.employeeNumber());
        return new SealedPerson(
                new SealedSigner(
                        person,
                        subject,
                        Seal.close(wrapping, place(Column.WRAPPED_KEY, person), dataKey.getEncoded()),
                        Seal.close(dataKey, place(Column.SIGNER, person, subject), particulars.signer())),
                number,
                Seal.close(dataKey, place(Column.REST, person, subject, number), particulars.rest()));
    }

    /** @throws SealBroken when some column is not what was sealed for this person */
    public Particulars open(SealedPerson sealed) throws SealBroken {
        SealedSigner signer = sealed.signer();
        SecretKey dataKey = dataKey(signer);
        return Particulars.of(
                openSigner(dataKey, signer),
                open(dataKey, Column.REST, sealed.person(), sealed.rest(), signer.subjectIndex(), sealed.numberIndex()));
    }

    /** @throws SealBroken when some column is not what was sealed for this person */
    public Signer open(SealedSigner sealed) throws SealBroken {
        return Signer.of(openSigner(dataKey(sealed), sealed));
    }

    private SecretKey dataKey(SealedSigner sealed) throws SealBroken {
        return new SecretKeySpec(open(wrapping, Column.WRAPPED_KEY, sealed.person(), sealed.wrappedKey()), "AES");
    }

    private static byte[] openSigner(SecretKey dataKey, SealedSigner sealed) throws SealBroken {
        return open(dataKey, Column.SIGNER, sealed.person(), sealed.signer(), sealed.subjectIndex());
    }

    private static byte[] open(SecretKey key, Column column, String person, byte[] sealed, byte[]... indexes) throws SealBroken {
        try {
            return Seal.open(key, place(column, person, indexes), sealed);
        } catch (AEADBadTagException e) {
            throw new SealBroken(column, person, e);
        }
    }

    private static byte[] place(Column column, String person, byte[]... indexes) {
        return Texts.pack(bytes(column.sql()), bytes(person), Texts.pack(indexes));
    }

    private static SecretKey newDataKey() {
        try {
            KeyGenerator keys = KeyGenerator.getInstance("AES");
            keys.init(KEY_BYTES * Byte.SIZE);
            return keys.generateKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make a key for AES-256: " + e.getMessage(), e);
        }
    }

    private static SecretKey derived(String algorithm, String purpose, byte[] installationKey) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, HKDFParameterSpec.ofExtract()
                    .addIKM(installationKey).addSalt(SALT).thenExpand(bytes(purpose), KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot derive keys by HKDF: " + e.getMessage(), e);
        }
    }

    private static byte[] hmac(SecretKey key, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot compute HMAC-SHA-256: " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
