package fundtrail.command.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Problem documents too for what Tomcat itself turns away, such as an address that cannot be read. */
public final class ProblemValve extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

    private final DoorTexts texts = new DoorTexts();

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String correlation = Correlation.of(request);
        DoorCode code = code(status);
        if (failure != null) {
            LOG.error("request failed under {}", correlation, failure);
        }
        DoorValve.putHeaders(request, response);
        Problem.Text text = texts.of(code, Map.of("correlation", correlation,
                "method", String.valueOf(request.getMethod()), "address", String.valueOf(request.getRequestURI())), request.getLocale());
        try {
            response.setContentType(Problem.MEDIA_TYPE);
            response.getOutputStream().write(
                    Problem.of(status, code.name(), text, null, correlation, List.of()).json());
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("the caller under {} is gone: {}", correlation, e.toString());
        }
    }

    private static DoorCode code(int status) {
        return switch (status) {
            case HttpServletResponse.SC_NOT_FOUND -> DoorCode.ADDRESS_UNKNOWN;
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> DoorCode.METHOD_NOT_ALLOWED;
            default -> status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? DoorCode.REQUEST_UNREADABLE : DoorCode.INTERNAL;
        };
    }
}
