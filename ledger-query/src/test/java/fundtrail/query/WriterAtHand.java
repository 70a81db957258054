package fundtrail.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fundtrail.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in for the writing side's public API: takes wishes for extracts, and answers as it is told to. */
final class WriterAtHand implements AutoCloseable {
    /** A wish as it came. */
    record Asked(String path, String authorization, String key, JsonNode body) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 201;
    private volatile String answer = "{\"outcome\":\"POSTED\",\"firstPosition\":900}";

    WriterAtHand() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on it answers so. */
    void answers(int status, String answer) {
        this.status = status;
        this.answer = answer;
    }

    List<Asked> asked() {
        return asked;
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        asked.add(new Asked(exchange.getRequestURI().getPath(), headers.getFirst("Authorization"), headers.getFirst("Idempotency-Key"),
                Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes())));
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
