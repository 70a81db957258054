package fundtrail.query;

import static fundtrail.query.access.Audience.ANYONE;
import static fundtrail.query.access.Audience.AUDITORS;

import fundtrail.query.http.Route;
import fundtrail.query.http.Slots;
import fundtrail.query.read.Params;
import fundtrail.query.read.ProofReads;
import fundtrail.query.read.Shapes;
import java.time.Duration;
import java.util.List;

/** The addresses of the log of proofs. They are not ours to choose: other people's software asks at them (C2SP tlog-tiles). */
final class LogRoutes {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private LogRoutes() {}

    /** @param atOnce how many questions of anybody are answered at once: as many as there are connections for them, and no reader's */
    static List<Route> of(ProofReads proofs, int atOnce) {
        var anybody = new Slots(atOnce, LONGEST_WAIT);
        return List.of(
                new Route("log", "/log", ANYONE, "The log of proofs: its name, its keys, how far it is published",
                        List.of(), Shapes.LOG, anybody.within(proofs::log)),
                new Route("checkpoint", "/checkpoint", ANYONE, "The checkpoint published last (C2SP tlog-checkpoint)",
                        List.of(), Shapes.NOTE, anybody.within(proofs::checkpoint)),
                new Route("witnessedCheckpoint", "/witnessed-checkpoint", ANYONE, "The last checkpoint that a witness has cosigned",
                        List.of(), Shapes.NOTE, anybody.within(proofs::witnessed)),
                new Route("publishedCheckpoint", "/checkpoints/{size}", ANYONE, "The checkpoint of one size, with its cosignatures",
                        List.of(), Shapes.NOTE, anybody.within(proofs::published)),
                new Route("tile", "/tile/{level}/{+tile}", ANYONE, "A tile of hashes (C2SP tlog-tiles): 32 bytes each",
                        List.of(), Shapes.TILE, anybody.within(proofs::tile)),
                new Route("entries", "/tile/entries/{+tile}", AUDITORS, "The entries under a tile of level 0: two bytes of length and the bytes of each; who reads them is put on record once a day",
                        List.of(), Shapes.TILE, proofs::entries),
                new Route("inclusion", "/proofs/{position}", ANYONE, "The proof that a fact is in the log (C2SP tlog-proof)",
                        List.of(Params.SIZE), Shapes.NOTE, anybody.within(proofs::inclusion)),
                new Route("consistency", "/consistency/{old}/{size}", ANYONE, "The proof that a published checkpoint extends the tree of an earlier size",
                        List.of(), Shapes.NOTE, anybody.within(proofs::consistency)));
    }
}
