package fundtrail.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** Answers one request after another as it was told, and remembers what it was asked. */
final class ScriptedServer implements AutoCloseable {
    /** What it was asked. */
    record Asked(String method, String path, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    /** How it answers; status 0 closes the connection without a word. */
    record Reply(int status, String contentType, String body, Map<String, String> headers) {}

    private final HttpServer server;
    private final Queue<Reply> replies = new ArrayDeque<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    ScriptedServer() {
        this(null);
    }

    /** @param tls what it proves itself by; {@code null} for plain HTTP */
    ScriptedServer(SSLContext tls) {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try {
            if (tls == null) {
                server = HttpServer.create(any, 0);
            } else {
                HttpsServer secure = HttpsServer.create(any, 0);
                secure.setHttpsConfigurator(new HttpsConfigurator(tls));
                server = secure;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    ScriptedServer then(int status, String contentType, String body) {
        replies.add(new Reply(status, contentType, body, Map.of()));
        return this;
    }

    ScriptedServer thenBusy(String retryAfter) {
        replies.add(new Reply(503, "application/problem+json",
                """
                {"type":"t","title":"Too many","status":503,"code":"BUSY","detail":"d","advice":"a"}""",
                Map.of("Retry-After", retryAfter)));
        return this;
    }

    ScriptedServer thenTooMany(String retryAfter) {
        replies.add(new Reply(429, "application/problem+json",
                """
                {"type":"t","title":"Too many","status":429,"code":"TOO_MANY_WISHES","detail":"d","advice":"a"}""",
                Map.of("Retry-After", retryAfter)));
        return this;
    }

    ScriptedServer thenLost() {
        replies.add(new Reply(0, "", "", Map.of()));
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()), body));
            Reply reply = replies.remove();
            if (reply.status() == 0) {
                return;
            }
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    List<Asked> asked() {
        return asked;
    }

    Addresses addresses() {
        URI here = URI.create((server instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:" + server.getAddress().getPort());
        return new Addresses(here, here);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
