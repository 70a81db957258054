package fundtrail.query.http;

import fundtrail.door.AnswerHeaders;
import fundtrail.door.Correlation;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** The headers of every response: which request it answers, and what a browser may not do with it. */
public final class CommonHeaders {
    private CommonHeaders() {}

    /** The request's correlation id: the caller's, if it could stand in a log line unchanged, else a new one. */
    static String correlation(Request request) {
        if (request.getAttribute(Correlation.HEADER) instanceof String known) {
            return known;
        }
        String correlation = Correlation.of(request.getHeaders().get(Correlation.HEADER));
        request.setAttribute(Correlation.HEADER, correlation);
        return correlation;
    }

    /** Answers are for this caller's eyes: they are revalidated, framed by nobody, and run nothing. */
    static void put(Request request, Response response) {
        var headers = response.getHeaders();
        headers.put(Correlation.HEADER, correlation(request));
        headers.put(HttpHeader.CACHE_CONTROL, "private, no-cache");
        headers.add(HttpHeader.VARY, "Authorization, Accept-Language");
        AnswerHeaders.ALWAYS.forEach(header -> headers.put(header.name(), header.value()));
        if (request.isSecure()) {
            headers.put(AnswerHeaders.UNDER_TLS.name(), AnswerHeaders.UNDER_TLS.value());
        }
    }
}
