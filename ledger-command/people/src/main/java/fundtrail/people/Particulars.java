package fundtrail.people;

/**
 * All that is kept of a person.
 *
 * @param employeeNumber one number, one natural person
 * @param issuer         who issues the person's tokens
 * @param subject        the tokens' subject
 * @param salt           the random text before the row in its hash
 */
public record Particulars(String name, String post, String employeeNumber, String issuer, String subject, String salt) {

    /** What the reading side may know. */
    byte[] signer() {
        return Texts.pack(name, post);
    }

    /** What it may not. */
    byte[] rest() {
        return Texts.pack(employeeNumber, issuer, subject, salt);
    }

    static Particulars of(byte[] signer, byte[] rest) {
        String[] known = Texts.unpack(signer, 2);
        String[] kept = Texts.unpack(rest, 4);
        return new Particulars(known[0], known[1], kept[0], kept[1], kept[2], kept[3]);
    }

    /** Says nothing, so that no log does. */
    @Override
    public String toString() {
        return "a person's particulars";
    }
}
