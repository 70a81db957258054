package fundtrail.standalone;

import fundtrail.client.Addresses;
import fundtrail.client.Home;
import fundtrail.client.LedgerApi;
import fundtrail.client.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** {@code ops/run} as people start it: a process of its own, that can be asked to end, killed, and read. */
final class RunProcess implements AutoCloseable {
    static final Path ROOT = Path.of(System.getProperty("basedir", ""), "..", "..").toAbsolutePath().normalize();
    /** Long enough for a first start on a machine that has much else to do. */
    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private final Process process;
    private final Path home;
    private final List<String> lines = new ArrayList<>();

    private RunProcess(Process process, Path home) {
        this.process = process;
        this.home = home;
        Thread.ofVirtual().start(this::readAll);
    }

    /** On ports of its own choice, speaking English. */
    static RunProcess start(Path home, String... options) {
        List<String> chosen = new ArrayList<>(List.of("--command-port", "0", "--query-port", "0"));
        chosen.addAll(List.of(options));
        return startOn(home, chosen.toArray(String[]::new));
    }

    static RunProcess startOn(Path home, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary(home),
                "-Daxoniq.update-checker.disabled=true",
                "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
                "-Dfundtrail.root=" + ROOT,
                "-cp", System.getProperty("java.class.path"),
                Run.class.getName(),
                "--home", home.toString(), "--lang", "en"));
        command.addAll(List.of(options));
        try {
            return new RunProcess(new ProcessBuilder(command).redirectErrorStream(true).start(), home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Beside its folder, so that what a killed one leaves there goes with it. */
    private static Path temporary(Path home) {
        try {
            return Files.createDirectories(home.resolveSibling("tmp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readAll() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                said(line);
            }
        } catch (IOException gone) {
            said("(output ended: " + gone.getMessage() + ")");
        }
    }

    private synchronized void said(String line) {
        lines.add(line);
        notifyAll();
    }

    synchronized String output() {
        return String.join("\n", lines);
    }

    /** Waits until it has said this somewhere. */
    void await(String part) {
        await(() -> "it did not say \"" + part + "\":\n" + output(), () -> {
            if (!process.isAlive() && !output().contains(part)) {
                throw new AssertionError("it ended (" + process.exitValue() + ") without saying \"" + part + "\":\n" + output());
            }
            return output().contains(part);
        });
    }

    /** Waits until it is ready to be used. */
    RunProcess awaitReady() {
        await("ops/token");
        return this;
    }

    /** Waits for its end, and answers with which code it ended. */
    int awaitExit() {
        try {
            if (process.waitFor(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            throw new AssertionError("it did not end within " + DEADLINE + ":\n" + output());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** SIGTERM, and its end. */
    int terminate() {
        process.destroy();
        return awaitExit();
    }

    /** SIGKILL: no hook of it runs, and its PostgreSQL stays behind. */
    void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    LedgerApi api() {
        return new LedgerApi(home().addresses(), Words.in("en"));
    }

    Addresses addresses() {
        return home().addresses();
    }

    Home home() {
        return Home.at(home);
    }

    String token(String subject) {
        return home().token(subject, Instant.now());
    }

    /** Every process of a ledger in this folder. */
    static List<ProcessHandle> processesIn(Path home) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(home.toString()))
                .toList();
    }

    static void await(Supplier<String> otherwise, BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("within " + DEADLINE + ", " + otherwise.get());
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            terminate();
        }
    }
}
