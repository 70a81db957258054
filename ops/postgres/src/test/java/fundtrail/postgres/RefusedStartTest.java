package fundtrail.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that could touch what is not this folder's own is refused, and the refusal says what to do. */
class RefusedStartTest {

    @TempDir
    Path temporary;

    @Test
    void a_folder_has_one_server_in_this_process() throws SQLException {
        try (PrivatePostgres first = Servers.in(temporary).start()) {
            assertRefused(Servers.in(temporary), temporary.toString(), "already in use by this very process", "another folder");
            assertEquals("1", Servers.ask(first, "select 1"));
        }
    }

    @Test
    void a_folder_has_one_server_whatever_path_leads_to_it() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), Files.createDirectory(temporary.resolve("real")));
        try (PrivatePostgres _ = Servers.in(temporary.resolve("real")).start()) {
            assertRefused(Servers.in(link), "already in use");
        }
    }

    @Test
    void a_folder_that_another_process_uses_is_refused_and_the_process_is_named() throws IOException {
        try (OtherJvm owner = OtherJvm.start(Servers.Owner.class, temporary, temporary.toString())) {
            owner.awaitLine("server ");
            assertRefused(Servers.in(temporary), temporary.toString(), "already in use by process " + owner.pid());
            owner.endInput();
            owner.awaitEnd();
        }
    }

    @Test
    void a_second_attempt_in_the_owners_process_does_not_open_the_folder_to_others() throws IOException {
        try (PrivatePostgres _ = Servers.in(temporary).start()) {
            assertRefused(Servers.in(temporary), "already in use");
            try (OtherJvm other = OtherJvm.start(Servers.Owner.class, temporary, temporary.toString())) {
                assertTrue(other.awaitLine("refused ").contains("already in use by process " + ProcessHandle.current().pid()));
            }
        }
    }

    @Test
    void a_port_on_which_another_program_listens_is_refused() throws IOException {
        try (ServerSocket foreign = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertRefused(Servers.in(temporary).port(foreign.getLocalPort()),
                    "Port " + foreign.getLocalPort() + " is in use on 127.0.0.1 by another program", "ask for another port");
        }
    }

    @Test
    void a_port_on_which_another_program_listens_at_every_address_is_refused() throws IOException {
        try (ServerSocket foreign = new ServerSocket(0)) {
            assertRefused(Servers.in(temporary).port(foreign.getLocalPort()), "is in use on 127.0.0.1 by another program");
        }
    }

    @Test
    void another_folders_server_is_never_taken_for_this_folders() {
        try (PrivatePostgres other = Servers.in(temporary.resolve("other")).start()) {
            assertRefused(Servers.in(temporary.resolve("mine")).port(other.port()), "in use on 127.0.0.1 by another program");
        }
    }

    @Test
    void a_kept_port_that_was_taken_since_is_refused_and_its_file_named() throws IOException {
        int kept;
        try (PrivatePostgres server = Servers.in(temporary).start()) {
            kept = server.port();
        }
        try (ServerSocket _ = new ServerSocket(kept, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertRefused(Servers.in(temporary), "Port " + kept, temporary.resolve("port").toString(), "delete that file");
        }
        try (PrivatePostgres server = Servers.in(temporary).start()) {
            assertEquals(kept, server.port());
        }
    }

    @Test
    void a_kept_port_that_is_no_port_is_refused() throws IOException {
        for (String wrong : new String[] {"", "65536", "-1", "five"}) {
            Files.writeString(temporary.resolve("port"), wrong + "\n");
            assertRefused(Servers.in(temporary), temporary.resolve("port").toString(), "\"" + wrong + "\"", "delete it");
        }
    }

    @Test
    void a_server_that_works_in_another_folder_is_seen_through() throws SQLException {
        try (PrivatePostgres server = Servers.in(temporary).start(); Connection connection = server.connect("postgres")) {
            PrivatePostgres.verifyDataFolder(connection, temporary.resolve("data"));
            PostgresUnavailable refusal = assertThrows(PostgresUnavailable.class,
                    () -> PrivatePostgres.verifyDataFolder(connection, Path.of("/elsewhere/data")));
            assertTrue(refusal.getMessage().contains("works in " + temporary.resolve("data") + " and not in /elsewhere/data"));
        }
    }

    @Test
    void a_cluster_of_another_major_version_is_refused() {
        Servers.in(temporary, 15).start().close();
        assertRefused(Servers.in(temporary, 18), temporary.resolve("data").toString(), "made by PostgreSQL 15", "pg_dumpall");
    }

    @Test
    void a_data_folder_that_is_no_cluster_is_not_written_to() throws IOException {
        Path report = Files.createDirectories(temporary.resolve("data")).resolve("report.txt");
        Files.writeString(report, "kept");
        Files.writeString(temporary.resolve("superuser-password"), "secret\n");
        assertRefused(Servers.in(temporary), temporary.resolve("data").toString(), "no data folder of PostgreSQL");
        assertEquals("kept", Files.readString(report));
    }

    @Test
    void a_lost_password_is_not_replaced_by_a_new_one() throws IOException {
        Servers.in(temporary).start().close();
        Files.delete(temporary.resolve("superuser-password"));
        assertRefused(Servers.in(temporary), "password", "is lost", "backup");
        assertFalse(Files.exists(temporary.resolve("superuser-password")));
    }

    @Test
    void a_wrong_password_stops_the_server_again() throws IOException {
        Servers.in(temporary).start().close();
        Files.writeString(temporary.resolve("superuser-password"), "wrong\n");
        assertRefused(Servers.in(temporary), "did not admit its superuser", temporary.resolve("superuser-password").toString());
        assertEquals(0, Leftovers.workingIn(temporary.resolve("data")).size());
    }

    @Test
    void a_server_that_cannot_start_gives_its_own_reason() throws IOException {
        Servers.in(temporary).start().close();
        Files.writeString(temporary.resolve("data/postgresql.conf"), "shared_buffers = lots\n");
        assertRefused(Servers.in(temporary), temporary.resolve("postgres.log").toString(),
                "invalid value for parameter \"shared_buffers\"");
    }

    @Test
    void what_was_refused_starts_once_the_reason_is_gone() throws IOException, SQLException {
        try (ServerSocket foreign = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertRefused(Servers.in(temporary).port(foreign.getLocalPort()), "in use");
        }
        try (PrivatePostgres server = Servers.in(temporary).start()) {
            assertEquals("1", Servers.ask(server, "select 1"));
        }
    }

    private static void assertRefused(PrivatePostgres.Plan plan, String... said) {
        PostgresUnavailable refusal = assertThrows(PostgresUnavailable.class, () -> plan.start().close());
        for (String part : said) {
            assertTrue(refusal.getMessage().contains(part), () -> "\"" + part + "\" is missing in: " + refusal.getMessage());
        }
    }
}
