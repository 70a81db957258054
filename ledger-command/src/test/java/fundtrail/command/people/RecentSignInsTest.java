package fundtrail.command.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.people.PeopleRegistry.Found;
import fundtrail.contract.id.PersonRef;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who signed in a moment ago is not looked up again; who changed meanwhile is. */
class RecentSignInsTest {
    private static final Found LI = new Found(new PersonRef("p-li"), "hash");
    private static final Found LI_NEW = new Found(new PersonRef("p-li"), "another");

    private final List<String> lookups = new ArrayList<>();
    private Optional<Found> inTheTable = Optional.of(LI);

    @Test
    void within_a_moment_the_table_is_asked_once_for_each_sign_in() throws SQLException {
        var recent = new RecentSignIns(Duration.ofHours(1));
        assertEquals(Optional.of(LI), find(recent, "li"));
        inTheTable = Optional.of(LI_NEW);
        assertEquals(Optional.of(LI), find(recent, "li"));
        assertEquals(Optional.of(LI_NEW), find(recent, "wang"));
        assertEquals(List.of("li", "wang"), lookups);
    }

    @Test
    void when_the_moment_is_over_the_table_is_asked_again() throws SQLException {
        var recent = new RecentSignIns(Duration.ZERO);
        find(recent, "li");
        inTheTable = Optional.of(LI_NEW);
        assertEquals(Optional.of(LI_NEW), find(recent, "li"));
    }

    @Test
    void a_change_of_the_registry_counts_at_once_also_for_a_row_read_just_before_it() throws SQLException {
        var recent = new RecentSignIns(Duration.ofHours(1));
        find(recent, "li");
        recent.forget();
        recent.found("issuer", "li", () -> {
            recent.forget(); // changed after the old row was read
            return Optional.of(LI);
        });
        inTheTable = Optional.of(LI_NEW);
        assertEquals(Optional.of(LI_NEW), find(recent, "li"));
    }

    @Test
    void nobody_is_remembered_as_unknown() throws SQLException {
        var recent = new RecentSignIns(Duration.ofHours(1));
        inTheTable = Optional.empty();
        assertEquals(Optional.empty(), find(recent, "li"));
        inTheTable = Optional.of(LI);
        assertEquals(Optional.of(LI), find(recent, "li"));
    }

    private Optional<Found> find(RecentSignIns recent, String subject) throws SQLException {
        return recent.found("issuer", subject, () -> {
            lookups.add(subject);
            return inTheTable;
        });
    }
}
