package fundtrail.load.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** One of the ledger's services as a process of its own, set up by its environment as an operator does it. */
public final class Service implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration LOOK = Duration.ofMillis(25);

    private final String name;
    private final Class<?> main;
    private final List<String> flags;
    private final Map<String, String> environment;
    private final int port;
    private final Path log;
    private Process process;

    /** @param port where it will listen, as its environment says */
    Service(String name, Class<?> main, List<String> flags, Map<String, String> environment, int port, Path folder) {
        this.name = name;
        this.main = main;
        this.flags = List.copyOf(flags);
        this.environment = Map.copyOf(environment);
        this.port = port;
        this.log = folder.resolve(name + ".log");
    }

    /** Starts the process, and does not wait for it. */
    public synchronized Service start() {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(flags);
        command.addAll(List.of("-XX:-UsePerfData", "-Daxoniq.update-checker.disabled=true", "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp", System.getProperty("java.class.path"), main.getName()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        }
        return this;
    }

    /** Waits until it answers that it is well. */
    public Service await() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                    .timeout(Duration.ofSeconds(2)).build();
            while (!answers(client, health)) {
                if (!isAlive() || System.nanoTime() > until) {
                    throw new IllegalStateException(name + (isAlive() ? " does not answer" : " ended") + "; its log says:\n" + log());
                }
                LockSupport.parkNanos(LOOK.toNanos());
            }
        }
        return this;
    }

    private static boolean answers(HttpClient client, HttpRequest health) {
        try {
            return client.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String name() {
        return name;
    }

    public int port() {
        return port;
    }

    public synchronized long pid() {
        return process.pid();
    }

    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** What it said, all of it. */
    public String log() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(log + " cannot be read", e);
        }
    }

    /** SIGKILL: nothing of it is closed or finished. */
    public synchronized void kill() {
        end(process.destroyForcibly());
    }

    /** SIGSTOP: it is there, holds what it holds, and does nothing. */
    public void freeze() {
        signal("STOP");
    }

    /** SIGCONT: it goes on where it was. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            end(new ProcessBuilder("kill", "-" + signal, Long.toString(pid())).inheritIO().start());
        } catch (IOException e) {
            throw new UncheckedIOException("SIG" + signal + " could not be sent to " + name, e);
        }
    }

    /** SIGTERM, and SIGKILL for one that does not heed it. */
    @Override
    public synchronized void close() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(Duration.ofSeconds(30))) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    private static void end(Process process) {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A port that is free now. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free", e);
        }
    }
}
