package fundtrail.load.bench;

import java.util.List;

/** What can be measured, in the order it is. */
enum What {
    /** Appends to the event store beside raw commits, at 1, 32 and 128 callers. */
    appends {
        @Override
        List<Figure> figures(Bed bed) throws Exception {
            return Appends.figures(bed);
        }
    },
    /** Postings over HTTP beside raw commits. */
    postings {
        @Override
        List<Figure> figures(Bed bed) throws Exception {
            return Postings.figures(bed);
        }
    },
    /** A posting behind many on its allotment, beside one behind few. */
    behind {
        @Override
        List<Figure> figures(Bed bed) throws Exception {
            return Behind.figures(bed);
        }
    },
    /** The payments of an approved batch. */
    batch {
        @Override
        List<Figure> figures(Bed bed) throws Exception {
            return BatchPaid.figures(bed);
        }
    },
    /** What sealing costs a posting, how soon a fact is covered, how long a proof takes. */
    sealing {
        @Override
        List<Figure> figures(Bed bed) throws Exception {
            return Sealed.figures(bed);
        }
    },
    /** From the start of a node to its first posting. */
    start {
        @Override
        List<Figure> figures(Bed bed) throws Exception {
            return FirstPosting.figures(bed);
        }
    };

    abstract List<Figure> figures(Bed bed) throws Exception;
}
