package fundtrail.query.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.contract.EntryCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedCheckTest {
    private static final FeedEntry ZERO = entry(0, "zero");
    private static final FeedEntry ONE = entry(1, "one");
    private static final FeedEntry TWO = entry(2, "two");

    @Test void the_first_rows_follow_nothing() throws FeedBroken {
        assertEquals(List.of(ZERO, ONE), FeedCheck.following(Mark.START, List.of(ZERO, ONE)));
    }

    @Test void an_empty_feed_is_no_trouble_before_the_first_fact() throws FeedBroken {
        assertEquals(List.of(), FeedCheck.following(Mark.START, List.of()));
    }

    @Test void the_row_at_the_mark_is_compared_and_left_out() throws FeedBroken {
        assertEquals(List.of(ONE, TWO), FeedCheck.following(Mark.at(ZERO), List.of(ZERO, ONE, TWO)));
    }

    @Test void a_feed_that_ends_before_the_mark_is_broken() {
        broken(FeedBroken.Kind.SHORTER_THAN_BEFORE, Mark.at(ONE), List.of());
    }

    @Test void another_fact_at_the_mark_breaks_the_feed() {
        broken(FeedBroken.Kind.OTHER_FACT_AT_MARK, Mark.at(entry(1, "eins")), List.of(ONE, TWO));
    }

    @Test void a_gap_breaks_the_feed() {
        broken(FeedBroken.Kind.NOT_DENSE, Mark.at(ZERO), List.of(ZERO, TWO));
        broken(FeedBroken.Kind.NOT_DENSE, Mark.START, List.of(ONE));
    }

    @Test void bytes_that_do_not_give_their_leaf_hash_break_the_feed() {
        var altered = new FeedEntry(1, ONE.recordedAt(), ONE.type(), 1, "One".getBytes(StandardCharsets.UTF_8), ONE.leafHash());
        broken(FeedBroken.Kind.WRONG_LEAF_HASH, Mark.at(ZERO), List.of(ZERO, altered));
    }

    private static void broken(FeedBroken.Kind kind, Mark mark, List<FeedEntry> rows) {
        assertEquals(kind, assertThrows(FeedBroken.class, () -> FeedCheck.following(mark, rows)).kind());
    }

    private static FeedEntry entry(long position, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new FeedEntry(position, Instant.EPOCH, "Test", 1, bytes, EntryCodec.leafHash(bytes));
    }
}
