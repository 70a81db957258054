package fundtrail.load.bench;

import fundtrail.load.bureau.Bureau;
import fundtrail.load.site.Service;
import java.util.ArrayList;
import java.util.List;

/** How fast an approved batch is paid out: from the cashier's request to the answer that all its payments are durable. */
final class BatchPaid {
    /** Of one row; another amount in each batch, since nobody is paid the same twice on one day without a reason. */
    private static final int YUAN = 100;

    private BatchPaid() {}

    static List<Figure> figures(Bed bed) throws Exception {
        Measure measure = bed.measure();
        List<Double> paid = new ArrayList<>();
        List<Double> signed = new ArrayList<>();
        try (Service node = bed.node(bed.copy("batches")); Bureau bureau = bed.bureau(node)) {
            for (int round = 0; round <= measure.rounds(); round++) {
                String batch = "P" + round;
                long begun = System.nanoTime();
                bureau.approve(batch, measure.rows(), Bed.ALLOTMENTS, YUAN + round);
                long approved = System.nanoTime();
                bureau.pay(batch);
                long done = System.nanoTime();
                if (round > 0) {
                    signed.add(measure.rows() / ((approved - begun) / 1e9));
                    paid.add(measure.rows() / ((done - approved) / 1e9));
                    measure.told().printf("  round %d of %d: %.0f rows/s signed, %.0f payments/s%n",
                            round, measure.rounds(), signed.getLast(), paid.getLast());
                }
            }
        }
        String rows = "%,d rows".formatted(measure.rows());
        return List.of(
                Figure.alone("three signatures under a batch of " + rows, Rounds.median(signed), "rows/s", ""),
                Figure.alone("payments of an approved batch of " + rows, Rounds.median(paid), "/s", "≥ 5,000/s"));
    }
}
