package fundtrail.postgres;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL's programs, run for one folder as a user they accept. What they print is added to the folder's log.
 *
 * @param unpacked the folder that holds {@code bin}, {@code lib} and {@code share}
 */
record Programs(Path unpacked, ServerUser user, PostgresFolder folder) {

    private static final Duration A_MOMENT = Duration.ofSeconds(30);

    /** The first of the users as whom the server can be executed. */
    static Programs usable(Path unpacked, List<ServerUser> candidates, PostgresFolder folder) throws IOException {
        for (ServerUser candidate : candidates) {
            Programs programs = new Programs(unpacked, candidate, folder);
            candidate.openTheWay(folder);
            if (programs.run(A_MOMENT, "postgres", "--version")) {
                candidate.own(folder.data());
                return programs;
            }
        }
        throw new PostgresUnavailable("PostgreSQL's programs in " + unpacked + " cannot be executed"
                + (candidates.getFirst().prefix().isEmpty() ? ""
                : "; it refuses to work as root, and neither \"unshare -U\" nor \"setpriv\" could start it as somebody less")
                + ". What was tried is in " + folder.log() + ": start as an ordinary user, or use a folder that all users"
                + " may enter and execute programs in; if the programs themselves are damaged, delete " + unpacked + ".");
    }

    /** 18 for 18.6. The file is the one by which initdb knows whether its parts fit together. */
    int majorVersion() throws IOException {
        Path file = unpacked.resolve("share/postgresql/postgres.bki");
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String line = reader.readLine();
            if (line == null || !line.matches("# PostgreSQL [0-9]{1,4}")) {
                throw new PostgresUnavailable("PostgreSQL's programs in " + unpacked + " are damaged, as " + file
                        + " names no version: delete that folder and start again.");
            }
            return Integer.parseInt(line.substring("# PostgreSQL ".length()));
        }
    }

    /** Whether the program ended well. One that takes longer than {@code limit} is ended and did not end well. */
    boolean run(Duration limit, String program, String... arguments) throws IOException {
        Process process;
        try {
            process = started(List.of(), program, arguments);
        } catch (IOException e) {
            note(e.getMessage());
            return false;
        }
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue() == 0;
            }
            note(program + " did not end within " + limit.toSeconds() + " s and was ended");
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresUnavailable("Interrupted while " + program + " was at work in " + folder.home()
                    + ": start again; what it left unfinished is then cleared away.", e);
        } finally {
            process.destroyForcibly();
        }
    }

    /**
     * Starts the server in a session of its own, so that Ctrl-C at a terminal reaches only this process, which can then
     * end its own work before it stops the server. Without setsid (macOS) both are reached at once; the server then
     * closes in an orderly way, and what is not yet acknowledged fails.
     */
    Process startServer(List<String> arguments) throws IOException {
        return started(isOnPath("setsid") ? List.of("setsid") : List.of(), "postgres", arguments.toArray(String[]::new));
    }

    private Process started(List<String> before, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(user.prefix());
        command.add(unpacked.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.home().toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    private void note(String line) throws IOException {
        Files.writeString(log(), line + "\n", StandardOpenOption.APPEND);
    }

    /** The log quotes statements and their values: it is the owner's alone. */
    private Path log() throws IOException {
        if (!Files.exists(folder.log())) {
            Files.createFile(folder.log(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return folder.log();
    }

    private static boolean isOnPath(String program) {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(directory, program))) {
                return true;
            }
        }
        return false;
    }
}
