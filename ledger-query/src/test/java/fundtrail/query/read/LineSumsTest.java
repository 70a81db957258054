package fundtrail.query.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import fundtrail.contract.fact.LedgerOpened.Purpose;
import fundtrail.postgres.TestDatabase;
import fundtrail.postgres.TestPostgres;
import fundtrail.query.asof.AsOf;
import fundtrail.query.read.LineSums.Keys;
import fundtrail.query.store.Schema;
import fundtrail.query.store.Sql;
import fundtrail.query.store.Sums;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is summed already and whatever is not, an answer is the plain sum over the lines. */
@ExtendWith(TestPostgres.class)
class LineSumsTest {
    private static final int POSITIONS = 2_500;
    private static final int DAYS = 400;
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    /** So that the few facts of a test fill blocks of every level. */
    private static final int SMALLEST_BLOCK = 4;

    private static final String KEYS = """
            insert into general_key select id, 'BUDGET', 'A' || id %% 3, 'D' || id / 6, 2018 + id / 3 %% 2, 'S' from generate_series(0, 11) id;
            insert into line_key select number, general.id, book, account, division, budget_year, fund_source,
                case when number %% 5 > 0 then 'H' || number %% 5 end, null,
                case when number %% 5 > 0 then 'L' || number %% 7 end, null, null, null
            from generate_series(0, 59) number join general_key general on general.id = number %% 12""";

    private static final String LINES = """
            insert into posted_line select position, line_no, date '2018-01-01' + case when random() < 0.1
                    then floor(random() * %2$d)::int else (position * %2$d / %1$d)::int end,
                floor(random() * 60)::int, side, case side when 'D' then 1 else -1 end * floor(random() * 2000 - 500)::bigint
            from generate_series(%3$d, %4$d) position, (values (0, 'D'), (1, 'C'), (2, 'D')) line(line_no, side)
            where random() < 0.8""";

    private final TestDatabase database = TestPostgres.freshDatabase();
    private HikariDataSource source;
    private Sums sums;

    @BeforeEach void a_store() {
        Schema.LIVE.migrate(database.url(), database.user(), database.password());
        source = Schema.LIVE.connect(database.url(), database.user(), database.password());
        sums = new Sums(source, SMALLEST_BLOCK);
    }

    @AfterEach void closed() {
        source.close();
    }

    @Test void an_answer_at_any_two_clocks_is_the_plain_sum_and_stays_so_while_sums_are_made_and_facts_come() throws Exception {
        long seed = new Random().nextLong(1_000_000_000);
        var random = new Random(seed);
        execute("select setseed(" + seed / 1_000_000_000.0 + ")");
        execute(KEYS.formatted());
        lines(0, POSITIONS - 1);
        List<AsOf> moments = new ArrayList<>(List.of(moment(POSITIONS - 1, DAYS), moment(0, 0), moment(255, 30), moment(256, DAYS / 2)));
        for (int i = 0; i < 25; i++) {
            moments.add(moment(random.nextInt(POSITIONS), random.nextInt(-5, DAYS + 5)));
        }
        List<String> before = moments.stream().map(LineSumsTest.this::plain).toList();
        assertSums(moments, before, seed + ", nothing summed");
        for (int made = 0; made < 300 && sums.makeNext(); made++) {
            if (made % 60 == 0) {
                assertSums(moments, before, seed + ", " + made + " blocks summed");
            }
        }
        while (sums.makeNext()) {
            assertTrue(source.isRunning());
        }
        assertSums(moments, before, seed + ", all summed");
        lines(POSITIONS, POSITIONS + POSITIONS / 10);
        while (sums.makeNext()) {
            assertTrue(source.isRunning());
        }
        assertSums(moments, before, seed + ", after back-dated corrections");
        assertSums(List.of(moment(POSITIONS + 200, 100)), List.of(plain(moment(POSITIONS + 200, 100))), seed + ", corrections among them");
        assertEquals(4, Sql.of("select distinct level from general_sum where level < 4").list(source, row -> row.getInt(1)).size());
    }

    @Test void an_answer_reads_at_most_seven_blocks_of_a_level_and_less_than_one_block_of_lines() throws Exception {
        execute("update follower set position = " + (POSITIONS - 1));
        while (sums.makeNext()) {
            assertTrue(source.isRunning());
        }
        for (boolean general : new boolean[] {true, false}) {
            for (int position = 0; position < POSITIONS; position += 11) {
                var cover = sums.cover(general, position);
                long reached = 0;
                for (var span : cover.spans()) {
                    assertEquals(reached, span.first() * size(span.level()), cover::toString);
                    assertTrue(span.past() - span.first() < 8, cover::toString);
                    reached = span.past() * size(span.level());
                }
                assertEquals(reached, cover.lines(), cover::toString);
                assertTrue(position + 1 - reached < size(general ? 0 : 1), cover::toString);
            }
        }
    }

    private static long size(int level) {
        return (long) SMALLEST_BLOCK << 3 * level;
    }

    private void assertSums(List<AsOf> moments, List<String> plain, String when) {
        for (int i = 0; i < moments.size(); i++) {
            AsOf asOf = moments.get(i);
            assertEquals(plain.get(i), summed(asOf), () -> "at " + asOf + ", seed " + when);
        }
    }

    private String summed(AsOf asOf) {
        var lineSums = new LineSums(source, sums);
        return text(lineSums, asOf, true, "division = 'D1'", "division, budget_year, account")
                + text(lineSums, asOf, false, "institution = 'H2'", "institution, account")
                + text(lineSums, asOf, false, "allotment = any('{L1,L2}')", "allotment, account");
    }

    private static String text(LineSums sums, AsOf asOf, boolean general, String matching, String by) {
        return rows(Sql.of("select " + by + ", sum(debit) as debit, sum(credit) as credit from (")
                .and(sums.turnover(asOf, new Keys(general, Sql.of(matching))))
                .and(") turnover group by " + by + " order by " + by), sums);
    }

    private String plain(AsOf asOf) {
        return plain(asOf, "division = 'D1'", "division, budget_year, account")
                + plain(asOf, "institution = 'H2'", "institution, account")
                + plain(asOf, "allotment = any('{L1,L2}')", "allotment, account");
    }

    private String plain(AsOf asOf, String matching, String by) {
        return rows(Sql.of("select " + by + """
                , coalesce(sum(amount) filter (where side = 'D'), 0) as debit, coalesce(-sum(amount) filter (where side = 'C'), 0) as credit
                from line where position <= ? and effective_date <= ? and""", asOf.knownPosition(), asOf.effective())
                .and(matching).and("group by " + by + " order by " + by), new LineSums(source, sums));
    }

    private static String rows(Sql sql, LineSums sums) {
        return String.join("\n", Sql.of("select row::text from (").and(sql).and(") row").list(sums.source(), row -> row.getString(1))) + "\n";
    }

    private static AsOf moment(long position, int day) {
        return new AsOf(position, Instant.EPOCH, FIRST.plusDays(day), null, Purpose.REHEARSAL);
    }

    private void lines(int from, int to) throws Exception {
        execute(LINES.formatted(POSITIONS, DAYS, from, to));
        execute("update follower set position = " + to);
    }

    private void execute(String sql) throws Exception {
        try (var connection = source.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
