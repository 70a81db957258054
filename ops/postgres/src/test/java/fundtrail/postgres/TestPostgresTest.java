package fundtrail.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestPostgres.class)
class TestPostgresTest {

    @Test
    void each_test_has_a_database_to_itself() throws SQLException {
        TestDatabase one = TestPostgres.freshDatabase();
        TestDatabase other = TestPostgres.freshDatabase();
        assertNotEquals(one.url(), other.url());
        try (Connection connection = one.connect(); Statement statement = connection.createStatement()) {
            statement.execute("create table only_here (id int)");
        }
        try (Connection connection = other.dataSource().getConnection()) {
            assertFalse(connection.getMetaData().getTables(null, "public", "only_here", null).next());
        }
    }

    @Test
    void all_tests_of_a_jvm_share_one_server() {
        assertSame(TestPostgres.shared(), TestPostgres.shared());
    }

    @Test
    void the_password_is_not_printed_with_the_database() {
        assertFalse(TestPostgres.freshDatabase().toString().contains(TestPostgres.shared().password()));
    }

    @Test
    void a_test_run_leaves_neither_server_nor_folder(@TempDir Path temporary) throws IOException {
        long server;
        try (OtherJvm run = OtherJvm.start(ATestRun.class, temporary)) {
            server = Long.parseLong(run.awaitLine("server "));
            run.endInput();
            assertEquals(0, run.awaitEnd());
        }
        assertTrue(ProcessHandle.of(server).isEmpty());
        assertTrue(isEmpty(temporary));
    }

    @Test
    void what_a_killed_test_run_left_is_cleared_away_by_the_next(@TempDir Path temporary) throws IOException {
        ProcessHandle orphan;
        try (OtherJvm killed = OtherJvm.start(ATestRun.class, temporary)) {
            orphan = ProcessHandle.of(Long.parseLong(killed.awaitLine("server "))).orElseThrow();
            killed.kill();
        }
        assertTrue(orphan.isAlive());
        try (OtherJvm next = OtherJvm.start(ATestRun.class, temporary)) {
            next.awaitLine("server ");
            assertFalse(orphan.isAlive());
            next.endInput();
            next.awaitEnd();
        }
        assertTrue(isEmpty(temporary));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** Says which server it uses and ends with its input. */
    static final class ATestRun {

        private ATestRun() {
        }

        static void main() throws IOException {
            System.out.println("server " + TestPostgres.shared().pid());
            System.in.transferTo(System.err);
        }
    }
}
