package fundtrail.query.asof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import fundtrail.contract.fact.CommandRefused;
import fundtrail.contract.fact.LedgerOpened;
import fundtrail.contract.fact.LedgerOpened.Purpose;
import fundtrail.contract.id.PersonRef;
import fundtrail.postgres.TestDatabase;
import fundtrail.postgres.TestPostgres;
import fundtrail.query.Chenghu;
import fundtrail.query.LedgerProjection;
import fundtrail.query.WrittenLedger;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.follow.AwaitPosition;
import fundtrail.query.follow.Mark;
import fundtrail.query.http.HttpProblem;
import fundtrail.query.http.ProblemCode;
import fundtrail.query.store.JdbcStore;
import fundtrail.query.store.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestPostgres.class)
class ClocksTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-21T17:00:00Z"), ZoneOffset.UTC);

    private final TestDatabase database = TestPostgres.freshDatabase();
    private final WrittenLedger ledger = new WrittenLedger(database);
    private final AwaitPosition await = new AwaitPosition();
    private HikariDataSource source;
    private long feedHead;
    private Clocks clocks;

    @BeforeEach void an_empty_store() {
        Schema.LIVE.migrate(database.url(), database.user(), database.password());
        source = Schema.LIVE.connect(database.url(), database.user(), database.password());
        clocks = new Clocks(source, await, () -> feedHead, NOW, Duration.ofMillis(1));
    }

    @AfterEach void closed() {
        source.close();
    }

    @Test void a_ledger_without_facts_asks_to_come_back() {
        problem(ProblemCode.LEDGER_NOT_OPENED, Optional.empty(), Optional.empty());
    }

    @Test void a_production_ledgers_today_is_the_real_one_in_its_own_zone() throws Exception {
        written(Purpose.PRODUCTION);
        assertEquals(LocalDate.parse("2026-11-22"), resolve(Optional.empty()).effective());
    }

    @Test void a_rehearsals_today_is_the_day_of_its_last_fact_in_its_own_zone() throws Exception {
        written(Purpose.REHEARSAL);
        assertEquals(LocalDate.parse("2018-02-03"), resolve(Optional.empty()).effective());
        assertEquals(LocalDate.parse("2018-02-03"), resolve(known("1")).effective());
    }

    @Test void a_position_is_itself_and_never_open() throws Exception {
        written(Purpose.REHEARSAL);
        for (long position = 0; position <= 4; position++) {
            var asOf = resolve(known(Long.toString(position)));
            assertEquals(position, asOf.knownPosition());
            assertNull(asOf.open());
        }
    }

    @Test void an_instant_is_the_last_position_recorded_by_then() throws Exception {
        written(Purpose.REHEARSAL);
        assertEquals(0, resolve(known("2018-02-01T10:00:00+08:00")).knownPosition());
        assertEquals(2, resolve(known("2018-02-02T10:00:00+08:00")).knownPosition());
        assertEquals(2, resolve(known("2018-02-03T01:59:59.999999Z")).knownPosition());
    }

    @Test void a_date_is_its_end_in_the_ledgers_zone() throws Exception {
        written(Purpose.REHEARSAL);
        assertEquals(0, resolve(known("2018-02-01")).knownPosition());
        assertEquals(2, resolve(known("2018-02-02")).knownPosition());
        assertNull(resolve(known("2018-02-02")).open());
    }

    @Test void from_the_last_facts_instant_on_the_answer_is_open() throws Exception {
        written(Purpose.REHEARSAL);
        for (var text : List.of("2018-02-03T02:00:00Z", "2018-02-03", "2030-01-01")) {
            var asOf = resolve(known(text));
            assertEquals(4, asOf.knownPosition());
            assertTrue(asOf.open(), text);
        }
    }

    @Test void before_the_ledger_began_nothing_was_known() throws Exception {
        written(Purpose.REHEARSAL);
        problem(ProblemCode.BEFORE_THE_LEDGER, known("2018-01-31"), Optional.empty());
    }

    @Test void a_position_nobody_has_recorded_is_refused() throws Exception {
        written(Purpose.REHEARSAL);
        problem(ProblemCode.POSITION_NOT_REACHED, known("5"), Optional.empty());
    }

    @Test void a_position_seen_in_the_feed_is_waited_for() throws Exception {
        written(Purpose.REHEARSAL);
        feedHead = 5;
        problem(ProblemCode.NOT_YET_PROJECTED, known("5"), Optional.empty());
        problem(ProblemCode.NOT_YET_PROJECTED, known("2018-02-03"), Optional.empty());
        assertEquals(2, resolve(known("2018-02-02")).knownPosition(), "what is closed needs no waiting");
    }

    @Test void after_waits_for_what_its_caller_wrote() throws Exception {
        written(Purpose.REHEARSAL);
        problem(ProblemCode.NOT_YET_PROJECTED, Optional.empty(), Optional.of(5L));
        assertEquals(4, clocks.resolve(Optional.empty(), Optional.empty(), Optional.of(4L)).knownPosition());
    }

    @Test void an_effective_date_may_be_any() throws Exception {
        written(Purpose.REHEARSAL);
        var day = LocalDate.parse("2019-12-31");
        assertEquals(day, clocks.resolve(Optional.of(day), Optional.empty(), Optional.empty()).effective());
    }

    /** Five facts: one recorded on 02-01, two on 02-02, two on 02-03, always at ten in the ledger's zone. */
    private void written(Purpose purpose) throws Exception {
        ledger.on("2018-02-01").write(new LedgerOpened("test", List.of(new LedgerOpened.Division(Chenghu.COUNTY, "澄湖县（虚构）")),
                "test.example", purpose, WrittenLedger.ZONE));
        ledger.on("2018-02-02").write(refusal(), refusal());
        ledger.on("2018-02-03").write(refusal(), refusal());
        new LedgerProjection(new LedgerFold(), new JdbcStore(source)).project(Mark.START, ledger.written());
        feedHead = ledger.head();
    }

    private static CommandRefused refusal() {
        return new CommandRefused(new PersonRef("p-cl"), "DisburseBatch", "CASH_EXCEEDED", "CEN");
    }

    private AsOf resolve(Optional<KnownAt> known) throws InterruptedException {
        return clocks.resolve(Optional.empty(), known, Optional.empty());
    }

    private static Optional<KnownAt> known(String text) {
        return Optional.of(KnownAt.parse(text));
    }

    private void problem(ProblemCode code, Optional<KnownAt> known, Optional<Long> after) {
        assertEquals(code, assertThrows(HttpProblem.class, () -> clocks.resolve(Optional.empty(), known, after)).code());
    }
}
