package fundtrail.query.http;

import fundtrail.query.access.Audience;
import fundtrail.query.access.Reader;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of a read: which route, who asks, what is asked, the answer or the problem. Runs on a virtual thread. */
public final class ApiHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);
    /** How many answers are worked out at once; the rest wait a moment, so that a rush cannot exhaust memory. */
    private static final int AT_ONCE = 256;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Router router;
    private final Doorkeeper door;
    private final MeterRegistry meters;
    private final Slots slots = new Slots(AT_ONCE, LONGEST_WAIT);

    /** @param door lets in whoever a route is for */
    public ApiHandler(List<Route> routes, Doorkeeper door, MeterRegistry meters) {
        this.router = new Router(routes);
        this.door = door;
        this.meters = meters;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Timer.Sample started = Timer.start(meters);
        String operation = "none";
        int status;
        try {
            Router.Match match = router.find(request.getMethod(), Request.getPathInContext(request));
            operation = match.route().operation();
            status = send(request, response, callback, answer(match, request));
        } catch (Exception failure) {
            HttpProblem problem = problem(failure, request);
            status = problem.code().status();
            ProblemWriter.write(request, response, callback, problem);
        }
        started.stop(meters.timer("fundtrail.reads", "operation", operation, "status", Integer.toString(status)));
        return true;
    }

    private Answer answer(Router.Match match, Request request) throws Exception {
        Route route = match.route();
        if (request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
            throw HttpProblem.of(ProblemCode.BODY_UNEXPECTED);
        }
        Reader reader = route.audience() == Audience.ANYONE ? null : door.admit(request, route.audience());
        var language = Catalogue.language(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
        Ask ask = Ask.of(route, match.variables(), Request.extractQueryParameters(request), language,
                request.getHeaders().get(HttpHeader.AUTHORIZATION), reader);
        return reader == null ? route.endpoint().answer(ask) : slots.answer(route.endpoint(), ask);
    }

    private static int send(Request request, Response response, Callback callback, Answer answer) throws IOException {
        CommonHeaders.put(request, response);
        var headers = response.getHeaders();
        if (answer.tagged()) {
            String tag = answer.entityTag();
            headers.put(HttpHeader.ETAG, tag);
            if (EntityTags.oneOf(request.getHeaders().getValuesList(HttpHeader.IF_NONE_MATCH), tag)) {
                response.setStatus(304);
                response.write(true, null, callback);
                return 304;
            }
        } else {
            headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        }
        if (answer.caching() != null) {
            headers.put(HttpHeader.CACHE_CONTROL, answer.caching());
            headers.remove(HttpHeader.VARY);
        }
        headers.put(HttpHeader.CONTENT_TYPE, answer.contentType());
        response.setStatus(answer.status());
        if (answer.download() == null) {
            response.write(true, ByteBuffer.wrap(answer.body()), callback);
        } else {
            Downloads.send(request, response, callback, answer.download());
        }
        return answer.status();
    }

    private static HttpProblem problem(Exception failure, Request request) {
        return switch (failure) {
            case HttpProblem problem -> problem;
            case HttpException.RuntimeException _ -> HttpProblem.of(ProblemCode.MALFORMED_REQUEST);
            case HttpException.IllegalArgumentException _ -> HttpProblem.of(ProblemCode.MALFORMED_REQUEST);
            case Exception away when isAway(away) || isAway(away.getCause()) -> {
                LOG.warn("read {} found the store away: {}", CommonHeaders.correlation(request), away.toString());
                yield HttpProblem.of(ProblemCode.STORE_AWAY).retryAfter(5);
            }
            default -> {
                if (failure instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                LOG.error("read {} of {} failed", CommonHeaders.correlation(request), request.getHttpURI().getPath(), failure);
                yield HttpProblem.of(ProblemCode.INTERNAL, CommonHeaders.correlation(request));
            }
        };
    }

    /** Lost or refused connections (class 08), a server shutting down (57P), or none free in time. */
    private static boolean isAway(Throwable failure) {
        return failure instanceof SQLTransientException
                || (failure instanceof SQLException sql && sql.getSQLState() != null
                        && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P")));
    }
}
