package fundtrail.people;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.people.KeyUnusable.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
    @TempDir
    Path folder;

    @Test
    void a_key_is_made_once_for_its_owner_alone_and_read_again() throws IOException {
        Path file = folder.resolve("keys/people.key");
        byte[] made = PeopleKey.inOrMadeAt(file).fingerprint();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertTrue(Files.readString(file).matches("fundtrail-people-key-1:[0-9a-f]{64}\n"));
        assertArrayEquals(made, PeopleKey.inOrMadeAt(file).fingerprint());
        assertArrayEquals(made, PeopleKey.in(file).fingerprint());
        assertEquals(List.of(file), list(file.getParent()));
    }

    @Test
    void processes_that_come_at_once_have_one_key() throws IOException {
        Path file = folder.resolve("people.key");
        Set<String> keys = new HashSet<>();
        IntStream.range(0, 16)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> PeopleKey.inOrMadeAt(file).fingerprint()))
                .toList()
                .forEach(key -> keys.add(HexFormat.of().formatHex(key.join())));
        assertEquals(1, keys.size());
        assertEquals(List.of(file), list(folder));
    }

    @Test
    void two_keys_are_never_alike() {
        assertFalse(HexFormat.of().formatHex(PeopleKey.inOrMadeAt(folder.resolve("a")).fingerprint())
                .equals(HexFormat.of().formatHex(PeopleKey.inOrMadeAt(folder.resolve("b")).fingerprint())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rwx------", "rw-rw-rw-"})
    void a_key_that_others_may_read_or_change_is_refused(String permissions) throws IOException {
        Path file = folder.resolve("people.key");
        PeopleKey.inOrMadeAt(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        KeyUnusable refused = assertThrows(KeyUnusable.class, () -> PeopleKey.in(file));
        assertEquals(Reason.OPEN_TO_OTHERS, refused.reason());
        assertTrue(refused.getMessage().contains(permissions) && refused.getMessage().contains("chmod 600 " + file), refused.getMessage());
    }

    @Test
    void a_key_its_owner_may_only_read_will_do() throws IOException {
        Path file = folder.resolve("people.key");
        byte[] made = PeopleKey.inOrMadeAt(file).fingerprint();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        assertArrayEquals(made, PeopleKey.in(file).fingerprint());
    }

    @Test
    void a_file_that_is_not_there_is_not_made_by_reading_it() {
        Path file = folder.resolve("people.key");
        KeyUnusable refused = assertThrows(KeyUnusable.class, () -> PeopleKey.in(file));
        assertEquals(Reason.MISSING, refused.reason());
        assertTrue(refused.getMessage().contains("java -cp 'lib/*' fundtrail.people.MakePeopleKey " + file), refused.getMessage());
        assertFalse(Files.exists(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fundtrail-people-key-1:", "00", "fundtrail-people-key-1:00ff\n", "fundtrail-people-key-2:" + ZEROS,
            "fundtrail-people-key-1:" + ZEROS + "\n\n", "fundtrail-people-key-1:" + ZEROS + "00", ZEROS})
    void a_file_that_holds_something_else_is_refused(String content) throws IOException {
        Path file = Files.createFile(folder.resolve("people.key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content);
        assertEquals(Reason.NO_KEY, assertThrows(KeyUnusable.class, () -> PeopleKey.in(file)).reason());
        assertEquals(content, Files.readString(file), "and stays as it is");
    }

    private static final String ZEROS = "0000000000000000000000000000000000000000000000000000000000000000";

    @Test
    void the_command_makes_a_key_tells_what_to_do_with_it_and_replaces_none() throws IOException {
        Path file = folder.resolve("people.key");
        String made = make(Locale.ENGLISH, file.toString());
        assertTrue(made.startsWith("0 The key of the people registry is made: " + file + ", readable by its owner alone.\n"), made);
        String key = Files.readString(file);
        String again = make(Locale.SIMPLIFIED_CHINESE, file.toString());
        assertTrue(again.startsWith("1 在 " + file + " 已有文件"), again);
        assertEquals(key, Files.readString(file));
        assertTrue(make(Locale.ENGLISH).startsWith("2 One argument"));
        Files.writeString(folder.resolve("file"), "");
        assertTrue(make(Locale.ENGLISH, folder.resolve("file/people.key").toString()).startsWith("1 The key of the people registry cannot be written"));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void every_reason_is_said_in_both_languages(Reason reason) {
        KeyUnusable unusable = new KeyUnusable(reason, "FILE", "rw-r--r--");
        String english = unusable.text(Locale.UK);
        String chinese = unusable.text(Locale.SIMPLIFIED_CHINESE);
        assertTrue(english.contains("FILE") && chinese.contains("FILE"), english + chinese);
        assertTrue(chinese.contains("密钥") && english.contains("key"), english + chinese);
        assertFalse((english + chinese).matches("(?s).*(\\{\\d|'').*"), english + chinese);
    }

    private static String make(Locale locale, String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = MakePeopleKey.make(arguments, locale, out, out);
        return code + " " + said.toString(StandardCharsets.UTF_8);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
