package fundtrail.query.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.contract.fact.LedgerOpened.Purpose;
import fundtrail.query.asof.AsOf;
import fundtrail.query.read.LineSums.Keys;
import fundtrail.query.store.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** How long balances take at random pairs of the two clocks, against PostgreSQL alone and without HTTP. */
public final class BalanceTimes {
    private static final int WARM_UP = 50;
    private static final int ASKED = 500;
    private static final List<Dimension> USUAL = List.of(Dimension.fundSource, Dimension.budgetYear, Dimension.account);
    private static final List<Dimension> TRIAL =
            List.of(Dimension.division, Dimension.budgetYear, Dimension.fundSource, Dimension.book, Dimension.account);

    private BalanceTimes() {}

    /**
     * Adds p50 and p99 of each question in milliseconds.
     *
     * @param head      the last position
     * @param first     the first day
     * @param days      how many days facts count on
     * @param allotment the one asked about
     */
    public static void measure(DataSource source, long head, LocalDate first, int days, String allotment, ObjectNode figures) {
        var sums = new LineSums(source);
        measure("division", head, first, days, figures, asOf ->
                sums.by(USUAL, asOf, new Keys(true, Sql.of("division = '330521'")), 0, 1000));
        measure("trialBalance", head, first, days, figures, asOf ->
                sums.by(TRIAL, asOf, new Keys(true, Sql.of("division = '330521'")), 0, Integer.MAX_VALUE));
        measure("institution", head, first, days, figures, asOf ->
                sums.by(USUAL, asOf, new Keys(false, Sql.of("division = '330521' and institution = ?", "H7")), 0, 1000));
        measure("allotment", head, first, days, figures, asOf -> sums.ofAllotments(List.of(allotment), asOf));
    }

    private static void measure(String name, long head, LocalDate first, int days, ObjectNode figures, Consumer<AsOf> question) {
        var random = new SplittableRandom(7);
        long[] took = new long[ASKED];
        for (int i = -WARM_UP; i < ASKED; i++) {
            var asOf = new AsOf(i % 4 == 0 ? head : random.nextLong(head), Instant.EPOCH, first.plusDays(random.nextInt(days)), null, Purpose.REHEARSAL);
            long began = System.nanoTime();
            question.accept(asOf);
            if (i >= 0) {
                took[i] = System.nanoTime() - began;
            }
        }
        Arrays.sort(took);
        figures.putObject(name).put("p50Micros", took[ASKED / 2] / 1_000).put("p99Micros", took[ASKED * 99 / 100] / 1_000);
    }
}
