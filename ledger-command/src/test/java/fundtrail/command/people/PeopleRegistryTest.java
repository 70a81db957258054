package fundtrail.command.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.people.PeopleRegistry.Kept;
import fundtrail.contract.id.PersonRef;
import fundtrail.people.KeyUnusable;
import fundtrail.people.PeopleKey;
import fundtrail.postgres.TestDatabase;
import fundtrail.postgres.TestPostgres;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** The registry's table: what a copy of it gives away, what of it can be changed, who comes first. */
@ExtendWith(TestPostgres.class)
class PeopleRegistryTest {
    private static final String ISSUER = FreshRegistry.ISSUER;
    private static final PersonRef LI = new PersonRef("p-li");
    private static final PersonRef WANG = new PersonRef("p-wang");
    private static final RegistryRow LI_ROW = new RegistryRow("李晓（虚构）", "社会保障科经办员", "CH-0003", null, "li.xiao");
    private static final RegistryRow WANG_ROW = new RegistryRow("王敏（虚构）", "复核员", "CH-0004", null, "wang.min");
    private static final Duration DAY = Duration.ofHours(24);

    @TempDir
    Path folder;

    private FreshRegistry fresh;
    private TestDatabase database;
    private PeopleRegistry registry;

    @BeforeEach
    void open() throws SQLException {
        fresh = new FreshRegistry(folder);
        database = fresh.database();
        registry = fresh.registry();
    }

    @Test
    void a_row_is_found_by_its_person_and_by_the_tokens_subject() throws SQLException {
        String hash = registry.put(LI, LI_ROW).orElseThrow();
        assertEquals(Optional.of(new PeopleRegistry.Found(LI, hash)), registry.byRef(LI));
        assertEquals(registry.byRef(LI), registry.bySubject(ISSUER, "li.xiao"));
        assertEquals(Optional.empty(), registry.bySubject("https://other.example", "li.xiao"));
        assertEquals(Optional.empty(), registry.bySubject(ISSUER, "Li.Xiao"));
        assertEquals(Optional.empty(), registry.byRef(WANG));
    }

    @Test
    void the_same_row_again_is_the_same_and_another_persons_is_turned_away() throws SQLException {
        Optional<String> hash = registry.put(LI, LI_ROW);
        assertEquals(hash, registry.put(LI, LI_ROW));
        assertEquals(hash, registry.put(LI, new RegistryRow(LI_ROW.name(), LI_ROW.post(), "CH-0003", ISSUER, "li.xiao")));
        assertEquals(Optional.empty(), registry.put(LI, WANG_ROW), "another number under the same reference");
        assertEquals(Optional.empty(), registry.put(WANG, LI_ROW), "the same row under another reference");
    }

    @Test
    void one_employee_number_however_written_and_one_subject_are_one_person() throws SQLException {
        registry.put(LI, LI_ROW).orElseThrow();
        for (String number : List.of("CH-0003", "ch 0003", "ＣＨ０００３")) {
            assertEquals(Optional.empty(), registry.put(WANG, new RegistryRow("王敏", "复核员", number, null, "wang.min")), number);
        }
        assertEquals(Optional.empty(), registry.put(WANG, new RegistryRow("王敏", "复核员", "CH-0004", null, "li.xiao")));
        assertTrue(registry.put(WANG, new RegistryRow("王敏", "复核员", "CH-0004", "https://other.example", "li.xiao")).isPresent());
    }

    @Test
    void of_many_who_come_at_once_with_one_number_or_one_subject_one_is_stored() throws Exception {
        for (int round = 0; round < 10; round++) {
            int now = round;
            assertEquals(1, storedAtOnce(i -> new RegistryRow("人" + i, "岗位", "N-" + now, null, "subject-" + now + "-" + i), "n" + now));
            assertEquals(1, storedAtOnce(i -> new RegistryRow("人" + i, "岗位", "M-" + now + "." + i, null, "one-" + now), "s" + now));
        }
    }

