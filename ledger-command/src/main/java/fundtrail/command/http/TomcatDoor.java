package fundtrail.command.http;

import fundtrail.door.DoorRefused;
import fundtrail.door.DoorSettings;
import fundtrail.door.TlsFiles;
import fundtrail.door.TlsFiles.Pair;
import fundtrail.door.TlsRenewal;
import java.util.Set;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Http2;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** Sets up the server as the door's settings say; the last word after the properties of {@code server.*}. */
final class TomcatDoor implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, AutoCloseable {
    private static final String BUNDLE = "door";

    private final DoorSettings settings;
    private TlsRenewal renewal;

    TomcatDoor(DoorSettings settings) {
        this.settings = settings;
    }

    /** @throws DoorRefused when the door would be open to others without TLS, or its files cannot be used */
    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        if (Ssl.isEnabled(tomcat.getSsl())) {
            throw new DoorRefused(DoorRefused.Reason.SERVER_SSL_SET, settings.prefix());
        }
        settings.requireGuarded(tomcat.getAddress());
        if (settings.tls() != null) {
            speakTls(tomcat, settings.tls());
        }
        tomcat.addEngineValves(new DoorValve(settings.proxies()));
        tomcat.addContextCustomizers(context ->
                ((StandardHost) context.getParent()).setErrorReportValveClass(ProblemValve.class.getName()));
        tomcat.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
                protocol.setMaxConnections(settings.connections());
            }
        });
    }

    private void speakTls(TomcatServletWebServerFactory tomcat, TlsFiles files) {
        DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry(BUNDLE, bundle(files.read()));
        tomcat.setSsl(Ssl.forBundle(BUNDLE));
        tomcat.setSslBundles(bundles);
        tomcat.setHttp2(http2());
        renewal = TlsRenewal.of(files, renewed -> bundles.updateBundle(BUNDLE, bundle(renewed)));
    }

    /** Agreed on by ALPN; without TLS there is none, since Tomcat's upgrade holds back no content to speak of. */
    private static Http2 http2() {
        Http2 http2 = new Http2();
        http2.setEnabled(true);
        return http2;
    }

    private static SslBundle bundle(Pair pair) {
        return SslBundle.of(SslStoreBundle.of(pair.keys(), Pair.PASSWORD, null), SslBundleKey.NONE,
                SslOptions.of(null, Set.copyOf(TlsFiles.PROTOCOLS)));
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
