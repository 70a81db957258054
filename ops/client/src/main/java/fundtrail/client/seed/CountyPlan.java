package fundtrail.client.seed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Which payments a year is meant to see, month by month: so many, spread over all allotments in turn, each allotment's
 * adding up to nine tenths of it, give or take a twentieth.
 */
final class CountyPlan {
    /** @param instalment such as {@code 2025-03} */
    record Payment(CountyAllotment allotment, long fen, String instalment) {}

    private static final int MONTHS = 12;
    private final List<List<Payment>> months = new ArrayList<>();
    /** What each month needs of each source. */
    private final long[][] needs = new long[MONTHS + 1][CountySource.values().length];

    CountyPlan(int year, List<CountyAllotment> allotments, int payments, Random random) {
        int count = allotments.size();
        for (int month = 0; month <= MONTHS; month++) {
            months.add(new ArrayList<>());
        }
        int[] seen = new int[count];
        for (int slot = 0; slot < payments; slot++) {
            int which = slot % count;
            CountyAllotment allotment = allotments.get(which);
            int ofIt = payments / count + (which < payments % count ? 1 : 0);
            long usual = allotment.fen() / 100 * 90 / ofIt;
            long fen = usual / 1000 * (950 + random.nextInt(101)) + random.nextInt(100);
            int month = (int) ((long) slot * MONTHS / payments) + 1;
            seen[which]++;
            String number = ofIt > MONTHS ? "/" + seen[which] : "";
            add(month, new Payment(allotment, fen, "%d-%02d%s".formatted(year, month, number)));
        }
    }

    /** One more, decided in the course of the year. */
    void add(int month, Payment payment) {
        months.get(month).add(payment);
        needs[month][payment.allotment().source().ordinal()] += payment.fen();
    }

    List<Payment> of(int month) {
        return months.get(month);
    }

    /** What is meant to be paid out of a source in these months, both included. */
    long needed(CountySource source, int first, int last) {
        return Arrays.stream(needs, first, last + 1).mapToLong(month -> month[source.ordinal()]).sum();
    }
}
