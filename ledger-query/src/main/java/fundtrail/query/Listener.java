package fundtrail.query;

import fundtrail.door.DoorSettings;
import fundtrail.door.TlsFiles;
import fundtrail.door.TlsFiles.Pair;
import fundtrail.door.TlsRenewal;
import java.util.function.Consumer;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.HTTP2Cipher;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * How connections are made: HTTP/1.1 and HTTP/2, the latter by ALPN under TLS (RFC 9113, 3.2) and without TLS by prior
 * knowledge or upgrade; how large a request's head, how idle and how many they may be.
 */
final class Listener implements AutoCloseable {
    private static final int ADDRESS_AND_HEADERS_BYTES = 16 * 1024;
    private static final int IDLE_MILLIS = 30_000;
    private static final int STREAMS_OF_A_CONNECTION = 100;

    private final ServerConnector connector;
    private final TlsRenewal renewal;

    private Listener(ServerConnector connector, TlsRenewal renewal) {
        this.connector = connector;
        this.renewal = renewal;
    }

    /** @throws fundtrail.door.DoorRefused when the files for TLS cannot be used */
    static Listener on(Server server, String host, int port, DoorSettings door) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(ADDRESS_AND_HEADERS_BYTES);

        TlsRenewal renewal = null;
        ConnectionFactory[] factories;
        if (door.tls() == null) {
            factories = new ConnectionFactory[] {new HttpConnectionFactory(http), limited(new HTTP2CServerConnectionFactory(http))};
        } else {
            SslContextFactory.Server tls = tls(door.tls().read());
            renewal = TlsRenewal.of(door.tls(), renewing(tls));
            factories = underTls(http, tls);
        }
        var connector = new ServerConnector(server, 1, 1, factories);
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.addBean(new NetworkConnectionLimit(door.connections(), connector));
        server.addConnector(connector);
        return new Listener(connector, renewal);
    }

    private static ConnectionFactory[] underTls(HttpConfiguration http, SslContextFactory.Server tls) {
        // One certificate serves every name, so nothing is chosen or checked by the name asked for.
        http.addCustomizer(new SecureRequestCustomizer(false));
        var one = new HttpConnectionFactory(http);
        var two = limited(new HTTP2ServerConnectionFactory(http));
        var alpn = new ALPNServerConnectionFactory();
        alpn.setDefaultProtocol(one.getProtocol());
        return new ConnectionFactory[] {new SslConnectionFactory(tls, alpn.getProtocol()), alpn, two, one};
    }

    private static <T extends HTTP2ServerConnectionFactory> T limited(T two) {
        two.setMaxConcurrentStreams(STREAMS_OF_A_CONNECTION);
        return two;
    }

    private static SslContextFactory.Server tls(Pair pair) {
        var tls = new SslContextFactory.Server();
        tls.setKeyStore(pair.keys());
        tls.setKeyStorePassword(Pair.PASSWORD);
        tls.setIncludeProtocols(TlsFiles.PROTOCOLS.toArray(String[]::new));
        tls.setCipherComparator(HTTP2Cipher.COMPARATOR);
        tls.setUseCipherSuitesOrder(true);
        return tls;
    }

    private static Consumer<Pair> renewing(SslContextFactory.Server tls) {
        return renewed -> {
            try {
                tls.reload(factory -> factory.setKeyStore(renewed.keys()));
            } catch (Exception e) {
                throw new IllegalStateException("the renewed certificate could not be taken up: " + e.getMessage(), e);
            }
        };
    }

    ServerConnector connector() {
        return connector;
    }

    /** Looks now whether the files for TLS were renewed, and not only when it is time. */
    void lookForRenewedFiles() {
        renewal.look();
    }

    @Override
    public void close() {
        if (renewal != null) {
            renewal.close();
        }
    }
}
