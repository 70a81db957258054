package fundtrail.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The data folder: made once, with checksums and an order of text that no operating system can change. */
final class Cluster {

    /** From this version on PostgreSQL brings C.UTF-8 itself. */
    private static final int BUILTIN_LOCALE_SINCE = 17;
    private static final Duration INITDB_LIMIT = Duration.ofMinutes(5);

    /** Sizes for a machine of two processors and a few GB; the operator may change them in postgresql.conf. */
    private static final String SIZES = """

            # Set when this folder was made. What the ledger promises (fsync, addresses, passwords) is not here:
            # it is given at each start and cannot be changed in this file.
            max_connections = 100
            shared_buffers = 128MB
            effective_cache_size = 512MB
            maintenance_work_mem = 64MB
            min_wal_size = 80MB
            max_wal_size = 1GB
            wal_compression = on
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_checkpoints = off
            """;

    private Cluster() {
    }

    /** Makes the cluster unless there is one; refuses one that another major version made. */
    static void prepare(Programs programs, String superuser, String password) throws IOException {
        PostgresFolder folder = programs.folder();
        int programsAre = programs.majorVersion();
        if (Files.exists(folder.data().resolve("PG_VERSION"))) {
            int clusterIs = Integer.parseInt(Files.readString(folder.data().resolve("PG_VERSION")).strip());
            if (clusterIs != programsAre) {
                throw new PostgresUnavailable("The data folder " + folder.data() + " was made by PostgreSQL " + clusterIs
                        + " and cannot be opened by PostgreSQL " + programsAre + ": start it with version " + clusterIs
                        + ", dump it with pg_dumpall, and restore the dump into an empty folder with version "
                        + programsAre + ".");
            }
            return;
        }
        if (Files.exists(folder.data())) {
            throw new PostgresUnavailable("The folder " + folder.data() + " exists but is no data folder of PostgreSQL, as it"
                    + " holds no PG_VERSION: if it is a damaged one, restore it from a backup; otherwise move it away.");
        }
        make(programs, superuser, password, programsAre);
    }

    private static void make(Programs programs, String superuser, String password, int major) throws IOException {
        PostgresFolder folder = programs.folder();
        Path passwordForInitdb = folder.home().resolve("initdb-password");
        clearBrokenAttempts(folder);
        Path unfinished = Files.createTempDirectory(folder.home(), PostgresFolder.UNFINISHED_DATA);
        try {
            Files.deleteIfExists(passwordForInitdb);
            Password.write(passwordForInitdb, password);
            programs.user().own(unfinished);
            programs.user().own(passwordForInitdb);
            if (!programs.run(INITDB_LIMIT, "initdb", arguments(unfinished, superuser, passwordForInitdb, major))) {
                throw new PostgresUnavailable("PostgreSQL's data folder could not be made in " + folder.home()
                        + "; most often the disk is full or read-only. The log " + folder.log() + " ends:\n"
                        + LogTail.of(folder.log()) + "\nRemove the cause it names and start again.");
            }
        } finally {
            Files.deleteIfExists(passwordForInitdb);
        }
        Files.writeString(unfinished.resolve("postgresql.conf"), SIZES, StandardOpenOption.APPEND);
        Files.move(unfinished, folder.data(), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(folder.home(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /** An initdb whose owner was killed may still be at work. */
    private static void clearBrokenAttempts(PostgresFolder folder) throws IOException {
        String name = PostgresFolder.UNFINISHED_DATA + "*";
        try (DirectoryStream<Path> attempts = Files.newDirectoryStream(folder.home(), name)) {
            for (Path attempt : attempts) {
                Leftovers.end(Leftovers.workingIn(attempt), attempt);
                Folders.delete(attempt);
            }
        }
    }

    /**
     * Text is ordered by code point, which no update of a system library changes: an index ordered by a library is
     * silently wrong after such an update. C orders UTF-8 by bytes, which is the same order.
     */
    private static String[] arguments(Path data, String superuser, Path passwordFile, int major) {
        List<String> arguments = new ArrayList<>(List.of("--pgdata=" + data, "--username=" + superuser,
                "--pwfile=" + passwordFile, "--auth=scram-sha-256", "--data-checksums", "--encoding=UTF8", "--locale=C"));
        if (major >= BUILTIN_LOCALE_SINCE) {
            arguments.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        }
        return arguments.toArray(String[]::new);
    }
}
