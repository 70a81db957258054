package fundtrail.query;

import fundtrail.door.DoorRefused;
import fundtrail.door.DoorSettings;
import fundtrail.query.http.AccessLog;
import fundtrail.query.http.ApiHandler;
import fundtrail.query.http.Correlated;
import fundtrail.query.http.ProblemErrorHandler;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Executors;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server of the reading side. Each request runs on a virtual thread of its own. */
public final class QueryServer implements AutoCloseable {
    private static final int CLOSING_MILLIS = 10_000;

    private final Server server;
    private final Listener listener;

    /**
     * @param port 0 for any free one; see {@link #port()}
     * @throws fundtrail.door.DoorRefused when it would be open to others without TLS, or its files cannot be used
     */
    public QueryServer(String host, int port, DoorSettings door, ApiHandler api) {
        this(host, port, door, new Handler[] {api});
    }

    /** @param handlers asked in turn until one answers */
    QueryServer(String host, int port, DoorSettings door, Handler... handlers) {
        requireUsable(host, door);
        var threads = new QueuedThreadPool();
        threads.setName("query");
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server = new Server(threads);
        listener = Listener.on(server, host, port, door);

        var compression = new CompressionHandler(new Handler.Sequence(handlers));
        compression.putCompression(new GzipCompression());
        compression.putConfiguration(
                "/*", CompressionConfig.builder().defaults().compressIncludeMethod("HEAD").compressExcludeMimeType("text/event-stream")
                        .compressExcludePath(ExtractRoutes.JOURNAL).build());
        server.setHandler(new Correlated(new GracefulHandler(compression)));
        server.setRequestLog(new AccessLog(door.proxies()));
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
                            .formatted(listener.connector().getHost(), listener.connector().getPort(), e.getMessage()),
                    e);
        }
    }

    /** The port listened on. */
    public int port() {
        return listener.connector().getLocalPort();
    }

    /** Connections held open now; those beyond the limit wait to be accepted. */
    int connections() {
        return listener.connector().getConnectedEndPoints().size();
    }

    /** Looks now whether the files for TLS were renewed, and not only when it is time. */
    void lookForRenewedFiles() {
        listener.lookForRenewedFiles();
    }

    /** Lets what was begun finish, up to ten seconds, and accepts nothing new meanwhile. */
    @Override
    public void close() {
        listener.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The reading side did not close in order: " + e.getMessage(), e);
        }
    }

    /** @throws DoorRefused when it would be open to others without TLS, or its files cannot be used */
    static void requireUsable(String host, DoorSettings door) {
        try {
            door.requireGuarded(InetAddress.getByName(host));
            if (door.tls() != null) {
                door.tls().read();
            }
        } catch (UnknownHostException e) {
            throw new DoorRefused(DoorRefused.Reason.SETTING_WRONG, QuerySettings.DOOR + "HOST", host, "127.0.0.1");
        }
    }
}
