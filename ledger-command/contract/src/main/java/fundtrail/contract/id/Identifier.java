package fundtrail.contract.id;

/**
 * What every identifier looks like: 1 to 64 ASCII letters, digits, dots, hyphens and underscores, a letter or digit
 * first. Identifiers stand in URLs, tags and sorted lists, so they carry no character that would need escaping there,
 * and ties in a distribution are broken by their ASCII order.
 */
final class Identifier {
    private static final int LONGEST = 64;

    private Identifier() {}

    /** @throws IllegalArgumentException when {@code value} is not of that form */
    static void check(String what, String value) {
        if (value == null || !isOfForm(value)) {
            throw new IllegalArgumentException(what + " " + (value == null ? "is missing" : "\"" + shortened(value) + "\"")
                    + ": an identifier is 1 to 64 letters, digits, '.', '-' or '_', a letter or digit first");
        }
    }

    /** Without a pattern: every fact that is read has some thirty of them. */
    private static boolean isOfForm(String value) {
        if (value.isEmpty() || value.length() > LONGEST || !isLetterOrDigit(value.charAt(0))) {
            return false;
        }
        for (int i = 1; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!isLetterOrDigit(c) && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9';
    }

    private static String shortened(String value) {
        return value.length() <= 80 ? value : value.substring(0, 80) + "…";
    }
}
