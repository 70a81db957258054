package fundtrail.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One private PostgreSQL for all tests of a JVM, as durable as in production, in a temporary folder that is gone when the
 * JVM is. Any test may call the static methods. {@code @ExtendWith(TestPostgres.class)} stops the server as soon as the
 * last test is done; without it, the end of the JVM does.
 */
public final class TestPostgres implements BeforeAllCallback {

    private static final String FOLDER = "fundtrail-test-postgres-";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static PrivatePostgres shared;

    /** The server, started by whoever asks first. Tests that stop or kill a server start one of their own. */
    public static synchronized PrivatePostgres shared() {
        if (shared == null) {
            clearAfterKilledRuns();
            shared = PrivatePostgres.in(folder()).unpackedIn(binaries()).start();
            Runtime.getRuntime().addShutdownHook(new Thread(TestPostgres::end));
        }
        return shared;
    }

    /** A new, empty database on the shared server. */
    public static TestDatabase freshDatabase() {
        PrivatePostgres server = shared();
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection connection = server.connect("postgres"); Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("the database " + name + " could not be made on " + server.jdbcUrl("postgres"), e);
        }
        return new TestDatabase(server.jdbcUrl(name), server.superuser(), server.password());
    }

    /** Where a module's tests unpack PostgreSQL once, under its target folder; each server's own folder would do as well. */
    public static Path binaries() {
        String module = System.getProperty("basedir");
        return module == null ? folder().resolve("binaries") : Path.of(module, "target", "postgres-binaries");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(Namespace.GLOBAL)
                .getOrComputeIfAbsent(TestPostgres.class, key -> (AutoCloseable) TestPostgres::end);
    }

    private static synchronized void end() {
        if (shared == null) {
            return;
        }
        try {
            shared.stop();
            shared = null;
            Folders.delete(folder());
        } catch (IOException e) {
            throw new UncheckedIOException("the tests' PostgreSQL left " + folder() + " behind", e);
        }
    }

    private static Path folder() {
        return temporary().resolve(FOLDER + ProcessHandle.current().pid());
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** A killed JVM leaves its server running and its folder behind; the next run is the first that can clear them away. */
    private static void clearAfterKilledRuns() {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary(), FOLDER + "*")) {
            for (Path folder : folders) {
                long owner = Long.parseLong(folder.getFileName().toString().substring(FOLDER.length()));
                if (ProcessHandle.of(owner).isEmpty()) {
                    clear(folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what a killed test run left in " + temporary() + " could not be cleared away", e);
        }
    }

    /** Another run that began at the same time may be at it too: whoever has the lock clears, and nobody waits. */
    private static void clear(Path folder) throws IOException {
        FolderLock lock;
        try {
            lock = FolderLock.take(new PostgresFolder(folder.toRealPath()));
        } catch (PostgresUnavailable | NoSuchFileException clearedByAnother) {
            return;
        }
        try (lock) {
            Path data = lock.folder().data();
            Leftovers.end(Leftovers.workingIn(data), data);
            Folders.delete(folder);
        } catch (DirectoryNotEmptyException takenByAnother) {
            // The lock file was gone already when it came, so it has one of its own in there, and deletes the rest.
            return;
        }
    }
}
