package fundtrail.client.fsck.identity;

/**
 * An identity that does not hold after a fact.
 *
 * @param identity its name, and of what
 * @param found    what the lines, or the fact, come to
 * @param derived  what they must
 */
public record Broken(String identity, String found, String derived) {
    /** Stops the fold. */
    static final class Off extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Broken broken;

        Off(String identity, Object found, Object derived) {
            super(identity, null, false, false);
            broken = new Broken(identity, String.valueOf(found), String.valueOf(derived));
        }

        Broken broken() {
            return broken;
        }
    }
}
