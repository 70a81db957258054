package fundtrail.client;

import com.fasterxml.jackson.databind.ObjectReader;
import fundtrail.contract.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;

/** Sends requests that are safe to send again, and sends them again: on 429 and 503 as the server asks, on a lost connection. */
final class Http implements AutoCloseable {
    private static final ObjectReader PROBLEM = Json.MAPPER.readerFor(Problem.class);
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(90);
    /** Too many requests, or not able to answer now: the server says when to come again. */
    private static final Set<Integer> COME_AGAIN = Set.of(429, 503);

    private final Words words;
    private final Patience patience;
    private final HttpClient http;

    Http(Words words, Patience patience, Trust trust) {
        this.words = words;
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTING)
                .sslContext(trust.context())
                .build();
    }

    /** @param token a bearer token; {@code null} for an address open to anyone */
    static HttpRequest.Builder request(URI address, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(ANSWERING);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    static String query(Map<String, ?> parameters) {
        return parameters.isEmpty() ? "" : parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "="
                        + URLEncoder.encode(String.valueOf(parameter.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    HttpResponse<byte[]> send(HttpRequest bare) {
        HttpRequest request = HttpRequest.newBuilder(bare, (name, value) -> true)
                .header("Accept-Language", words.languageTag())
                .build();
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt == patience.attempts();
            try {
                HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (COME_AGAIN.contains(response.statusCode()) && !last) {
                    pause(retryAfter(response, attempt));
                } else if (response.statusCode() / 100 == 2) {
                    return response;
                } else {
                    throw new ProblemAnswer(problem(response, response.body()), request.method() + " " + request.uri());
                }
            } catch (IOException lost) {
                if (last || lost instanceof SSLHandshakeException) {
                    throw new LedgerUnreachable(request.uri(), lost);
                }
                pause(patience.after(attempt));
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    /** The answer's bytes as they come; asked for once, as whoever asks may have begun to use them. */
    HttpResponse<InputStream> open(HttpRequest bare) {
        HttpRequest request = HttpRequest.newBuilder(bare, (name, value) -> true)
                .header("Accept-Language", words.languageTag())
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() / 100 == 2) {
                return response;
            }
            try (InputStream said = response.body()) {
                throw new ProblemAnswer(problem(response, said.readAllBytes()), request.method() + " " + request.uri());
            }
        } catch (IOException lost) {
            throw new LedgerUnreachable(request.uri(), lost);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void pause(Duration pause) {
        try {
            patience.pausing().pause(pause);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while waiting for the ledger", e);
    }

    /** What the server asks for (RFC 9110, 10.2.3, in seconds), within our patience. */
    private Duration retryAfter(HttpResponse<?> response, int attempt) {
        return response.headers().firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> patience.atMost(Duration.ofSeconds(Long.parseLong(seconds))))
                .orElseGet(() -> patience.after(attempt));
    }

    private Problem problem(HttpResponse<?> response, byte[] body) {
        if (response.headers().firstValue("Content-Type").orElse("").startsWith(PROBLEM_JSON)) {
            try {
                return PROBLEM.readValue(body);
            } catch (IOException unreadable) {
                return stranger(response);
            }
        }
        return stranger(response);
    }

    /** What answered is no ledger: another program has the port, or something stands between. */
    private Problem stranger(HttpResponse<?> response) {
        URI root = response.uri().resolve("/");
        return new Problem(words.say("stranger.title"), response.statusCode(), "NOT_A_LEDGER",
                words.say("stranger.detail", root, response.statusCode()), words.say("stranger.advice"), null, null, null);
    }

    @Override
    public void close() {
        http.close();
    }
}
