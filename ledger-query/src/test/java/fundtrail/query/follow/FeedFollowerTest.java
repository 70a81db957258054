package fundtrail.query.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import fundtrail.contract.EntryCodec;
import fundtrail.contract.Fact;
import fundtrail.contract.fact.CommandRefused;
import fundtrail.contract.id.PersonRef;
import fundtrail.postgres.TestDatabase;
import fundtrail.postgres.TestPostgres;
import fundtrail.query.ChenghuYear;
import fundtrail.query.Eventually;
import fundtrail.query.LedgerProjection;
import fundtrail.query.WrittenLedger;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.follow.FollowerState.Status;
import fundtrail.query.store.JdbcStore;
import fundtrail.query.store.MemoryStore;
import fundtrail.query.store.Schema;
import fundtrail.query.store.Sql;
import fundtrail.query.store.StoredRows;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestPostgres.class)
class FeedFollowerTest {
    private final TestDatabase feed = TestPostgres.freshDatabase();
    private final TestDatabase reading = TestPostgres.freshDatabase();
    private final WrittenLedger ledger = new WrittenLedger(feed);
    private final AwaitPosition await = new AwaitPosition();
    private final List<FeedFollower> followers = new ArrayList<>();
    private HikariDataSource source;

    @BeforeEach void a_store_of_its_own() {
        Schema.LIVE.migrate(reading.url(), reading.user(), reading.password());
        source = Schema.LIVE.connect(reading.url(), reading.user(), reading.password());
    }

    @AfterEach void closed() {
        followers.forEach(FeedFollower::close);
        source.close();
    }

    @Test void what_was_written_before_and_after_the_start_is_worked_in_once() throws Exception {
        ChenghuYear.write(ledger);
        var follower = follow();
        reaches(follower, ledger.head());
        ledger.write(refusal());
        reaches(follower, ledger.head());
        assertAllIsWorkedInOnce();
        assertEquals(0, follower.state().lag());
    }

    @Test void more_than_one_batch_is_worked_in_without_waiting_for_news() throws Exception {
        ledger.write(Stream.generate(FeedFollowerTest::refusal).limit(2 * FeedFollower.BATCH + 1).toArray(Fact[]::new));
        reaches(follow(), ledger.head());
        assertAllIsWorkedInOnce();
    }

    @Test void a_follower_goes_on_where_the_last_one_ended() throws Exception {
        ChenghuYear.write(ledger);
        var first = follow();
        reaches(first, ledger.head());
        first.close();
        assertEquals(Status.CLOSED, first.state().status());
        ledger.write(refusal());
        reaches(follow(), ledger.head());
        assertAllIsWorkedInOnce();
    }

    @Test void two_followers_of_one_database_work_everything_in_once() throws Exception {
        var one = follow();
        var two = follow();
        ChenghuYear.write(ledger);
        reaches(one, ledger.head());
        reaches(two, ledger.head());
        assertAllIsWorkedInOnce();
    }

    @Test void a_reader_who_waits_for_a_position_finds_it_stored() throws Exception {
        follow();
        ChenghuYear.write(ledger);
        assertTrue(await.until(ledger.head(), Duration.ofMinutes(1)));
        assertAllIsWorkedInOnce();
    }

    @Test void a_connection_lost_on_either_side_is_made_again() throws Exception {
        var follower = follow();
        ledger.write(refusal());
        reaches(follower, ledger.head());
        for (var database : List.of(feed, reading)) {
            disconnectEverybody(database);
            ledger.write(refusal());
            reaches(follower, ledger.head());
        }
        assertAllIsWorkedInOnce();
    }

    @Test void a_feed_that_is_not_there_yet_is_tried_again() throws Exception {
        ledger.execute("alter table ledger.feed rename to elsewhere");
        var follower = follow();
        Eventually.that(() -> follower.state().status() == Status.RETRYING, follower::state);
        assertEquals("FEED_AWAY", follower.state().trouble());
        ledger.execute("alter table ledger.elsewhere rename to feed");
        ledger.write(refusal());
        reaches(follower, ledger.head());
        assertAllIsWorkedInOnce();
    }

    @Test void a_fact_of_a_newer_version_waits_and_is_told() {
        var row = ledger.next(refusal());
        byte[] newer = new String(row.entry()).replace("\"version\":1", "\"version\":99").getBytes();
        ledger.write(new FeedEntry(0, row.recordedAt(), row.type(), 99, newer, EntryCodec.leafHash(newer)));
        var follower = follow();
        Eventually.that(() -> follower.state().status() == Status.RETRYING, follower::state);
        assertEquals("NOT_WORKED_IN", follower.state().trouble());
        assertEquals(-1, follower.state().position());
    }

    @Test void an_altered_fact_stops_the_follower_and_is_not_worked_in() throws Exception {
        ChenghuYear.write(ledger);
        var follower = follow();
        reaches(follower, ledger.head());
        var before = StoredRows.in(source);
        var row = ledger.next(refusal());
        byte[] altered = new String(row.entry()).replace("p-cl", "p-ck").getBytes();
        ledger.write(new FeedEntry(row.position(), row.recordedAt(), row.type(), row.version(), altered, row.leafHash()));
        stops(follower, FeedBroken.Kind.WRONG_LEAF_HASH);
        assertEquals(before, StoredRows.in(source));
    }

