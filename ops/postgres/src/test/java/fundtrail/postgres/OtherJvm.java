package fundtrail.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Another process of this program, so that it can be killed, or run as another user. */
final class OtherJvm implements AutoCloseable {

    private static final long DEADLINE_SECONDS = 90;

    private final Process process;
    private final BufferedReader output;

    private OtherJvm(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** Runs a class of the tests with the tests' own class path. */
    static OtherJvm start(Class<?> program, Path temporary, String... arguments) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), program, temporary, arguments);
    }

    static OtherJvm start(List<String> prefix, String classPath, Class<?> program, Path temporary, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(java(), "-XX:+UseSerialGC", "-Xmx128m", "-Djava.io.tmpdir=" + temporary,
                "-Dbasedir=" + System.getProperty("basedir", "."), "-cp", classPath, program.getName()));
        command.addAll(List.of(arguments));
        return new OtherJvm(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    long pid() {
        return process.pid();
    }

    /** The rest of the first line that starts so. */
    String awaitLine(String start) {
        return await(() -> {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(start)) {
                    return line.substring(start.length());
                }
            }
            throw new AssertionError("the other process ended without saying \"" + start + "…\"");
        });
    }

    void endInput() throws IOException {
        process.getOutputStream().close();
    }

    int awaitEnd() {
        return await(process::waitFor);
    }

    /** SIGKILL: no hook of it runs. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        kill();
    }

    private static <T> T await(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException | InterruptedException e) {
            throw new AssertionError("the other process did not do what was awaited", e);
        }
    }
}
