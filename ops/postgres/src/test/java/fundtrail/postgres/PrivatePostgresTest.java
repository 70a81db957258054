package fundtrail.postgres;

import static fundtrail.postgres.Servers.ask;
import static fundtrail.postgres.Servers.execute;
import static fundtrail.postgres.Servers.setting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server's life without accidents. */
class PrivatePostgresTest {

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(ints = {18, 15})
    void what_was_written_is_there_after_a_stop_and_a_start(int version) throws SQLException {
        Path folder = temporary.resolve("new/ledger");
        int port;
        try (PrivatePostgres first = Servers.in(folder, version).start()) {
            assertTrue(setting(first, "server_version").startsWith(version + "."));
            execute(first, "create table kept as select 42 as answer");
            port = first.port();
        }
        try (PrivatePostgres second = Servers.in(folder, version).start()) {
            assertEquals("42", ask(second, "select answer from kept"));
            assertEquals(port, second.port());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 15})
    void a_commit_is_on_disk_and_a_page_carries_a_checksum(int version) throws SQLException {
        try (PrivatePostgres server = Servers.in(temporary, version).start()) {
            assertEquals("on", setting(server, "fsync"));
            assertEquals("on", setting(server, "full_page_writes"));
            assertEquals("on", setting(server, "synchronous_commit"));
            assertEquals("on", setting(server, "data_checksums"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 15})
    void text_is_utf_8_in_the_order_of_code_points(int version) throws SQLException {
        try (PrivatePostgres server = Servers.in(temporary, version).start()) {
            assertEquals("UTF8", setting(server, "server_encoding"));
            assertEquals("B a z é 省 \uD83D\uDCB0", ask(server, "select string_agg(t, ' ' order by t)"
                    + " from unnest(array['省', 'é', '\uD83D\uDCB0', 'a', 'B', 'z']) t"));
        }
    }

    @Test
    void from_17_on_the_order_of_text_is_postgres_own() throws SQLException {
        try (PrivatePostgres server = Servers.in(temporary).start()) {
            assertEquals("b C.UTF-8", ask(server,
                    "select concat(datlocprovider, ' ', datlocale) from pg_database where datname = 'postgres'"));
        }
    }

    @Test
    void a_promise_cannot_be_taken_back_in_a_file() throws SQLException, IOException {
        Servers.in(temporary).start().close();
        Files.writeString(temporary.resolve("data/postgresql.auto.conf"), "fsync = off\nlisten_addresses = '*'\n");
        try (PrivatePostgres server = Servers.in(temporary).start()) {
            assertEquals("on", setting(server, "fsync"));
            assertEquals("127.0.0.1", setting(server, "listen_addresses"));
        }
    }

    @Test
    void only_this_machine_is_served_and_only_by_tcp() throws SQLException {
        try (PrivatePostgres server = Servers.in(temporary).start()) {
            assertEquals("127.0.0.1", setting(server, "listen_addresses"));
            assertEquals("", setting(server, "unix_socket_directories"));
        }
    }

    @Test
    void nobody_is_admitted_without_the_password() throws SQLException {
        try (PrivatePostgres server = Servers.in(temporary).start()) {
            SQLException refusal = assertThrows(SQLException.class,
                    () -> DriverManager.getConnection(server.jdbcUrl("postgres"), server.superuser(), "guessed"));
            assertEquals("28P01", refusal.getSQLState());
            assertEquals("scram-sha-256", ask(server, "select string_agg(distinct auth_method, ' ') from pg_hba_file_rules"));
            assertEquals("SCRAM-SHA-256", ask(server,
                    "select substring(rolpassword for 13) from pg_authid where rolname = 'postgres'"));
        }
    }

    @Test
    void the_password_and_the_log_are_readable_by_their_owner_alone() throws IOException {
        Path folder = temporary.resolve("ledger");
        try (PrivatePostgres server = Servers.in(folder).start()) {
            assertEquals("rw-------", modeOf(folder.resolve("superuser-password")));
            assertEquals("rw-------", modeOf(server.logFile()));
            assertEquals("rwx------", modeOf(folder.resolve("data")));
            assertEquals(server.password(), Files.readString(folder.resolve("superuser-password")).strip());
            assertFalse(Files.exists(folder.resolve("initdb-password")));
        }
    }

    @Test
    void a_password_file_that_others_may_read_is_closed_to_them() throws IOException {
        Servers.in(temporary).start().close();
        Path file = temporary.resolve("superuser-password");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        try (PrivatePostgres _ = Servers.in(temporary).start()) {
            assertEquals("rw-------", modeOf(file));
        }
    }

    @Test
    void two_folders_have_two_passwords_and_two_ports() {
        try (PrivatePostgres one = Servers.in(temporary.resolve("one")).start();
             PrivatePostgres other = Servers.in(temporary.resolve("other")).start()) {
            assertNotEquals(one.password(), other.password());
            assertNotEquals(one.port(), other.port());
        }
    }

    @Test
    void a_database_may_have_any_name() throws SQLException {
        try (PrivatePostgres server = Servers.in(temporary).start()) {
            execute(server, "create database \"账 本/1?\"");
            try (Connection connection = server.connect("账 本/1?")) {
                assertEquals("账 本/1?", connection.getCatalog());
            }
        }
    }

    @Test
    void a_stop_ends_open_sessions_and_the_process() throws SQLException {
        PrivatePostgres server = Servers.in(temporary).start();
        try (Connection open = server.connect("postgres")) {
            assertTrue(server.isAlive());
            server.stop();
            assertFalse(server.isAlive());
            assertFalse(open.isValid(1));
        }
        assertTrue(ProcessHandle.of(server.pid()).isEmpty());
        server.close();
    }

    @Test
    void a_log_that_grew_long_is_set_aside() throws IOException {
        Files.write(temporary.resolve("postgres.log"), new byte[17 << 20]);
        try (PrivatePostgres server = Servers.in(temporary).start()) {
            assertTrue(Files.size(server.logFile()) < 1 << 20);
            assertEquals(17 << 20, Files.size(temporary.resolve("postgres.log.old")));
        }
    }

    private static String modeOf(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
