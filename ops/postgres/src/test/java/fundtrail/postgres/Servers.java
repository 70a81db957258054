package fundtrail.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What the tests of this module say to servers of their own. */
final class Servers {

    static final Path POSTGRES_15 = Path.of(System.getProperty("basedir", "."), "target", "postgres-15.jar");

    private Servers() {
    }

    /** A server of PostgreSQL 18, not yet started. */
    static PrivatePostgres.Plan in(Path folder) {
        return PrivatePostgres.in(folder).unpackedIn(TestPostgres.binaries());
    }

    static PrivatePostgres.Plan in(Path folder, int version) {
        return version == 18 ? in(folder) : in(folder).binaries(PostgresBinaries.fromJar(POSTGRES_15));
    }

    static void execute(PrivatePostgres server, String sql) throws SQLException {
        try (Connection connection = server.connect("postgres"); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(PrivatePostgres server, String sql) throws SQLException {
        try (Connection connection = server.connect("postgres");
             Statement statement = connection.createStatement();
             ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    static String setting(PrivatePostgres server, String name) throws SQLException {
        return ask(server, "show " + name);
    }

    /** Looks again and again, for at most half a minute. */
    static void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not happen within 30 s: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    /** Owns a server in the folder of its first argument until its input ends, and stops it then. */
    static final class Owner {

        private Owner() {
        }

        static void main(String[] arguments) throws IOException {
            try (PrivatePostgres server = in(Path.of(arguments[0])).start()) {
                System.out.println("server " + server.pid() + " " + server.port());
                System.in.transferTo(System.err);
            } catch (PostgresUnavailable e) {
                System.out.println("refused " + e.getMessage());
            }
        }
    }
}
