package fundtrail.query.http;

import fundtrail.query.http.Answer.Download;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends bytes that come from elsewhere, a piece at a time. */
final class Downloads {
    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);

    /** Where the handing out stands in the ledger. */
    private static final String ON_RECORD = "Fundtrail-On-Record";

    private Downloads() {}

    /**
     * Sends all of it. Where it breaks off after the first byte the connection is cut: the length was said, so its reader
     * sees that bytes are missing.
     *
     * @throws IOException where it breaks off before the first byte, so that a problem can still be told
     */
    static void send(Request request, Response response, Callback callback, Download download) throws IOException {
        var headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_LENGTH, download.length());
        if (!download.onRecord().isEmpty()) {
            headers.put(ON_RECORD, download.onRecord().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        headers.put(HttpHeader.CONTENT_DISPOSITION, "attachment; filename=\"" + download.fileName() + "\"");
        if (HttpMethod.HEAD.is(request.getMethod())) {
            response.write(true, null, callback);
            return;
        }
        try {
            OutputStream out = Content.Sink.asOutputStream(response);
            download.writing().to(out);
            out.close();
            callback.succeeded();
        } catch (IOException | RuntimeException torn) {
            if (!response.isCommitted()) {
                response.reset();
                throw torn;
            }
            LOG.warn("download {} of {} broke off: {}", CommonHeaders.correlation(request), download.sha256(), torn.toString());
            callback.failed(torn);
        }
    }
}
