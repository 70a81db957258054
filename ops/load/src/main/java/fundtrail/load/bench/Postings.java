package fundtrail.load.bench;

import fundtrail.load.site.Service;
import java.util.List;

/** Postings over HTTP at 32 clients beside raw commits: token, decision, durable. Client and service are two processes. */
final class Postings {
    private static final int CLIENTS = 32;
    private static final String ASKED = "≥ 0.35; p99 < 30 ms";

    private Postings() {}

    static List<Figure> figures(Bed bed) throws Exception {
        RawCommits raw = bed.raw();
        String yardstick = "raw commits, " + CLIENTS + " clients";
        String spread = "postings over HTTP, spread over " + Bed.ALLOTMENTS + " allotments";
        String hot = "postings over HTTP, all on one allotment";
        try (Service node = bed.node(bed.copy("postings"));
                OverHttp clients = new OverHttp(node.port(), bed.site().issuer(), CLIENTS, Bed.BATCH)) {
            Rounds rounds = bed.measure().contest()
                    .with(yardstick, () -> raw.spell(CLIENTS, bed.measure().spell()))
                    .with(spread, () -> clients.spell(CLIENTS, bed.measure().spell(), number -> (int) (number % Bed.ALLOTMENTS)))
                    .with(hot, () -> clients.spell(CLIENTS, bed.measure().spell(), _ -> 0))
                    .run();
            return List.of(rounds.figure(yardstick), rounds.figure(spread, yardstick, ASKED), rounds.figure(hot, yardstick, ASKED));
        }
    }
}
