package fundtrail.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A standby of a running server: a copy of its data folder, taken while it works, that streams what the server commits and
 * can be promoted. Made without pg_basebackup, which the private binaries do not hold.
 */
public final class Replica {

    /** What a copy must not have: the running server's own, and the log, which the standby fetches. */
    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "pg_wal", "pg_replslot", "pg_stat_tmp", "pg_dynshmem", "pg_notify", "pg_subtrans");

    private static final long PATIENCE_SECONDS = 60;

    private Replica() {
    }

    /**
     * Starts a standby that streams from the primary, asynchronously until {@link #requireIt}.
     *
     * @param home its own folder
     * @param name by which the primary knows it
     */
    public static PrivatePostgres of(PrivatePostgres primary, Path home, String name) throws SQLException, IOException {
        Files.createDirectories(home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path data = home.resolve("data");
        try (Connection connection = primary.connect("postgres"); Statement statement = connection.createStatement()) {
            Path original = Path.of(ask(statement, "show data_directory"));
            Files.copy(original.resolveSibling("superuser-password"), home.resolve("superuser-password"));
            ask(statement, "select pg_backup_start('" + name + "', true)");
            copy(original, data);
            Files.writeString(data.resolve("backup_label"), ask(statement, "select labelfile from pg_backup_stop(false)"));
        }
        for (String folder : new String[] {"pg_wal", "pg_wal/archive_status", "pg_replslot", "pg_stat_tmp", "pg_dynshmem", "pg_notify", "pg_subtrans"}) {
            Files.createDirectories(data.resolve(folder));
        }
        Files.createFile(data.resolve("standby.signal"));
        Files.writeString(data.resolve("postgresql.auto.conf"), "primary_conninfo = 'host=127.0.0.1 port=%d user=%s password=%s application_name=%s'\n"
                .formatted(primary.port(), primary.superuser(), primary.password(), name), StandardOpenOption.APPEND);
        return PrivatePostgres.in(home).unpackedIn(TestPostgres.binaries()).start();
    }

    private static void copy(Path original, Path copy) throws IOException {
        Files.walkFileTree(original, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (LEFT_OUT.contains(original.relativize(folder).toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectory(to(folder), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!LEFT_OUT.contains(original.relativize(file).toString())) {
                    try {
                        Files.copy(file, to(file));
                    } catch (NoSuchFileException removedMeanwhile) {
                        return FileVisitResult.CONTINUE; // its removal is in the log that the standby replays
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            private Path to(Path path) {
                return copy.resolve(original.relativize(path).toString());
            }
        });
    }

    /** From now on the primary acknowledges nothing that is not on this standby's disk; returns once it streams. */
    public static void requireIt(PrivatePostgres primary, String name) throws SQLException {
        try (Connection connection = primary.connect("postgres"); Statement statement = connection.createStatement()) {
            statement.execute("alter system set synchronous_standby_names = '" + name + "'");
            statement.execute("select pg_reload_conf()");
            awaitOne(statement, "select count(*) from pg_stat_replication where application_name = '" + name + "' and sync_state = 'sync'");
        }
    }

    /** The standby becomes a primary; returns once it takes what is to be written. */
    public static void promote(PrivatePostgres standby) throws SQLException {
        try (Connection connection = standby.connect("postgres"); Statement statement = connection.createStatement()) {
            ask(statement, "select pg_promote(true, " + PATIENCE_SECONDS + ")");
            awaitOne(statement, "select count(*) where not pg_is_in_recovery()");
        }
    }

    private static void awaitOne(Statement statement, String question) throws SQLException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!ask(statement, question).equals("1")) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + PATIENCE_SECONDS + " s: " + question);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static String ask(Statement statement, String question) throws SQLException {
        try (ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }
}
