package fundtrail.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id that ties a request, its log lines, its facts and its answer together. */
final class Correlation {
    static final String HEADER = "X-Correlation-Id";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private Correlation() {}

    /** The caller's, when it is 1 to 64 letters, digits, dots, hyphens or underscores; else a new one. */
    static String of(HttpServletRequest request) {
        Object known = request.getAttribute(HEADER);
        if (known != null) {
            return known.toString();
        }
        String asked = request.getHeader(HEADER);
        String id = asked != null && FORM.matcher(asked).matches() ? asked : UUID.randomUUID().toString();
        request.setAttribute(HEADER, id);
        return id;
    }
}
