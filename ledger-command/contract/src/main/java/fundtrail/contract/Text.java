package fundtrail.contract;

/** Checks on texts that enter a fact: present where needed, bounded, on one line. */
public final class Text {
    private static final int SHA_256_DIGITS = 64;

    private Text() {}

    /** @throws IllegalArgumentException when absent, blank, longer than {@code max} or with control characters */
    public static String required(String what, String text, int max) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(what + " is missing");
        }
        return optional(what, text, max);
    }

    /** @throws IllegalArgumentException when longer than {@code max} characters or with control characters */
    public static String optional(String what, String text, int max) {
        if (text != null && text.length() > max) {
            throw new IllegalArgumentException(what + " has " + text.length() + " characters; at most " + max + " fit");
        }
        if (text != null && hasControlCharacter(text)) {
            throw new IllegalArgumentException(what + " contains a control character (a line break or tab)");
        }
        return text;
    }

    /** @throws IllegalArgumentException when it is not 64 lower-case hex digits */
    public static String sha256(String what, String hex) {
        if (hex == null || !isSha256(hex)) {
            throw new IllegalArgumentException(what + ": its SHA-256 is 64 lower-case hex digits");
        }
        return hex;
    }

    private static boolean hasControlCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSha256(String hex) {
        for (int i = 0; i < hex.length(); i++) {
            char c = hex.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return hex.length() == SHA_256_DIGITS;
    }
}
