package fundtrail.postgres;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * One durable PostgreSQL that belongs to one folder: its programs, its data, its password, its port and its log all lie
 * there, and nobody else's server is ever taken for it.
 *
 * <p>It listens on 127.0.0.1 alone and admits by password (SCRAM-SHA-256). A committed transaction is on disk. Data pages
 * carry checksums. Text is UTF-8, ordered by code point.
 *
 * <pre>{@code
 * try (PrivatePostgres postgres = PrivatePostgres.in(folder).start()) {
 *     DriverManager.getConnection(postgres.jdbcUrl("postgres"), postgres.superuser(), postgres.password());
 * }
 * }</pre>
 *
 * <p>The server outlives a killed owner; the next start on the folder stops it first. To stop it with an owner that is
 * asked to end, the owner registers a shutdown hook that calls {@link #close()}.
 */
public final class PrivatePostgres implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    private final FolderLock lock;
    private final PostgresFolder folder;
    private final Postmaster postmaster;
    private final int port;
    private final String password;
    private boolean closed;

    private PrivatePostgres(FolderLock lock, PostgresFolder folder, Postmaster postmaster, int port, String password) {
        this.lock = lock;
        this.folder = folder;
        this.postmaster = postmaster;
        this.port = port;
        this.password = password;
    }

    /** A server to be started in this folder, which is made if it does not exist. */
    public static Plan in(Path folder) {
        return new Plan(folder);
    }

    /** What may be chosen before the start. */
    public static final class Plan {

        private final Path home;
        private int port;
        private PostgresBinaries binaries;
        private Path cache;
        private List<ServerUser> users = ServerUser.candidates();

        private Plan(Path home) {
            this.home = home;
        }

        /** 1 to 65535, or 0 (as without a choice) for a free one that is chosen once and kept in the folder. */
        public Plan port(int port) {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("a port is 1 to 65535, or 0 for a free one, not " + port);
            }
            this.port = port;
            return this;
        }

        /** Without a choice, those on the class path. */
        public Plan binaries(PostgresBinaries binaries) {
            this.binaries = binaries;
            return this;
        }

        /** Where the binaries are unpacked, once a version; several folders may share it. Without a choice, in the folder. */
        public Plan unpackedIn(Path cache) {
            this.cache = cache;
            return this;
        }

        Plan as(ServerUser user) {
            this.users = List.of(user);
            return this;
        }

        /**
         * Starts the server and returns when it answers: in about half a second, or three the first time, or as long as
         * replaying its log takes after a crash.
         *
         * @throws PostgresUnavailable if the folder or the port is in use, or the server cannot be made or started
         */
        public PrivatePostgres start() {
            FolderLock lock = null;
            PrivatePostgres started = null;
            try {
                PostgresFolder folder = PostgresFolder.at(home);
                lock = FolderLock.take(folder);
                started = startIn(folder, lock);
                return started;
            } catch (IOException e) {
                throw new PostgresUnavailable("PostgreSQL's folder " + home.toAbsolutePath() + " could not be prepared ("
                        + e + "): make sure that it can be written and that its disk has space.", e);
            } finally {
                if (started == null && lock != null) {
                    lock.close();
                }
            }
        }

        private PrivatePostgres startIn(PostgresFolder folder, FolderLock lock) throws IOException {
            LogTail.setAsideIfLong(folder.log());
            PostgresBinaries chosen = binaries == null ? PostgresBinaries.fromClasspath() : binaries;
            Path programsFolder = chosen.unpackedIn(cache == null ? folder.binaries() : cache.toAbsolutePath());
            Programs programs = Programs.usable(programsFolder, users, folder);
            Leftovers.clear(programs);
            int settledPort = Port.settle(port, folder);
            String password = Password.of(folder);
            Cluster.prepare(programs, SUPERUSER, password);
            Postmaster postmaster = Postmaster.start(programs, settledPort);
            PrivatePostgres postgres = new PrivatePostgres(lock, folder, postmaster, settledPort, password);
            postgres.verify();
            return postgres;
        }
    }

    /** The server answers to the kept password and works in this folder; otherwise it is stopped again. */
    private void verify() throws IOException {
        boolean verified = false;
        try (Connection connection = connect("postgres")) {
            verifyDataFolder(connection, folder.data());
            verified = true;
        } catch (SQLException e) {
            throw new PostgresUnavailable("PostgreSQL in " + folder.home() + " started but did not admit its superuser ("
                    + e.getMessage() + "): if " + folder.password() + " was changed by hand, put the former one back.", e);
        } finally {
            if (!verified) {
                postmaster.stop();
            }
        }
    }

    static void verifyDataFolder(Connection connection, Path expected) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("show data_directory")) {
            row.next();
            Path actual = Path.of(row.getString(1));
            if (!actual.equals(expected)) {
                throw new PostgresUnavailable("The PostgreSQL that answers at " + connection.getMetaData().getURL()
                        + " works in " + actual + " and not in " + expected + ", so nothing was written to it: "
                        + "stop it, or ask for another port.");
            }
        }
    }

    /** A new connection as the superuser, to one of this server's databases. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, password);
    }

    /** The address of one of this server's databases, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + URLEncoder.encode(database, StandardCharsets.UTF_8);
    }

    public String superuser() {
        return SUPERUSER;
    }

    public String password() {
        return password;
    }

    public int port() {
        return port;
    }

    /** Where the server and its tools write what they have to say; readable by its owner alone. */
    public Path logFile() {
        return folder.log();
    }

    /** The process id of the server. */
    public long pid() {
        return postmaster.pid();
    }

    /** Whether the server's process is there; it may have been ended from outside. */
    public boolean isAlive() {
        return postmaster.isAlive();
    }

    /**
     * Ends all sessions, stops the server, waits for its end and lets go of the folder. Without effect when it was stopped.
     *
     * @throws PostgresUnavailable if it had to be killed; what was acknowledged is safe
     */
    public synchronized void stop() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            postmaster.stop();
        } catch (IOException e) {
            throw new PostgresUnavailable("PostgreSQL in " + folder.home() + " could not be stopped (" + e.getMessage()
                    + "): end process " + pid() + ", or let the next start on this folder do so.", e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Kills the server and its parts on the spot and lets go of the folder: a crash, to be rehearsed. */
    public synchronized void kill() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            postmaster.kill();
        }
    }
}
