package fundtrail.query.http;

import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** The headers of every response: which request it answers, and what a browser may not do with it. */
public final class CommonHeaders {
    /** Names a request in the caller's log, in ours and in the answer. A caller may bring one; else we make one. */
    public static final String CORRELATION = "X-Correlation-Id";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private CommonHeaders() {}

    /** The request's correlation id: the caller's, if it could stand in a log line unchanged, else a new one. */
    static String correlation(Request request) {
        if (request.getAttribute(CORRELATION) instanceof String known) {
            return known;
        }
        String brought = request.getHeaders().get(CORRELATION);
        String correlation = brought != null && FORM.matcher(brought).matches() ? brought : UUID.randomUUID().toString();
        request.setAttribute(CORRELATION, correlation);
        return correlation;
    }

    /** Answers are for this caller's eyes: they are revalidated, framed by nobody, and run nothing. */
    static void put(Response response, String correlation) {
        var headers = response.getHeaders();
        headers.put(CORRELATION, correlation);
        headers.put(HttpHeader.CACHE_CONTROL, "private, no-cache");
        headers.add(HttpHeader.VARY, "Authorization, Accept-Language");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
    }
}
