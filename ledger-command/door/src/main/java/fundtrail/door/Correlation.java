package fundtrail.door;

import java.util.UUID;
import java.util.regex.Pattern;

/** The id that ties a request, its log lines, its facts and its answer together. */
public final class Correlation {
    public static final String HEADER = "X-Correlation-Id";
    /** Its name in the diagnostic context of log lines (SLF4J's MDC). */
    public static final String LOGGED = "correlation";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private Correlation() {}

    /** The caller's, when it is 1 to 64 letters, digits, dots, hyphens or underscores; else a new one. */
    public static String of(String brought) {
        return brought != null && FORM.matcher(brought).matches() ? brought : UUID.randomUUID().toString();
    }
}
