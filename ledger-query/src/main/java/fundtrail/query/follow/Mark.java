package fundtrail.query.follow;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * How far the feed has been worked in.
 *
 * @param position the last position worked in; −1 before the first
 * @param leafHash the leaf hash at that position; empty before the first
 */
public record Mark(long position, byte[] leafHash) {
    /** Nothing is worked in yet. */
    public static final Mark START = new Mark(-1, new byte[0]);

    static Mark at(FeedEntry entry) {
        return new Mark(entry.position(), entry.leafHash());
    }

    /** The mark after a batch; it must not be empty. */
    public static Mark after(List<FeedEntry> batch) {
        return at(batch.getLast());
    }

    boolean isStart() {
        return position < 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mark mark && mark.position == position && Arrays.equals(mark.leafHash, leafHash);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(position);
    }

    @Override
    public String toString() {
        return position + " " + HexFormat.of().formatHex(leafHash);
    }
}
