package fundtrail.tokens;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads a small JSON document of the issuer. What it costs is bounded: {@value #LARGEST_BYTES} bytes, 2 s to connect, 5 s in
 * all, however slowly it drips. Redirects are not followed: they would let a third host publish the issuer's keys.
 */
final class Fetch {

    static final int LARGEST_BYTES = 200_000;
    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration IN_ALL = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(Redirect.NEVER).connectTimeout(TO_CONNECT).build();

    /** @throws IOException when it cannot be had; says what happened at which address */
    String json(URI address) throws IOException {
        var request = HttpRequest.newBuilder(address).timeout(IN_ALL).header("Accept", "application/json").build();
        var answer = within(client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_BYTES)), address);
        if (answer.statusCode() / 100 == 3) {
            throw new IOException(address + " answers " + answer.statusCode() + " and leads to "
                    + answer.headers().firstValue("Location").orElse("nowhere") + ", which is not followed");
        }
        if (answer.statusCode() != 200) throw new IOException(address + " answers " + answer.statusCode());
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> within(CompletableFuture<HttpResponse<byte[]>> asked, URI address) throws IOException {
        try {
            return asked.get(IN_ALL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            asked.cancel(true);
            throw new IOException(address + " did not answer within " + IN_ALL.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException(address + " does not answer: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking " + address, e);
        }
    }
}
