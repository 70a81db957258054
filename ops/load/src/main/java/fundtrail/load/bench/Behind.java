package fundtrail.load.bench;

import fundtrail.load.site.Service;
import java.util.List;

/** What a posting costs that comes after many others on its allotment, beside one that comes after ten. */
final class Behind {
    private static final int FEW = 10;
    /** Half of the other allotments: on them the service is warmed up, and the rest keep their few. */
    private static final int COUNTED = Bed.ALLOTMENTS / 2;

    private Behind() {}

    static List<Figure> figures(Bed bed) throws Exception {
        String database = bed.copy("behind");
        try (InOneJvm ledger = new InOneJvm(bed.site(), database)) {
            ledger.fill(bed.measure().behind(), Bed.payment(0));
            for (int other = 1; other < Bed.ALLOTMENTS; other++) {
                ledger.fill(FEW, Bed.payment(other));
            }
        }
        String few = "one client's posting behind " + FEW;
        String many = "one client's posting behind %,d".formatted(bed.measure().behind());
        try (Service node = bed.node(database); OverHttp client = new OverHttp(node.port(), bed.site().issuer(), Bed.CASHIERS, Bed.BATCH)) {
            client.spell(Bed.CASHIERS, bed.measure().warming(), number -> COUNTED + (int) (number % (Bed.ALLOTMENTS - COUNTED)));
            Rounds rounds = bed.measure().contest()
                    .with(few, () -> client.spell(1, bed.measure().spell(), number -> (int) (1 + number % (COUNTED - 1))))
                    .with(many, () -> client.spell(1, bed.measure().spell(), _ -> 0))
                    .run();
            Figure behindMany = rounds.figure(many);
            return List.of(rounds.figure(few), new Figure(many, behindMany.value(), behindMany.unit(), behindMany.p50(), behindMany.p99(),
                    "its median time to that behind " + FEW, rounds.ratio(many, few, spell -> spell.millis(0.5)), "≤ 1.2"));
        }
    }
}
