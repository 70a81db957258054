package fundtrail.command.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.people.PeopleRegistry.Found;
import fundtrail.command.people.PeopleRegistry.Kept;
import fundtrail.contract.id.PersonRef;
import fundtrail.postgres.TestPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
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

/** Rows that wait beside the row they shall replace. */
@ExtendWith(TestPostgres.class)
class WaitingRowTest {
    private static final String ISSUER = FreshRegistry.ISSUER;
    private static final PersonRef LI = new PersonRef("p-li");
    private static final PersonRef WANG = new PersonRef("p-wang");
    private static final RegistryRow LI_ROW = li("经办员", "li.xiao");
    private static final RegistryRow LI_NEXT = li("复核员", "li.xiao.2");
    private static final Duration DAY = Duration.ofHours(24);

    @TempDir
    Path folder;

    private FreshRegistry fresh;
    private PeopleRegistry registry;
    private String now;
    private String next;

    @BeforeEach
    void a_row_waits() throws SQLException {
        fresh = new FreshRegistry(folder);
        registry = fresh.registry();
        now = registry.put(LI, LI_ROW).orElseThrow();
        next = registry.put(LI, LI_NEXT).orElseThrow();
    }

    @Test
    void nobody_is_found_by_a_row_that_waits() throws SQLException {
        assertNotEquals(now, next);
        assertEquals(Optional.of(new Found(LI, now)), registry.byRef(LI));
        assertEquals(Optional.of(new Found(LI, now)), registry.bySubject(ISSUER, "li.xiao"));
        assertEquals(Optional.empty(), registry.bySubject(ISSUER, "li.xiao.2"));
        assertEquals(List.of(new Found(LI, next)), registry.waiting());
        assertEquals(List.of("1"), fresh.texts("select count(*) from ledger.signer"));
    }

    @Test
    void either_row_stored_again_is_the_same_and_a_correction_is_one_more() throws SQLException {
        assertEquals(Optional.of(now), registry.put(LI, LI_ROW));
        assertEquals(Optional.of(next), registry.put(LI, LI_NEXT));
        String corrected = registry.put(LI, li("复核员（主管）", "li.xiao.2")).orElseThrow();
        assertEquals(2, registry.waiting().size());
        for (String hash : List.of(now, next, corrected)) {
            assertEquals(Kept.KEPT, registry.keep(LI, hash));
        }
        assertEquals(Kept.ANOTHER, registry.keep(LI, "f".repeat(64)));
        assertEquals(Kept.NONE, registry.keep(WANG, next), "it is not another's");
    }

    @Test
    void a_waiting_row_takes_the_place_of_the_one_before_which_is_gone() throws SQLException {
        List<String> before = fresh.texts("select wrapped_key::text from ledger.person");
        registry.replace(List.of(new Found(LI, next)));
        assertEquals(Optional.of(new Found(LI, next)), registry.bySubject(ISSUER, "li.xiao.2"));
        assertEquals(Optional.of(new Found(LI, next)), registry.byRef(LI));
        assertEquals(Optional.empty(), registry.bySubject(ISSUER, "li.xiao"));
        assertEquals(List.of(), registry.waiting());
        assertEquals(List.of("0"), fresh.texts("select count(*) from ledger.person where wrapped_key = '%s'".formatted(before.getFirst())));
        registry.replace(List.of(new Found(LI, next), new Found(LI, now)));
        assertEquals(Optional.of(new Found(LI, next)), registry.byRef(LI), "again changes nothing");
        assertNotEquals(Optional.of(now), registry.put(LI, LI_ROW), "the same words again are another row");
    }

    @Test
    void a_person_keeps_the_number_and_a_number_its_person() throws SQLException {
        assertEquals(Optional.empty(), registry.put(LI, new RegistryRow("李晓", "经办员", "CH-0009", null, "li.xiao")));
        assertTrue(registry.put(LI, new RegistryRow("李晓", "经办员", "ch 0003", null, "li.xiao")).isPresent(), "written otherwise");
        assertEquals(Optional.empty(), registry.put(WANG, new RegistryRow("王敏", "复核员", "CH-0003", null, "wang.min")));
    }

    @Test
    void a_subject_that_is_or_may_become_anothers_is_given_to_nobody() throws SQLException {
        for (String subject : List.of("li.xiao", "li.xiao.2")) {
            assertEquals(Optional.empty(), registry.put(WANG, wang(subject)), "a first row: " + subject);
        }
        registry.put(WANG, wang("wang.min")).orElseThrow();
        for (String subject : List.of("li.xiao", "li.xiao.2")) {
            assertEquals(Optional.empty(), registry.put(WANG, wang(subject)), "a next row: " + subject);
        }
        assertEquals(Optional.empty(), registry.put(LI, li("经办员", "wang.min")));
        registry.replace(List.of(new Found(LI, next)));
        assertTrue(registry.put(WANG, wang("li.xiao")).isPresent(), "a sign-in nobody has any more may be given again");
    }

