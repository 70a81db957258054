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
import java.util.function.Function;

/** Stands in for the writing side's public API: takes wishes for extracts, and answers as it is told to. */
final class WriterAtHand implements AutoCloseable {
    /** A wish as it came. */
    record Asked(String path, String authorization, String key, JsonNode body) {}

    /** What it answers. */
    record Answer(int status, String body) {
        /** Recorded then, as fact 900. */
        static Answer recorded(int status, String at) {
            return new Answer(status, "{\"outcome\":\"POSTED\",\"firstPosition\":900,\"recordedAt\":\"" + at + "\"}");
        }
    }

    /** Later than any fact of the made-up counties. */
    static final Answer RECORDED = Answer.recorded(201, "2026-11-22T08:00:00.000000Z");

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Function<Asked, Answer> answer = _ -> RECORDED;

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
        answers(_ -> new Answer(status, answer));
    }

    /** From now on it answers each wish so. */
    void answers(Function<Asked, Answer> answer) {
        this.answer = answer;
    }

    List<Asked> asked() {
        return asked;
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        Asked wish = new Asked(exchange.getRequestURI().getPath(), headers.getFirst("Authorization"), headers.getFirst("Idempotency-Key"),
                Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes()));
        asked.add(wish);
        Answer answered = answer.apply(wish);
        byte[] bytes = answered.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answered.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