    @Test void a_restored_backup_stops_the_follower() throws Exception {
        ChenghuYear.write(ledger);
        var follower = follow();
        reaches(follower, ledger.head());
        ledger.execute("delete from ledger.feed where position > 40");
        stops(follower, FeedBroken.Kind.SHORTER_THAN_BEFORE);
    }

    @Test void a_backup_written_on_stops_the_follower_that_comes_back() throws Exception {
        ChenghuYear.write(ledger);
        var first = follow();
        reaches(first, ledger.head());
        first.close();
        var other = ledger.next(refusal());
        ledger.execute("update ledger.feed set leaf_hash = '\\x" + HexFormat.of().formatHex(other.leafHash())
                + "' where position = " + ledger.head());
        stops(follow(), FeedBroken.Kind.OTHER_FACT_AT_MARK);
    }

    @Test void a_database_that_lost_facts_and_wrote_others_stops_the_follower_that_saw_the_lost_ones() throws Exception {
        ChenghuYear.write(ledger);
        long backup = ledger.head();
        ledger.execute("create table ledger.restored as select * from ledger.feed");
        ledger.write(refusal(), refusal(), refusal());
        var follower = follow();
        reaches(follower, ledger.head());
        var before = StoredRows.in(source);
        var other = new WrittenLedger(TestPostgres.freshDatabase());
        ChenghuYear.write(other);
        other.on("2018-06-01").write(Stream.generate(FeedFollowerTest::refusal).limit(8).toArray(Fact[]::new));
        for (FeedEntry row : other.written().subList((int) backup + 1, (int) other.head() + 1)) {
            ledger.execute("insert into ledger.restored values (%d, '%s', '%s', %d, '\\x%s', '\\x%s')".formatted(row.position(), row.recordedAt(),
                    row.type(), row.version(), HexFormat.of().formatHex(row.entry()), HexFormat.of().formatHex(row.leafHash())));
        }
        ledger.execute("begin; alter table ledger.feed rename to lost; alter table ledger.restored rename to feed; commit; notify ledger_feed");
        stops(follower, FeedBroken.Kind.OTHER_FACT_AT_MARK);
        assertEquals(before, StoredRows.in(source), "nothing of the other facts is mixed with what was known");
        stops(follow(), FeedBroken.Kind.OTHER_FACT_AT_MARK);
        assertEquals(before, StoredRows.in(source), "nor after a restart");
    }

    @Test void a_store_built_from_nothing_has_every_index_when_readers_come() throws Exception {
        new JdbcStore(source).build();
        assertTrue(indexes().size() < 20, () -> indexes().toString());
        ChenghuYear.write(ledger);
        reaches(follow(), ledger.head());
        var fresh = new Schema("fresh");
        fresh.migrate(reading.url(), reading.user(), reading.password());
        try (var other = fresh.connect(reading.url(), reading.user(), reading.password())) {
            assertEquals(indexes(other), indexes());
        }
        assertAllIsWorkedInOnce();
    }

    private List<String> indexes() {
        return indexes(source);
    }

    private static List<String> indexes(HikariDataSource of) {
        return Sql.of("select indexname || replace(indexdef, current_schema() || '.', '') as made from pg_indexes where schemaname = current_schema() order by 1")
                .list(of, row -> row.getString("made"));
    }

    @Test void a_missing_position_stops_the_follower() throws Exception {
        ChenghuYear.write(ledger);
        ledger.execute("delete from ledger.feed where position = 7");
        var follower = follow();
        stops(follower, FeedBroken.Kind.NOT_DENSE);
        assertEquals(-1, follower.state().position());
    }

    private FeedFollower follow() {
        var projection = new LedgerProjection(new LedgerFold(), new JdbcStore(source));
        var follower = new FeedFollower(ledger.address(), projection, await, Clock.systemUTC());
        followers.add(follower);
        follower.start();
        return follower;
    }

    private static CommandRefused refusal() {
        return new CommandRefused(new PersonRef("p-cl"), "DisburseBatch", "ALLOTMENT_EXCEEDED", "CEN-H1");
    }

    private static void reaches(FeedFollower follower, long position) {
        Eventually.that(() -> follower.state().position() == position && follower.state().status() == Status.FOLLOWING, follower::state);
    }

    private static void stops(FeedFollower follower, FeedBroken.Kind kind) {
        Eventually.that(() -> follower.state().status() == Status.STOPPED, follower::state);
        assertTrue(follower.state().trouble().startsWith(kind.name()), follower.state().trouble());
    }

    /** The store's rows are those of one fold over the whole feed. */
    private void assertAllIsWorkedInOnce() throws Exception {
        var whole = new Schema("whole");
        whole.migrate(reading.url(), reading.user(), reading.password());
        try (var expected = whole.connect(reading.url(), reading.user(), reading.password())) {
            var memory = new MemoryStore();
            new LedgerProjection(new LedgerFold(), memory).project(Mark.START, ledger.written());
            new JdbcStore(expected).write(Mark.START, memory.mark(), memory.rows());
            assertEquals(String.join("\n", StoredRows.in(expected)), String.join("\n", StoredRows.in(source)));
        }
    }

    private static void disconnectEverybody(TestDatabase database) throws Exception {
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        }
    }
}
