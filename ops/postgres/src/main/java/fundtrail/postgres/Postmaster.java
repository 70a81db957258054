package fundtrail.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The server's process: started until it answers, stopped until it is gone. */
final class Postmaster {

    /** What a ledger stands on. Given on the command line, these win over every file in the data folder. */
    private static final List<String> PROMISES = List.of(
            "fsync=on",
            "full_page_writes=on",
            "synchronous_commit=on",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "password_encryption=scram-sha-256",
            "ssl=off",
            "log_line_prefix=%m [%p] ");

    /** A server killed a moment ago may leave parts that end only now, and PostgreSQL refuses to start beside them. */
    private static final Duration RETRY = Duration.ofSeconds(30);
    /** Replaying at most max_wal_size of log takes a minute or two on a slow disk. */
    private static final Duration REPLAY_LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Programs programs;
    private final Process process;

    private Postmaster(Programs programs, Process process) {
        this.programs = programs;
        this.process = process;
    }

    /** Starts the server and waits until it takes connections, which after a crash includes replaying its log. */
    static Postmaster start(Programs programs, int port) throws IOException {
        long giveUp = System.nanoTime() + RETRY.toNanos();
        try {
            while (true) {
                Postmaster postmaster = new Postmaster(programs, programs.startServer(arguments(programs, port)));
                if (postmaster.becomesReady()) {
                    return postmaster;
                }
                boolean anotherSeemsToWorkThere = Files.exists(PostmasterFile.in(programs.folder().data()));
                if (!anotherSeemsToWorkThere || System.nanoTime() > giveUp) {
                    throw notStarted(programs.folder());
                }
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresUnavailable("Interrupted while PostgreSQL was starting in " + programs.folder().home()
                    + ": start again.", e);
        }
    }

    private static List<String> arguments(Programs programs, int port) {
        String data = programs.folder().data().toString();
        List<String> arguments = new ArrayList<>(List.of("-D", data, "-p", Integer.toString(port)));
        PROMISES.forEach(promise -> arguments.addAll(List.of("-c", promise)));
        return arguments;
    }

    /** False if the process ended instead. */
    private boolean becomesReady() throws IOException, InterruptedException {
        long giveUp = System.nanoTime() + REPLAY_LIMIT.toNanos();
        boolean ready = false;
        try {
            while (!ready && System.nanoTime() < giveUp && !process.waitFor(POLL.toNanos(), TimeUnit.NANOSECONDS)) {
                Optional<PostmasterFile> file = PostmasterFile.read(programs.folder().data());
                ready = file.filter(PostmasterFile::isReady).filter(says -> says.pid() == process.pid()).isPresent();
            }
            if (!ready && process.isAlive()) {
                throw new PostgresUnavailable("PostgreSQL in " + programs.folder().home() + " took no connections within "
                        + REPLAY_LIMIT.toMinutes() + " minutes and was stopped: its progress is in " + programs.folder().log()
                        + "; if it was replaying its log, start again.");
            }
            return ready;
        } finally {
            if (!ready) {
                kill();
            }
        }
    }

    private static PostgresUnavailable notStarted(PostgresFolder folder) throws IOException {
        return new PostgresUnavailable("PostgreSQL did not start in " + folder.home() + ". Its log " + folder.log() + " ends:\n"
                + LogTail.of(folder.log()) + "\nRemove the cause it names and start again.");
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends all sessions, writes everything out and ends the server. */
    void stop() throws IOException {
        if (!process.isAlive()) {
            return;
        }
        boolean stopped = programs.run(STOP_LIMIT.plusSeconds(5), "pg_ctl", "stop", "--pgdata=" + programs.folder().data(),
                "--mode=fast", "--wait", "--timeout=" + STOP_LIMIT.toSeconds());
        if (!stopped && process.isAlive()) {
            kill();
            throw new PostgresUnavailable("PostgreSQL in " + programs.folder().home() + " did not stop within "
                    + STOP_LIMIT.toSeconds() + " s and was killed: what was acknowledged is in its write-ahead log, which the"
                    + " next start replays; why it did not stop may stand at the end of " + programs.folder().log() + ".");
        }
        process.onExit().join();
    }

    /** Ends the server and its parts on the spot, as a power cut would. Acknowledged transactions survive it. */
    void kill() {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(part -> part.onExit().join());
    }
}
