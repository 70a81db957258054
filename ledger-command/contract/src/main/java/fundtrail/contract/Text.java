package fundtrail.contract;

import java.util.regex.Pattern;

/** Checks on texts that enter a fact: present where needed, bounded, on one line. */
public final class Text {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

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
        if (text != null && text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(what + " contains a control character (a line break or tab)");
        }
        return text;
    }

    /** @throws IllegalArgumentException when it is not 64 lower-case hex digits */
    public static String sha256(String what, String hex) {
        if (hex == null || !SHA_256.matcher(hex).matches()) {
            throw new IllegalArgumentException(what + ": its SHA-256 is 64 lower-case hex digits");
        }
        return hex;
    }
}
