package fundtrail.contract.id;

import java.util.regex.Pattern;

/**
 * What every identifier looks like: 1 to 64 ASCII letters, digits, dots, hyphens and underscores, a letter or digit
 * first. Identifiers stand in URLs, tags and sorted lists, so they carry no character that would need escaping there,
 * and ties in a distribution are broken by their ASCII order.
 */
final class Identifier {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private Identifier() {}

    /** @throws IllegalArgumentException when {@code value} is not of that form */
    static void check(String what, String value) {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " " + (value == null ? "is missing" : "\"" + shortened(value) + "\"")
                    + ": an identifier is 1 to 64 letters, digits, '.', '-' or '_', a letter or digit first");
        }
    }

    private static String shortened(String value) {
        return value.length() <= 80 ? value : value.substring(0, 80) + "…";
    }
}
