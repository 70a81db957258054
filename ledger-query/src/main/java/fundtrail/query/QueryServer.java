package fundtrail.query;

import fundtrail.query.http.ApiHandler;
import fundtrail.query.http.ProblemErrorHandler;
import java.util.concurrent.Executors;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server of the reading side. Each request runs on a virtual thread of its own. */
public final class QueryServer implements AutoCloseable {
    private static final int ADDRESS_AND_HEADERS_BYTES = 16 * 1024;
    private static final int IDLE_MILLIS = 30_000;
    private static final int CLOSING_MILLIS = 10_000;

    private final Server server;
    private final ServerConnector connector;

    /** @param port 0 for any free one; see {@link #port()} */
    public QueryServer(String host, int port, ApiHandler api) {
        this(host, port, new Handler[] {api});
    }

    /** @param handlers asked in turn until one answers */
    QueryServer(String host, int port, Handler... handlers) {
        var threads = new QueuedThreadPool();
        threads.setName("query");
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server = new Server(threads);

        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(ADDRESS_AND_HEADERS_BYTES);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);

        var compression = new CompressionHandler(new Handler.Sequence(handlers));
        compression.putCompression(new GzipCompression());
        compression.putConfiguration(
                "/*", CompressionConfig.builder().defaults().compressIncludeMethod("HEAD").compressExcludeMimeType("text/event-stream").build());
        server.setHandler(new GracefulHandler(compression));
        server.setErrorHandler(new ProblemErrorHandler());
        server.setStopTimeout(CLOSING_MILLIS);
    }

    /** @throws IllegalStateException when the port is taken, or the server cannot start for another reason */
    public void start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(
                    "The reading side cannot listen on %s:%d: %s. Is another one running? Choose another port."
                            .formatted(connector.getHost(), connector.getPort(), e.getMessage()),
                    e);
        }
    }

    /** The port listened on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Lets what was begun finish, up to ten seconds, and accepts nothing new meanwhile. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The reading side did not close in order: " + e.getMessage(), e);
        }
    }
}
