package fundtrail.query;

import static fundtrail.query.access.Audience.AUDITORS;
import static fundtrail.query.access.Audience.BUREAU;
import static fundtrail.query.access.Audience.READERS;
import static fundtrail.query.read.Params.moment;
import static fundtrail.query.read.Params.paged;

import fundtrail.query.http.Route;
import fundtrail.query.read.EvidenceReads;
import fundtrail.query.read.ExtractReads;
import fundtrail.query.read.JournalReads;
import fundtrail.query.read.Params;
import fundtrail.query.read.Shapes;
import java.util.List;

/** The addresses of what is taken out of the ledger, and of who took it; they stand in {@link Routes} with all others. */
record ExtractRoutes(JournalReads journals, EvidenceReads evidence, ExtractReads extracts) {
    /** Sent as the bytes whose hash is on record, and so never compressed on the way. */
    static final String JOURNAL = "/api/journal";

    List<Route> all() {
        return List.of(
                new Route("journal", JOURNAL, BUREAU,
                        "Any cut of the books as a plain-text journal for hledger, Ledger or Beancount, put on record before it is handed out",
                        moment(JournalReads.parameters()), Shapes.JOURNAL, journals::journal),
                new Route("evidence", "/api/evidence", AUDITORS,
                        "Facts as stored bytes with their proofs, in a zip that verifies offline, put on record before it is handed out",
                        moment(EvidenceReads.parameters()), Shapes.EVIDENCE, evidence::pack),
                new Route("extracts", "/api/extracts", READERS, "What was handed out to whom, and by whom case files were opened or stored bytes read",
                        paged(Params.DIVISION, Params.INSTITUTION, Params.CASE, Params.PERSON), Shapes.EXTRACTS, extracts::list));
    }
}
