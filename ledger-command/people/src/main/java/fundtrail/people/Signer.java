package fundtrail.people;

/** What the reading side may know of a person: the words beside a signature. */
public record Signer(String name, String post) {

    static Signer of(byte[] packed) {
        String[] known = Texts.unpack(packed, 2);
        return new Signer(known[0], known[1]);
    }

    /** Says nothing, so that no log does. */
    @Override
    public String toString() {
        return "a signer's name and post";
    }
}
