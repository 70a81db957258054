package fundtrail.command.http;

import fundtrail.door.AccessLine;
import fundtrail.door.AnswerHeaders;
import fundtrail.door.Proxies;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.slf4j.MDC;

/**
 * What every request passes, whoever answers it: its correlation id is in every log line and in the answer, the answer
 * tells a browser what it may not do with it, and a line is left in the access log, also for what Tomcat refused before
 * it came here.
 */
final class DoorValve extends ValveBase implements AccessLog {
    private final Proxies proxies;

    DoorValve(Proxies proxies) {
        super(true);
        this.proxies = proxies;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        putHeaders(request, response);
        try (var _ = MDC.putCloseable(fundtrail.door.Correlation.LOGGED, Correlation.of(request))) {
            getNext().invoke(request, response);
        } finally {
            if (request.getAttribute(Door.AFTERWARDS) instanceof Runnable afterwards) {
                afterwards.run();
            }
        }
        if (response.getStatus() == HttpServletResponse.SC_REQUEST_TIMEOUT) {
            // Whoever was too slow is not waited for once more, until the rest of the content has come.
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** Answers are for this caller's eyes and moment. */
    static void putHeaders(Request request, Response response) {
        response.setHeader(fundtrail.door.Correlation.HEADER, Correlation.of(request));
        response.setHeader("Cache-Control", "no-store");
        AnswerHeaders.ALWAYS.forEach(header -> response.setHeader(header.name(), header.value()));
        if (request.isSecure()) {
            response.setHeader(AnswerHeaders.UNDER_TLS.name(), AnswerHeaders.UNDER_TLS.value());
        }
    }

    /** @param nanos since the request's first byte */
    @Override
    public void log(Request request, Response response, long nanos) {
        new AccessLine(
                Correlation.of(request),
                request.getAttribute(Door.PERSON) instanceof String person ? person : null,
                request.getRemoteAddr() == null ? null : Door.client(request, proxies).toString(),
                request.getMethod(),
                request.getRequestURI(),
                request.getProtocol(),
                response.getStatus(),
                response.getBytesWritten(false),
                Duration.ofNanos(nanos)).log();
    }

    /** The line is made of the connection and of headers alone; no other valve's attributes are looked at. */
    @Override
    public void setRequestAttributesEnabled(boolean enabled) {
        throw new UnsupportedOperationException("attributes of other valves are not shown");
    }

    @Override
    public boolean getRequestAttributesEnabled() {
        return false;
    }
}
