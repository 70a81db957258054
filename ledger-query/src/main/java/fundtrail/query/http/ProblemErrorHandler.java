package fundtrail.query.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server itself refuses (a request that is no HTTP, a header too long, a server that is closing). */
public final class ProblemErrorHandler implements Request.Handler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemErrorHandler.class);

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        HttpProblem problem = HttpProblem.of(code(status));
        if (problem.code() == ProblemCode.INTERNAL) {
            LOG.error(
                    "request {} failed with status {} before it reached a route",
                    CommonHeaders.correlation(request),
                    status,
                    (Throwable) request.getAttribute(ErrorHandler.ERROR_EXCEPTION));
        }
        if (problem.code().status() == 503) {
            problem.retryAfter(5);
        }
        ProblemWriter.write(request, response, callback, problem);
        return true;
    }

    private static ProblemCode code(int status) {
        return switch (status) {
            case 404 -> ProblemCode.ADDRESS_UNKNOWN;
            case 408 -> ProblemCode.REQUEST_TIMEOUT;
            case 414 -> ProblemCode.ADDRESS_TOO_LONG;
            case 431 -> ProblemCode.HEADERS_TOO_LARGE;
            case 503 -> ProblemCode.CLOSING;
            default -> status >= 400 && status < 500 ? ProblemCode.MALFORMED_REQUEST : ProblemCode.INTERNAL;
        };
    }
}
