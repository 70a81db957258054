package fundtrail.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What an earlier run left behind when it was killed: a server nobody owns, or parts of one. Whoever holds the folder's
 * lock may end them, since their owner is gone.
 */
final class Leftovers {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final Duration PARTS_END_BY_THEMSELVES = Duration.ofSeconds(5);

    private Leftovers() {
    }

    static void clear(Programs programs) throws IOException {
        Path data = programs.folder().data();
        List<ProcessHandle> left = workingIn(data);
        if (!left.isEmpty()) {
            if (left.stream().anyMatch(process -> namesOnItsCommandLine(data, process))) {
                programs.run(STOP_LIMIT, "pg_ctl", "stop", "--pgdata=" + data, "--mode=fast", "--wait",
                        "--timeout=" + STOP_LIMIT.toSeconds());
            }
            end(left, data);
        }
        forgetStranger(data);
    }

    /** Parts of a killed server notice its death and end; PostgreSQL will not start beside one that has not. */
    static void end(List<ProcessHandle> left, Path data) {
        if (haveEnded(left, PARTS_END_BY_THEMSELVES)) {
            return;
        }
        left.forEach(ProcessHandle::destroyForcibly);
        if (!haveEnded(left, STOP_LIMIT)) {
            List<Long> stillThere = left.stream().filter(ProcessHandle::isAlive).map(ProcessHandle::pid).toList();
            throw new PostgresUnavailable("PostgreSQL of an earlier run still works in " + data + " and cannot be ended: end its"
                    + " processes " + stillThere + " and start again.");
        }
    }

    private static boolean haveEnded(List<ProcessHandle> processes, Duration limit) {
        try {
            CompletableFuture.allOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresUnavailable("Interrupted while waiting for an earlier run's PostgreSQL to end: start again.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("waiting for a process to end cannot fail", e);
        }
    }

    /**
     * A process id is used again, above all in a container: if a living program that is not PostgreSQL now has the one
     * in the file, PostgreSQL would take it for its own and refuse to start until that program ends. A second guard
     * against two servers stays: the shared memory that PostgreSQL finds by the data folder itself.
     */
    private static void forgetStranger(Path data) throws IOException {
        Optional<PostmasterFile> file = PostmasterFile.read(data);
        if (file.isEmpty()) {
            return;
        }
        boolean aStrangerHasItsNumber = ProcessHandle.of(file.get().pid())
                .flatMap(process -> process.info().command())
                .filter(command -> !isPostgres(command))
                .isPresent();
        if (aStrangerHasItsNumber) {
            Files.deleteIfExists(PostmasterFile.in(data));
        }
    }

    static List<ProcessHandle> workingIn(Path data) {
        return ProcessHandle.allProcesses()
                .filter(process -> namesOnItsCommandLine(data, process) || isPartOf(data, process))
                .toList();
    }

    /** As postgres itself, initdb and pg_ctl do. */
    private static boolean namesOnItsCommandLine(Path data, ProcessHandle process) {
        List<String> arguments = process.info().arguments().map(List::of).orElse(List.of());
        int flag = arguments.indexOf("-D");
        return arguments.contains("--pgdata=" + data)
                || flag >= 0 && flag + 1 < arguments.size() && arguments.get(flag + 1).equals(data.toString());
    }

    /** The parts of a server rename themselves, but all work inside the data folder, which Linux shows. */
    private static boolean isPartOf(Path data, ProcessHandle process) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), data)
                    && process.info().command().filter(Leftovers::isPostgres).isPresent();
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    /** Linux marks a program whose file was deleted or replaced since it was started. */
    private static boolean isPostgres(String command) {
        return command.endsWith("/postgres") || command.endsWith("/postgres (deleted)");
    }
}
