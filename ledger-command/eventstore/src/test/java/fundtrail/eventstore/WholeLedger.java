package fundtrail.eventstore;

import static fundtrail.eventstore.Outcomes.get;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold of a ledger of {@link DrawingCallers}, whatever was killed. */
final class WholeLedger {

    private WholeLedger() {}

    /**
     * Each acknowledged draw is there once, no append in half, each fact is what its leaf says, in one row of each table; what
     * decisions are taken on is what the facts fold into, and whoever asks again is told that it was done.
     */
    static void check(TestLedger place, PurseLedger ledger, Collection<String> acknowledged) throws SQLException {
        List<String> drawn = ledger.draws(); // refolds, and finds positions dense
        Set<String> once = new HashSet<>(drawn);
        assertEquals(drawn.size(), once.size(), "a draw is there twice");
        for (String draw : drawn) {
            String id = draw.substring(0, draw.length() - 1);
            assertTrue(once.contains(id + "a") && once.contains(id + "b"), "half of an append: " + id);
        }
        for (String id : acknowledged) assertTrue(once.contains(id + "a"), "acknowledged and lost: " + id);
        long[] next = {0};
        ledger.engine.reader().read(0, Long.MAX_VALUE, stored -> {
            assertEquals(next[0]++, stored.position());
            assertArrayEquals(Entry.leafHash(stored.entry()), stored.leafHash());
        });
        for (String table : List.of("fact", "event_id", "fact_tag"))
            assertEquals(next[0], place.askSuperuser("select count(distinct position) from ledger." + table), table);
        acknowledged.stream().limit(20).forEach(id -> assertEquals("done before", get(ledger.send(DrawingCallers.twice(id)))));
    }
}
