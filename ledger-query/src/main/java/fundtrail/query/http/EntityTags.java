package fundtrail.query.http;

import java.util.List;

/** {@code If-None-Match} (RFC 9110, 13.1.2). */
final class EntityTags {
    private EntityTags() {}

    /** Whether one of the header's tags names {@code tag}; compared weakly, as that section asks. */
    static boolean oneOf(List<String> header, String tag) {
        for (String line : header) {
            for (String given : line.split(",")) {
                String bare = given.strip();
                if (bare.equals("*") || (bare.startsWith("W/") ? bare.substring(2) : bare).equals(tag)) {
                    return true;
                }
            }
        }
        return false;
    }
}
