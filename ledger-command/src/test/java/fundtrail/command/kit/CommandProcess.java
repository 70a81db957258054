package fundtrail.command.kit;

import fundtrail.command.CommandServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The writing side as a process of its own, set up by the environment as an operator does it, so that it can be killed. */
public final class CommandProcess implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Duration DEADLINE = Duration.ofSeconds(90);

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    /**
     * Starts it and waits until it answers.
     *
     * @param temporary where it may leave what it would have cleared away
     */
    public CommandProcess(Map<String, Object> settings, Path temporary) {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData", "-Djava.io.tmpdir=" + temporary,
                "-Daxoniq.update-checker.disabled=true", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), CommandServer.class.getName());
        settings.forEach((property, value) -> builder.environment().put(variable(property), value.toString()));
        try {
            process = builder.redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CompletableFuture<Integer> listening = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> read(listening));
        try {
            port = listening.orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            kill();
            throw e;
        }
    }

    /** As ops/deploy writes them. */
    private static String variable(String property) {
        return property.equals("fundtrail.opening-secrets")
                ? "FUNDTRAIL_OPENING_SECRETS"
                : property.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
    }

    private void read(CompletableFuture<Integer> listening) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.append(line).append('\n');
                Matcher found = LISTENING.matcher(line);
                if (found.find()) {
                    listening.complete(Integer.valueOf(found.group(1)));
                }
            }
            listening.completeExceptionally(new AssertionError("the service ended:\n" + said));
        } catch (IOException e) {
            listening.completeExceptionally(e);
        }
    }

    /** Sends it a JSON body; completes with its answer, or fails when it is killed. */
    public CompletableFuture<HttpResponse<String>> post(String path, String token, String key, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(DEADLINE)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString());
    }

    /** Stops it where it stands, or lets it go on: {@code STOP}, {@code CONT}. */
    public void signal(String signal) {
        try {
            int code = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
            if (code != 0) {
                throw new AssertionError("kill -" + signal + " ended with " + code);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** SIGKILL: nothing of it is closed or finished. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