    @Test
    void of_many_who_want_one_subject_at_once_one_gets_it_be_it_for_a_first_row_or_a_next() throws Exception {
        for (int person = 0; person < 4; person++) {
            registry.put(new PersonRef("p-" + person), row(person, "s-" + person)).orElseThrow();
        }
        for (int round = 0; round < 10; round++) {
            String subject = "wanted-" + round;
            String first = round + "-";
            List<Callable<Boolean>> wishes = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int person = i;
                wishes.add(() -> registry.put(
                        new PersonRef(person < 4 ? "p-" + person : "p-" + first + person),
                        person < 4 ? row(person, subject) : new RegistryRow("人", "岗位", "N-" + first + person, null, subject)).isPresent());
            }
            assertEquals(1, trueOf(wishes), subject);
        }
    }

    /** Rows are replaced, kept, erased and removed while they are stored: nobody waits for ever, nobody has two rows. */
    @Test
    void everything_at_once_ends_and_leaves_each_person_one_row() throws Exception {
        List<Callable<Boolean>> wishes = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int turn = i;
            PersonRef person = new PersonRef("p-" + i % 5);
            wishes.add(() -> {
                switch (turn % 4) {
                    case 0, 1 -> registry.put(person, row(turn % 5, "t-" + turn));
                    case 2 -> registry.replace(registry.waiting());
                    default -> {
                        registry.keep(person, now);
                        registry.removeWaiting(registry.waiting(), Duration.ofMillis(1));
                        registry.erase(List.of(new PersonRef("p-4")));
                    }
                }
                return true;
            });
        }
        assertEquals(200, trueOf(wishes));
        registry.replace(registry.waiting());
        assertEquals(fresh.texts("select count(distinct subject_index) from ledger.person where wrapped_key is not null"),
                fresh.texts("select count(*) from ledger.signer"));
        for (Found row : List.of(registry.byRef(new PersonRef("p-0")).orElseThrow(), registry.byRef(new PersonRef("p-1")).orElseThrow())) {
            assertEquals(Kept.KEPT, registry.keep(row.person(), row.hash()));
        }
    }

    @Test
    void an_erased_persons_waiting_rows_go_too() throws SQLException {
        registry.erase(List.of(LI));
        assertEquals(List.of(), registry.waiting());
        registry.replace(List.of(new Found(LI, next)));
        assertEquals(Optional.empty(), registry.byRef(LI));
        assertEquals(Optional.empty(), registry.put(LI, LI_NEXT));
    }

    @Test
    void a_waiting_row_grows_old_by_itself_and_is_kept_by_being_asked_for() throws SQLException {
        fresh.execute("update ledger.person_waiting set stored_at = stored_at - interval '25 hours'");
        List<Found> old = registry.waitingUntouchedFor(DAY);
        assertEquals(List.of(new Found(LI, next)), old);
        assertEquals(List.of(), registry.untouchedFor(DAY));
        assertEquals(Kept.KEPT, registry.keep(LI, next));
        registry.removeWaiting(old, DAY);
        assertEquals(old, registry.waiting());
        fresh.execute("update ledger.person_waiting set stored_at = stored_at - interval '25 hours'");
        registry.removeWaiting(old, DAY);
        assertEquals(List.of(), registry.waiting());
        assertEquals(Kept.ANOTHER, registry.keep(LI, next));
        assertEquals(Optional.of(new Found(LI, now)), registry.byRef(LI), "the row in use is not touched");
    }

    @Test
    void a_waiting_row_somebody_changed_cannot_be_registered() throws SQLException {
        fresh.execute("update ledger.person_waiting set rest = set_byte(rest, 20, get_byte(rest, 20) # 1)");
        assertEquals(Kept.ANOTHER, registry.keep(LI, next));
        assertEquals(Kept.KEPT, registry.keep(LI, now));
        registry.replace(List.of(new Found(LI, next)));
        assertNotEquals(next, registry.byRef(LI).orElseThrow().hash());
    }

    private static RegistryRow li(String post, String subject) {
        return new RegistryRow("李晓（虚构）", post, "CH-0003", null, subject);
    }

    private static RegistryRow wang(String subject) {
        return new RegistryRow("王敏（虚构）", "复核员", "CH-0004", null, subject);
    }

    private static RegistryRow row(int number, String subject) {
        return new RegistryRow("人" + number, "岗位", "E-" + number, null, subject);
    }

    private static long trueOf(List<Callable<Boolean>> wishes) throws Exception {
        try (ExecutorService clerks = Executors.newFixedThreadPool(8)) {
            long count = 0;
            for (Future<Boolean> wish : clerks.invokeAll(wishes)) {
                count += wish.get() ? 1 : 0;
            }
            return count;
        }
    }
}
