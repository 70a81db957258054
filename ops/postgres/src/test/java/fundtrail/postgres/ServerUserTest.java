package fundtrail.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL started by root in both ways, and by an ordinary user. Where the tests themselves run as an ordinary user, all
 * other tests are the third case, and these are skipped.
 */
class ServerUserTest {

    private static final int NOBODY = 65_534;

    /** Not JUnit's own, which only root could enter. */
    private Path temporary;

    @BeforeEach
    void asRoot() throws IOException {
        assumeTrue(new UnixSystem().getUid() == 0, "only root can become other users");
        temporary = Files.createTempDirectory("fundtrail-server-user-");
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void cleared() throws IOException {
        if (temporary != null) {
            Folders.delete(temporary);
        }
    }

    @Test
    void root_starts_it_in_a_user_namespace() throws SQLException, IOException {
        assumeTrue(works(ServerUser.ROOT_UNMAPPED), "user namespaces are forbidden here");
        Path folder = temporary.resolve("ledger");
        startAndStop(Servers.in(folder).as(ServerUser.ROOT_UNMAPPED));
        assertEquals(0, Folders.owner(folder.resolve("data")));
        assertEquals("rwx------", modeOf(folder));
    }

    @Test
    void root_starts_it_as_a_user_without_rights() throws SQLException, IOException {
        assumeOthersMayEnter();
        Path folder = temporary.resolve("ledger");
        startAndStop(PrivatePostgres.in(folder).as(ServerUser.UNPRIVILEGED));
        assertEquals(NOBODY, Folders.owner(folder.resolve("data")));
        assertEquals("rwx-----x", modeOf(folder));
        assertEquals("rw-------", modeOf(folder.resolve("superuser-password")));
        assertEquals(0, Folders.owner(folder.resolve("superuser-password")));
    }

    @Test
    void a_folder_goes_from_one_way_to_the_other_and_back() throws SQLException {
        assumeOthersMayEnter();
        assumeTrue(works(ServerUser.ROOT_UNMAPPED), "user namespaces are forbidden here");
        Path folder = temporary.resolve("ledger");
        startAndStop(PrivatePostgres.in(folder).as(ServerUser.ROOT_UNMAPPED));
        startAndStop(PrivatePostgres.in(folder).as(ServerUser.UNPRIVILEGED));
        startAndStop(PrivatePostgres.in(folder).as(ServerUser.ROOT_UNMAPPED));
    }

    @Test
    void the_first_way_that_works_is_taken() throws IOException {
        PostgresFolder folder = PostgresFolder.at(temporary.resolve("ledger"));
        Path programs = PostgresBinaries.fromClasspath().unpackedIn(folder.binaries());
        ServerUser forbidden = new ServerUser(List.of("false"), 0);
        ServerUser unknown = new ServerUser(List.of("no-such-program"), 0);
        ServerUser works = new ServerUser(List.of("env"), 0);
        assertEquals(works, Programs.usable(programs, List.of(forbidden, unknown, works), folder).user());
        PostgresUnavailable refusal = assertThrows(PostgresUnavailable.class,
                () -> Programs.usable(programs, List.of(forbidden, unknown), folder));
        assertTrue(refusal.getMessage().contains("refuses to work as root"), refusal::getMessage);
        assertTrue(LogTail.of(folder.log()).contains("no-such-program"));
    }

    @Test
    void an_ordinary_user_starts_it_as_himself() throws IOException {
        assumeOthersMayEnter();
        Path home = Files.createDirectory(temporary.resolve("home"));
        Folders.give(home, NOBODY);
        try (OtherJvm ordinary = nobodyStartsIn(home)) {
            ordinary.awaitLine("server ");
            assertEquals(NOBODY, Folders.owner(home.resolve("ledger/superuser-password")));
            ordinary.endInput();
            assertEquals(0, ordinary.awaitEnd());
        }
    }

    @Test
    void an_ordinary_user_is_told_whose_folder_it_is() throws IOException {
        assumeOthersMayEnter();
        Path home = Files.createDirectory(temporary.resolve("home"));
        Files.createDirectories(home.resolve("ledger"));
        Folders.give(home, NOBODY);
        Files.createDirectory(home.resolve("ledger/data"));
        try (OtherJvm ordinary = nobodyStartsIn(home)) {
            assertTrue(ordinary.awaitLine("refused ").contains("belongs to user 0 but this process runs as user " + NOBODY));
        }
    }

    private static void startAndStop(PrivatePostgres.Plan plan) throws SQLException {
        try (PrivatePostgres server = plan.start()) {
            assertEquals("1", Servers.ask(server, "select 1"));
        }
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private OtherJvm nobodyStartsIn(Path home) throws IOException {
        return OtherJvm.start(ServerUser.UNPRIVILEGED.prefix(), readableByAll(), InOwnFolder.class, home,
                home.resolve("ledger").toString());
    }

    /** The class path's jars lie in the builder's home, which other users may not enter. */
    private String readableByAll() throws IOException {
        Path copies = Files.createDirectory(temporary.resolve("classpath"));
        List<String> elements = new ArrayList<>();
        for (String element : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path copy = copies.resolve(Integer.toString(elements.size()) + (element.endsWith(".jar") ? ".jar" : ""));
            copy(Path.of(element), copy);
            elements.add(copy.toString());
        }
        return String.join(File.pathSeparator, elements);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.exists(from) ? Files.walk(from) : Stream.empty()) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static boolean works(ServerUser user) {
        return succeeds(user, "true");
    }

    private void assumeOthersMayEnter() {
        assumeTrue(succeeds(ServerUser.UNPRIVILEGED, "test", "-x", temporary.toString()),
                "other users may not enter " + temporary);
        assumeTrue(succeeds(ServerUser.UNPRIVILEGED, OtherJvm.java(), "-version"), "other users may not run this JDK");
    }

    private static boolean succeeds(ServerUser user, String... command) {
        List<String> words = new ArrayList<>(user.prefix());
        words.addAll(List.of(command));
        try {
            return new ProcessBuilder(words).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** As {@link Servers.Owner}, with nothing outside its own folder. */
    static final class InOwnFolder {

        private InOwnFolder() {
        }

        static void main(String[] arguments) throws IOException {
            try (PrivatePostgres server = PrivatePostgres.in(Path.of(arguments[0])).start()) {
                System.out.println("server " + server.pid());
                System.in.transferTo(System.err);
            } catch (PostgresUnavailable e) {
                System.out.println("refused " + e.getMessage());
            }
        }
    }
}
