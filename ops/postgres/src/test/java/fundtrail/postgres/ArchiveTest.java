package fundtrail.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** An archive is unpacked into its folder or not at all. */
class ArchiveTest {

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void make() throws IOException {
        folder = Files.createDirectory(temporary.resolve("folder"));
    }

    @Test
    void files_folders_and_links_to_a_neighbour_are_unpacked() throws IOException {
        Archive.unpack(stream(directory("empty/"), file("lib/libpq.so.5.18", "code"), link("lib/libpq.so", "libpq.so.5.18"),
                file("./share/one", "1")), folder);
        assertEquals("code", Files.readString(folder.resolve("lib/libpq.so")));
        assertEquals("1", Files.readString(folder.resolve("share/one")));
        assertTrue(Files.isDirectory(folder.resolve("empty")));
    }

    @Test
    void what_was_executable_is_and_nothing_is_writable_by_others() throws IOException {
        TarArchiveEntry program = new TarArchiveEntry("bin/initdb");
        program.setMode(0100_777);
        TarArchiveEntry text = new TarArchiveEntry("share/text");
        text.setMode(0100_666);
        Archive.unpack(stream(new Content(program, ""), new Content(text, "")), folder);
        assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("bin/initdb"))));
        assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("share/text"))));
        assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("bin"))));
    }

    @Test
    void a_file_whose_name_climbs_out_is_refused() throws IOException {
        for (String name : List.of("../evil", "lib/../../evil", "..")) {
            assertRefused(archive(file(name, "x")));
        }
    }

    @Test
    void a_file_with_an_absolute_name_is_refused() throws IOException {
        TarArchiveEntry absolute = new TarArchiveEntry(temporary.resolve("evil").toString(), true);
        assertRefused(archive(new Content(absolute, "x")));
    }

    @Test
    void a_link_that_leads_out_is_refused() throws IOException {
        for (String target : List.of("..", ".", "../evil", "/etc/passwd", "lib/../../evil", "")) {
            assertRefused(archive(link("escape", target), file("escape/evil", "x")));
        }
    }

    @Test
    void a_hard_link_and_a_device_are_refused() throws IOException {
        TarArchiveEntry hard = new TarArchiveEntry("hard", TarConstants.LF_LINK);
        hard.setLinkName("/etc/passwd");
        assertRefused(archive(new Content(hard, "")));
        assertRefused(archive(new Content(new TarArchiveEntry("device", TarConstants.LF_CHR), "")));
        assertRefused(archive(new Content(new TarArchiveEntry("pipe", TarConstants.LF_FIFO), "")));
    }

    @Test
    void a_damaged_archive_is_refused() throws IOException {
        byte[] whole = archive(file("bin/postgres", "p".repeat(10_000)));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        assertThrows(IOException.class, () -> Archive.unpack(new ByteArrayInputStream(half), folder));
    }

    private void assertRefused(byte[] archive) throws IOException {
        Path into = Files.createTempDirectory(folder, "case");
        IOException refusal = assertThrows(IOException.class, () -> Archive.unpack(new ByteArrayInputStream(archive), into));
        assertTrue(refusal.getMessage().startsWith("the archive's entry"), refusal::toString);
        assertFalse(Files.exists(temporary.resolve("evil")));
        assertFalse(Files.exists(folder.resolve("evil")));
    }

    private record Content(TarArchiveEntry entry, String text) {
    }

    private static Content file(String name, String text) {
        return new Content(new TarArchiveEntry(name), text);
    }

    private static Content directory(String name) {
        return new Content(new TarArchiveEntry(name), "");
    }

    private static Content link(String name, String target) {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        return new Content(entry, "");
    }

    private static ByteArrayInputStream stream(Content... contents) throws IOException {
        return new ByteArrayInputStream(archive(contents));
    }

    private static byte[] archive(Content... contents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Content content : contents) {
                byte[] text = content.text.getBytes(StandardCharsets.UTF_8);
                content.entry.setSize(text.length);
                tar.putArchiveEntry(content.entry);
                tar.write(text);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }
}
