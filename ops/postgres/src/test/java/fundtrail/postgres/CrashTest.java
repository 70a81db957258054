package fundtrail.postgres;

import static fundtrail.postgres.Servers.ask;
import static fundtrail.postgres.Servers.execute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers and their owners are killed in every combination, and nothing acknowledged is lost. */
class CrashTest {

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(ints = {18, 15})
    void every_acknowledged_row_is_there_after_a_kill_in_the_midst_of_writing(int version) throws Exception {
        AtomicLong acknowledged = new AtomicLong();
        try (PrivatePostgres server = Servers.in(temporary, version).start()) {
            execute(server, "create table fact (id bigint primary key)");
            CountDownLatch some = new CountDownLatch(200);
            Thread writer = Thread.ofVirtual().start(() -> writeUntilCutOff(server, acknowledged, some));
            assertTrue(some.await(60, TimeUnit.SECONDS));
            server.kill();
            writer.join();
            assertTrue(Leftovers.workingIn(temporary.resolve("data")).isEmpty());
        }
        try (PrivatePostgres server = Servers.in(temporary, version).start()) {
            String kept = ask(server, "select count(*) from fact where id <= " + acknowledged.get());
            assertEquals(acknowledged.get(), Long.parseLong(kept));
            assertTrue(Long.parseLong(ask(server, "select max(id) from fact")) <= acknowledged.get() + 1);
        }
    }

    private static void writeUntilCutOff(PrivatePostgres server, AtomicLong acknowledged, CountDownLatch some) {
        try (Connection connection = server.connect("postgres");
             PreparedStatement insert = connection.prepareStatement("insert into fact values (?)")) {
            while (true) {
                insert.setLong(1, acknowledged.get() + 1);
                insert.executeUpdate();
                acknowledged.incrementAndGet();
                some.countDown();
            }
        } catch (SQLException cutOff) {
            some.countDown();
        }
    }

    @Test
    void a_server_whose_owner_was_killed_is_stopped_before_the_next_starts() throws Exception {
        ProcessHandle orphan;
        try (OtherJvm owner = OtherJvm.start(Servers.Owner.class, temporary, temporary.toString())) {
            orphan = ProcessHandle.of(Long.parseLong(owner.awaitLine("server ").split(" ")[0])).orElseThrow();
            owner.kill();
        }
        assertTrue(orphan.isAlive());
        try (PrivatePostgres server = Servers.in(temporary).start()) {
            assertFalse(orphan.isAlive());
            assertEquals("1", ask(server, "select 1"));
            assertTrue(Files.readString(server.logFile()).contains("received fast shutdown request"));
        }
    }

    @Test
    void a_first_start_that_was_killed_is_begun_anew() throws Exception {
        try (OtherJvm owner = OtherJvm.start(Servers.Owner.class, temporary, temporary.toString())) {
            Servers.await("initdb is at work",
                    () -> unfinished().stream().anyMatch(data -> Files.exists(data.resolve("global"))));
            owner.kill();
        }
        assertEquals(1, unfinished().size());
        try (PrivatePostgres server = Servers.in(temporary).start()) {
            assertEquals("1", ask(server, "select 1"));
            assertEquals(List.of(), unfinished());
        }
    }

    private List<Path> unfinished() throws IOException {
        try (var files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith("data.unfinished")).toList();
        }
    }

    @Test
    void parts_that_outlive_a_killed_server_are_ended_before_the_next_starts() throws Exception {
        ProcessHandle part;
        try (PrivatePostgres server = Servers.in(temporary).start()) {
            ProcessHandle postmaster = ProcessHandle.of(server.pid()).orElseThrow();
            part = postmaster.children().findFirst().orElseThrow();
            signal("-STOP", part);
            signal("-KILL", postmaster);
            postmaster.onExit().get(60, TimeUnit.SECONDS);
            assertFalse(server.isAlive());
        }
        assertTrue(part.isAlive());
        try (PrivatePostgres next = Servers.in(temporary).start()) {
            assertFalse(part.isAlive());
            assertEquals("1", ask(next, "select 1"));
        }
    }

    @Test
    void a_servers_stale_file_that_names_a_living_stranger_is_seen_through() throws Exception {
        Servers.in(temporary).start().kill();
        Path file = temporary.resolve("data/postmaster.pid");
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            List<String> lines = Files.readAllLines(file);
            lines.set(0, Long.toString(stranger.pid()));
            Files.write(file, lines);
            try (PrivatePostgres server = Servers.in(temporary).start()) {
                assertEquals("1", ask(server, "select 1"));
            }
            assertTrue(stranger.isAlive());
        } finally {
            stranger.destroyForcibly();
        }
    }

    /** What works there may be out of sight, as in a container that is just ending. */
    @Test
    void a_start_waits_for_what_still_seems_to_work_in_the_folder() throws Exception {
        Servers.in(temporary).start().kill();
        Path program = Files.copy(Path.of("/bin/sleep"), temporary.resolve("postgres"), StandardCopyOption.COPY_ATTRIBUTES);
        Process seemsToBeOne = new ProcessBuilder(program.toString(), "600").start();
        try {
            Path file = temporary.resolve("data/postmaster.pid");
            List<String> lines = Files.readAllLines(file);
            lines.set(0, Long.toString(seemsToBeOne.pid()));
            Files.write(file, lines);
            var start = CompletableFuture.supplyAsync(() -> Servers.in(temporary).start());
            Servers.await("PostgreSQL refuses to start beside another", () -> Files.readString(temporary.resolve("postgres.log"))
                    .contains("lock file \"postmaster.pid\" already exists"));
            assertFalse(start.isDone());
            seemsToBeOne.destroyForcibly();
            try (PrivatePostgres server = start.get(60, TimeUnit.SECONDS)) {
                assertEquals("1", ask(server, "select 1"));
            }
        } finally {
            seemsToBeOne.destroyForcibly();
        }
    }

    @Test
    void an_owner_that_is_asked_to_end_stops_its_server() throws IOException {
        try (OtherJvm owner = OtherJvm.start(Servers.Owner.class, temporary, temporary.toString())) {
            long server = Long.parseLong(owner.awaitLine("server ").split(" ")[0]);
            owner.endInput();
            assertEquals(0, owner.awaitEnd());
            assertTrue(ProcessHandle.of(server).isEmpty());
            assertFalse(Files.exists(temporary.resolve("data/postmaster.pid")));
        }
    }

    private static void signal(String signal, ProcessHandle process) throws Exception {
        assertEquals(0, new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor());
    }
}
