package fundtrail.query.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.postgres.TestDatabase;
import fundtrail.postgres.TestPostgres;
import fundtrail.query.Chenghu;
import fundtrail.query.ChenghuYear;
import fundtrail.query.LedgerProjection;
import fundtrail.query.WrittenLedger;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Payment;
import fundtrail.query.alert.RedFlags;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.follow.FeedEntry;
import fundtrail.query.follow.Mark;
import fundtrail.query.follow.Projection.Overtaken;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestPostgres.class)
class StoresTest {
    private final TestDatabase database = TestPostgres.freshDatabase();
    private final WrittenLedger ledger = new WrittenLedger(database);
    private HikariDataSource live;
    private HikariDataSource other;

    @BeforeEach void a_year_is_written() {
        live = generation("reading");
        other = generation("reading_2");
        ChenghuYear.write(ledger);
    }

    @AfterEach void closed() {
        live.close();
        other.close();
    }

    @Test void both_stores_give_equal_rows_however_the_feed_was_cut() throws Overtaken {
        long seed = new Random().nextLong();
        var memory = new MemoryStore();
        inPieces(new LedgerProjection(new LedgerFold(), memory), new Random(seed), 1);
        inPieces(new LedgerProjection(new LedgerFold(), new JdbcStore(live)), new Random(seed), 9);
        new JdbcStore(other).write(Mark.START, memory.mark(), memory.rows());
        assertEquals(String.join("\n", StoredRows.in(other)), String.join("\n", StoredRows.in(live)), () -> "seed " + seed);
        assertTrue(StoredRows.in(live).size() > 500);
    }

    @Test void rows_folded_with_other_red_flags_are_thrown_away_and_those_folded_with_the_same_stay() throws Overtaken {
        var jdbc = new JdbcStore(live);
        jdbc.foldWith(RedFlags.shipped().fingerprint());
        inPieces(new LedgerProjection(new LedgerFold(), jdbc), new Random(1), 50);
        List<String> before = StoredRows.in(live);
        jdbc.foldWith(RedFlags.shipped().fingerprint());
        assertEquals(before, StoredRows.in(live));
        jdbc.foldWith("another");
        assertEquals(Mark.START, jdbc.mark());
        jdbc.foldWith(RedFlags.shipped().fingerprint());
        inPieces(new LedgerProjection(new LedgerFold(), jdbc), new Random(2), 9);
        assertEquals(before, StoredRows.in(live), "worked in again they are the same");
        assertTrue(before.stream().anyMatch(row -> row.contains("ACCOUNT_IN_ANOTHER_NAME")), "alerts are among them");
    }

    @Test void both_stores_know_an_entity_as_it_stood_at_any_position() throws Overtaken {
        var memory = new MemoryStore();
        var jdbc = new JdbcStore(live);
        inPieces(new LedgerProjection(new LedgerFold(), memory), new Random(1), 50);
        inPieces(new LedgerProjection(new LedgerFold(), jdbc), new Random(1), 50);
        for (long position = -1; position <= ledger.head(); position++) {
            var there = memory.version(Kind.PAYMENT, "B1.3", position);
            assertEquals(there, jdbc.version(Kind.PAYMENT, "B1.3", position), "at " + position);
        }
        assertEquals(Payment.State.PARTLY_RETURNED, jdbc.version(Kind.PAYMENT, "B1.3", ledger.head()).orElseThrow().body().state());
    }

    @Test void a_write_from_another_mark_is_overtaken_and_adds_nothing() throws Overtaken {
        var store = new JdbcStore(live);
        var batch = ledger.written().subList(0, 3);
        new LedgerProjection(new LedgerFold(), store).project(Mark.START, batch);
        var before = StoredRows.in(live);
        assertThrows(Overtaken.class, () -> new LedgerProjection(new LedgerFold(), store).project(Mark.START, batch));
        assertEquals(before, StoredRows.in(live));
    }

    @Test void a_batch_that_fails_half_way_leaves_nothing_behind() throws Exception {
        try (var connection = live.getConnection(); var statement = connection.createStatement()) {
            statement.execute("alter table entity_version add constraint refused check (kind <> 'payment')");
        }
        var projection = new LedgerProjection(new LedgerFold(), new JdbcStore(live));
        var before = StoredRows.in(live);
        assertThrows(StoreFailure.class, () -> projection.project(Mark.START, ledger.written()));
        assertEquals(before, StoredRows.in(live));
    }

    @Test void a_nul_in_a_fact_does_not_stop_the_follower() throws Overtaken {
        var paying = new Chenghu.Paying(9, "CEN", "H1", "H1-main", "1.00");
        var rows = (DisbursementBatchApprovedRows) Chenghu.batch(Chenghu.COUNTY, "B9", paying)[0];
        var row = rows.rows().getFirst();
        var poisoned = new DisbursementBatchApprovedRows.Row(row.row(), row.payment(), row.kind(), row.institution(),
                row.payeeAccount(), row.allotment(), row.amount(), "a\0b", row.instalment(), row.reason());
        ledger.write(new DisbursementBatchApprovedRows(rows.batch(), 1, List.of(poisoned), rows.lines()));
        var store = new JdbcStore(live);
        inPieces(new LedgerProjection(new LedgerFold(), store), new Random(1), 50);
        assertEquals("a\uFFFDb", store.version(Kind.PAYMENT, "B9.9", ledger.head()).orElseThrow().body().purpose());
    }

    private void inPieces(LedgerProjection projection, Random random, int most) throws Overtaken {
        List<FeedEntry> feed = ledger.written();
        Mark mark = projection.mark();
        for (int from = 0; from < feed.size(); ) {
            int to = Math.min(feed.size(), from + 1 + random.nextInt(most));
            projection.project(mark, feed.subList(from, to));
            mark = projection.mark();
            from = to;
        }
        assertFalse(feed.isEmpty());
    }

    private HikariDataSource generation(String name) {
        var schema = new Schema(name);
        schema.migrate(database.url(), database.user(), database.password());
        return schema.connect(database.url(), database.user(), database.password());
    }
}
