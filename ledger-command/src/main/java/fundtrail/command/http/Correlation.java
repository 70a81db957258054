package fundtrail.command.http;

import static fundtrail.door.Correlation.HEADER;

import jakarta.servlet.http.HttpServletRequest;

/** The id that ties a request, its log lines, its facts and its answer together; settled when it is first asked for. */
final class Correlation {
    private Correlation() {}

    static String of(HttpServletRequest request) {
        Object known = request.getAttribute(HEADER);
        if (known != null) {
            return known.toString();
        }
        String id = fundtrail.door.Correlation.of(request.getHeader(HEADER));
        request.setAttribute(HEADER, id);
        return id;
    }
}
