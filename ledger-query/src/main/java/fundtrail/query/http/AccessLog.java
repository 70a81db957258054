package fundtrail.query.http;

import fundtrail.door.AccessLine;
import fundtrail.door.Proxies;
import java.time.Duration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/** The access log's line of every request that was answered, also by the server itself. */
public final class AccessLog implements RequestLog {
    private final Proxies proxies;

    public AccessLog(Proxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public void log(Request request, Response response) {
        new AccessLine(
                CommonHeaders.correlation(request),
                request.getAttribute(Doorkeeper.PERSON) instanceof String person ? person : null,
                Doorkeeper.client(request, proxies).toString(),
                request.getMethod(),
                request.getHttpURI() == null ? null : request.getHttpURI().getPath(),
                request.getConnectionMetaData().getHttpVersion().asString(),
                response.getStatus(),
                Response.getContentBytesWritten(response),
                Duration.ofNanos(NanoTime.since(request.getBeginNanoTime()))).log();
    }
}