    /** The text form of bytes is hexadecimal, so what is looked for is looked for in that form too. */
    @Test
    void a_dump_of_the_registry_shows_nothing_of_anybody() throws Exception {
        registry.put(LI, LI_ROW).orElseThrow();
        registry.put(WANG, WANG_ROW).orElseThrow();
        StringWriter dump = new StringWriter();
        registry.put(WANG, new RegistryRow(WANG_ROW.name(), WANG_ROW.post(), "CH-0004", null, "wang.xin")).orElseThrow();
        try (var connection = database.connect()) {
            for (String table : List.of("person", "person_waiting", "people_key", "signer")) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (select * from ledger." + table + ") to stdout", dump);
            }
        }
        assertEquals(6, dump.toString().lines().count(), dump::toString);
        for (RegistryRow row : List.of(LI_ROW, WANG_ROW)) {
            for (String text : List.of(row.name(), row.name().substring(0, 2), row.post(), row.employeeNumber(),
                    row.employeeNumber().replace("-", ""), row.subject(), ISSUER)) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                assertFalse(dump.toString().contains(text), text);
                assertFalse(dump.toString().contains(HexFormat.of().formatHex(bytes)), text + " in hexadecimal");
                assertFalse(dump.toString().contains(Base64.getEncoder().withoutPadding().encodeToString(bytes)), text + " in base 64");
            }
        }
    }

    @Test
    void a_byte_changed_in_any_column_is_another_row() throws SQLException {
        for (String column : List.of("rest", "signer", "wrapped_key")) {
            PersonRef person = new PersonRef("p-" + column.replace('_', '-'));
            String hash = registry.put(person, new RegistryRow("人", "岗位", column, null, column)).orElseThrow();
            fresh.execute("update ledger.person set %1$s = set_byte(%1$s, 20, get_byte(%1$s, 20) # 1) where person_ref = '%2$s'".formatted(column, person));
            assertNotEquals(hash, registry.byRef(person).orElseThrow().hash(), column);
            assertEquals(Optional.empty(), registry.put(person, new RegistryRow("人", "岗位", column, null, column)));
        }
    }

    /** Whoever edits the table to be somebody else is found as that person, with a hash that is nobody's. */
    @Test
    void a_column_moved_from_another_row_is_another_row() throws SQLException {
        fresh.execute("alter table ledger.person drop constraint person_subject_index_key, drop constraint person_number_index_key");
        for (String columns : List.of("subject_index", "number_index", "wrapped_key", "signer", "rest", "wrapped_key, signer",
                "wrapped_key, signer, rest", "subject_index, wrapped_key, signer, rest, number_index")) {
            fresh.execute("delete from ledger.person");
            String li = registry.put(LI, LI_ROW).orElseThrow();
            String wang = registry.put(WANG, WANG_ROW).orElseThrow();
            fresh.execute("update ledger.person set (%1$s) = (select %1$s from ledger.person where person_ref = 'p-li') where person_ref = 'p-wang'"
                    .formatted(columns));
            PeopleRegistry.Found found = registry.byRef(WANG).orElseThrow();
            assertNotEquals(wang, found.hash(), columns);
            assertNotEquals(li, found.hash(), columns);
        }
        fresh.execute("delete from ledger.person");
        registry.put(LI, LI_ROW).orElseThrow();
        String wang = registry.put(WANG, WANG_ROW).orElseThrow();
        fresh.execute("delete from ledger.person where person_ref = 'p-li'");
        fresh.execute("update ledger.person set subject_index = '\\x%s' where person_ref = 'p-wang'".formatted(HexFormat.of().formatHex(
                PeopleKey.in(folder.resolve("people.key")).subjectIndex(ISSUER, "li.xiao"))));
        PeopleRegistry.Found posing = registry.bySubject(ISSUER, "li.xiao").orElseThrow();
        assertEquals(WANG, posing.person());
        assertNotEquals(wang, posing.hash());
    }

    @Test
    void a_registry_is_opened_with_its_own_key_only() throws SQLException {
        KeyUnusable refused = assertThrows(KeyUnusable.class, () -> new PeopleRegistry(
                database.dataSource(), ISSUER, PeopleKey.inOrMadeAt(folder.resolve("another.key")), Duration.ZERO));
        assertEquals(KeyUnusable.Reason.ANOTHER_REGISTRYS, refused.reason());
        assertTrue(refused.getMessage().contains(folder.resolve("another.key").toString()), refused.getMessage());
        new PeopleRegistry(database.dataSource(), ISSUER, PeopleKey.in(folder.resolve("people.key")), Duration.ZERO);
    }

    @Test
    void an_erased_row_is_nobodys_and_keeps_its_reference_and_number_from_anybody_else() throws SQLException {
        String hash = registry.put(LI, LI_ROW).orElseThrow();
        registry.put(WANG, WANG_ROW).orElseThrow();
        registry.erase(List.of(LI));
        registry.erase(List.of(LI, new PersonRef("p-nobody")));
        assertEquals(Optional.empty(), registry.byRef(LI));
        assertEquals(Optional.empty(), registry.bySubject(ISSUER, "li.xiao"));
        assertEquals(Kept.NONE, registry.keep(LI, hash));
        assertEquals(List.of("t|t|t|t"), fresh.texts("""
                select concat_ws('|', (wrapped_key is null)::text, (signer is null)::text, (rest is null)::text, (subject_index is null)::text)
                from ledger.person where person_ref = 'p-li'""").stream().map(text -> text.replace("true", "t")).toList());
        assertEquals(List.of("p-wang"), fresh.texts("select person_ref from ledger.signer"));
        assertEquals(Optional.empty(), registry.put(LI, LI_ROW), "not under the reference");
        PersonRef again = new PersonRef("p-li-2");
        assertEquals(Optional.empty(), registry.put(again, LI_ROW), "not with the number");
        assertTrue(registry.put(again, new RegistryRow("他人", "岗位", "CH-0005", null, "li.xiao")).isPresent(), "a sign-in may be given again");
        assertTrue(registry.byRef(WANG).isPresent());
    }

    @Test
    void an_old_row_is_removed_and_a_young_one_is_not() throws SQLException {
        registry.put(LI, LI_ROW).orElseThrow();
        registry.put(WANG, WANG_ROW).orElseThrow();
        age(LI);
        assertEquals(List.of(LI), registry.untouchedFor(DAY));
        registry.remove(List.of(LI, WANG), DAY);
        assertEquals(List.of("p-wang"), fresh.texts("select person_ref from ledger.person"));
        assertTrue(registry.put(LI, LI_ROW).isPresent(), "nothing of it stands in the way");
    }

    @Test
    void a_row_kept_after_it_was_found_old_is_not_removed() throws SQLException {
        String hash = registry.put(LI, LI_ROW).orElseThrow();
        age(LI);
        List<PersonRef> old = registry.untouchedFor(DAY);
        assertEquals(Kept.KEPT, registry.keep(LI, hash));
        registry.remove(old, DAY);
        assertTrue(registry.byRef(LI).isPresent());
        age(LI);
        registry.put(LI, LI_ROW).orElseThrow();
        registry.remove(old, DAY);
        assertTrue(registry.byRef(LI).isPresent(), "storing it again keeps it too");
    }

    @Test
    void a_row_removed_first_cannot_be_kept() throws SQLException {
        String hash = registry.put(LI, LI_ROW).orElseThrow();
        age(LI);
        registry.remove(registry.untouchedFor(DAY), DAY);
        assertEquals(Kept.NONE, registry.keep(LI, hash));
    }

    private void age(PersonRef person) throws SQLException {
        fresh.execute("update ledger.person set stored_at = stored_at - interval '25 hours' where person_ref = '" + person + "'");
    }

    @FunctionalInterface
    private interface Rows {
        RegistryRow of(int number);
    }

    private long storedAtOnce(Rows rows, String prefix) throws Exception {
        try (ExecutorService clerks = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> wishes = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int number = i;
                wishes.add(() -> registry.put(new PersonRef(prefix + "-" + number), rows.of(number)).isPresent());
            }
            long stored = 0;
            for (Future<Boolean> wish : clerks.invokeAll(wishes)) {
                stored += wish.get() ? 1 : 0;
            }
            return stored;
        }
    }
}
