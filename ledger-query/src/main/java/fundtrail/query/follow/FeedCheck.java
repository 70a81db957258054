package fundtrail.query.follow;

import static fundtrail.query.follow.FeedBroken.Kind.NOT_DENSE;
import static fundtrail.query.follow.FeedBroken.Kind.OTHER_FACT_AT_MARK;
import static fundtrail.query.follow.FeedBroken.Kind.SHORTER_THAN_BEFORE;
import static fundtrail.query.follow.FeedBroken.Kind.WRONG_LEAF_HASH;

import fundtrail.contract.EntryCodec;
import java.util.Arrays;
import java.util.List;

/** Whether rows of the feed continue what was worked in before. */
final class FeedCheck {
    private FeedCheck() {}

    /**
     * The rows after the mark.
     *
     * @param rows the feed from the mark's own position on (from 0 before the first)
     */
    static List<FeedEntry> following(Mark mark, List<FeedEntry> rows) throws FeedBroken {
        List<FeedEntry> batch = rows;
        if (!mark.isStart()) {
            if (rows.isEmpty() || rows.getFirst().position() != mark.position()) {
                throw new FeedBroken(SHORTER_THAN_BEFORE, "position " + mark.position()
                        + " was worked in before and is not in the feed any more.");
            }
            if (!Arrays.equals(rows.getFirst().leafHash(), mark.leafHash())) {
                throw new FeedBroken(OTHER_FACT_AT_MARK, "position " + mark.position()
                        + " has another leaf hash than when it was worked in.");
            }
            batch = rows.subList(1, rows.size());
        }
        long expected = mark.position() + 1;
        for (FeedEntry entry : batch) {
            if (entry.position() != expected) {
                throw new FeedBroken(NOT_DENSE, "position " + entry.position() + " stands where " + expected + " should be.");
            }
            if (!Arrays.equals(EntryCodec.leafHash(entry.entry()), entry.leafHash())) {
                throw new FeedBroken(WRONG_LEAF_HASH, "the bytes at position " + expected + " do not give their leaf hash.");
            }
            expected++;
        }
        return batch;
    }
}
