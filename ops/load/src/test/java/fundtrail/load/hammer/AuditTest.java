package fundtrail.load.hammer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The hammer's checks can fail: whatever is planted in sound books is found. */
class AuditTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 12);
    private static final int DAYS = 10;
    private static final int WISHES = 40;

    private final Model model = new Model(1_000, 1_000, 500, 200);
    private final PlantedBooks books = new PlantedBooks(model);
    private final Audit audit = new Audit(model, books, -1);

    @Test
    void sound_books_hold() {
        load();
        assertEquals(WISHES, audit.complete(FIRST, DAYS));
    }

    @Test
    void a_lost_fact_is_found() {
        found("nobody was told of|acknowledged at", planted -> planted.entries.set(7, planted.entries.get(8)
                .replace("\"position\":8", "\"position\":7")));
    }

    @Test
    void a_fact_that_is_there_twice_is_found() {
        found("acknowledged at 3 to 3, and there at 40", planted -> planted.add(planted.entries.get(3).replace("\"position\":3", "\"position\":40")));
    }

    @Test
    void a_fact_nobody_was_told_of_is_found() {
        found("nobody was told of", planted -> planted.add(planted.entries.get(3)
                .replace("\"position\":3", "\"position\":40").replaceFirst("\"key\":\"[^\"]*\"", "\"key\":\"another\"")));
    }

    @Test
    void a_changed_amount_is_found_though_its_lines_balance() {
        found("another thing than was asked for", planted -> planted.replace(5, "\"amount\":\"[0-9.]*\"", "\"amount\":\"9.99\""));
    }

    @Test
    void lines_that_do_not_balance_are_found() {
        found("do not balance", planted -> planted.entries.set(5, planted.entries.get(5).replaceFirst("\"amount\":\"[0-9.]*\"", "\"amount\":\"9.99\"")));
    }

    @Test
    void another_time_of_recording_is_found() {
        found("recorded at", planted -> planted.replace(5, "recordedAt\":\"2026", "recordedAt\":\"2025"));
    }

    @Test
    void bytes_that_are_not_those_of_the_leaf_hash_are_found() {
        found("leaf hash", planted -> planted.hashOf = planted.entries.get(6));
    }

    @Test
    void a_position_that_holds_another_ones_entry_is_found() {
        found("another position", planted -> planted.entries.set(9, planted.entries.get(8)));
    }

    @Test
    void a_balance_that_is_a_fen_off_is_found() {
        found("should be", planted -> planted.off = 1);
    }

    @Test
    void an_answer_at_two_clocks_that_changed_afterwards_is_found() {
        load();
        assertTrue(audit.glance(new Random(1), FIRST, DAYS));
        books.off = 1;
        CounterExample changed = assertThrows(CounterExample.class, () -> {
            for (int glance = 0; glance < 50; glance++) {
                audit.glance(new Random(1), FIRST, DAYS);
            }
        });
        assertTrue(changed.getMessage().contains("are now said to have been"), changed.getMessage());
    }

    @Test
    void a_trial_balance_that_does_not_balance_is_found() {
        load();
        books.balanced = false;
        assertThrows(CounterExample.class, () -> audit.glance(new Random(1), FIRST, DAYS));
    }

    @Test
    void a_key_that_was_acknowledged_twice_is_found() {
        load();
        model.acknowledged(model.given().getFirst());
        assertThrows(CounterExample.class, () -> audit.complete(FIRST, DAYS));
    }

    private void found(String saying, Consumer<PlantedBooks> planting) {
        load();
        planting.accept(books);
        CounterExample found = assertThrows(CounterExample.class, () -> audit.complete(FIRST, DAYS));
        assertTrue(found.getMessage().matches("(?s).*(" + saying + ").*"), found.getMessage());
    }

    private void load() {
        Random random = new Random(5);
        for (int position = 0; position < WISHES; position++) {
            Wish wish = new Wish(position % 2 == 0 ? Wish.Kind.RECEIPT : Wish.Kind.RETURN, position % 3, "k" + position, "B.1",
                    100 + random.nextInt(900), FIRST.plusDays(random.nextInt(DAYS)));
            model.acknowledged(new Given(wish, position, position, PlantedBooks.AT, "{}"));
            books.record(wish, position);
        }
    }
}
