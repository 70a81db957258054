package fundtrail.query.read;

import fundtrail.query.asof.AsOf;
import fundtrail.query.asof.Clocks;
import fundtrail.query.asof.Cursor;
import fundtrail.query.asof.KnownAt;
import fundtrail.query.extract.OnRecord.Today;
import fundtrail.query.http.Ask;
import fundtrail.query.http.HttpProblem;
import fundtrail.query.http.ProblemCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** What every question has in common: when, and which part of a list. */
public final class Questions {
    private static final int USUAL_LIMIT = 100;
    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    private final Clocks clocks;

    public Questions(Clocks clocks) {
        this.clocks = clocks;
    }

    /** The two clocks: those of the cursor if there is one, else those asked for. */
    AsOf asOf(Ask ask) throws InterruptedException {
        Optional<Cursor> cursor = ask.given(Params.CURSOR);
        if (cursor.isEmpty()) {
            return clocks.resolve(ask.given(Params.EFFECTIVE), ask.given(Params.KNOWN), ask.given(Params.AFTER));
        }
        if (!cursor.get().question().equals(question(ask))) {
            throw HttpProblem.of(ProblemCode.CURSOR_OF_ANOTHER_QUESTION);
        }
        AsOf first = clocks.resolve(
                Optional.of(cursor.get().effective()), Optional.of(new KnownAt.Position(cursor.get().known())), Optional.empty());
        return cursor.get().open()
                ? new AsOf(first.knownPosition(), first.knownAt(), first.effective(), true, first.purpose())
                : first;
    }

    /** All that is known at that moment, whenever it counts: for what says itself from which day it is valid. */
    static AsOf ever(AsOf asOf) {
        return new AsOf(asOf.knownPosition(), asOf.knownAt(), EVER, asOf.open(), asOf.purpose());
    }

    /** The ledger's day, now; in a rehearsal that of the last fact. */
    Today today() throws InterruptedException {
        LocalDate day = clocks.resolve(Optional.empty(), Optional.empty(), Optional.empty()).effective();
        return new Today(day, day.atStartOfDay(clocks.ledger().timeZone()).toInstant());
    }

    /** The day of the last position known, in the ledger's time zone. */
    LocalDate day(AsOf asOf) {
        return dayOf(asOf.knownAt());
    }

    /** The day of an instant, in the ledger's time zone. */
    LocalDate dayOf(Instant instant) {
        return instant.atZone(clocks.ledger().timeZone()).toLocalDate();
    }

    /**
     * The last item's key of the page before; empty on the first page.
     *
     * @throws HttpProblem 400 when the cursor was altered so that there is no such key
     */
    <K> Optional<K> after(Ask ask, Function<List<String>, K> key) {
        return ask.given(Params.CURSOR).map(Cursor::after).map(last -> {
            try {
                return key.apply(last);
            } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException | NoSuchElementException altered) {
                throw HttpProblem.of(ProblemCode.CURSOR_OF_ANOTHER_QUESTION);
            }
        });
    }

    int limit(Ask ask) {
        return ask.given(Params.LIMIT).map(Math::toIntExact).orElse(USUAL_LIMIT);
    }

    /**
     * The cursor after a page.
     *
     * @param found one item more than the page holds, when there is more
     */
    <T> String next(Ask ask, AsOf asOf, List<T> found, Function<T, List<String>> key) {
        int limit = limit(ask);
        if (found.size() <= limit) {
            return null;
        }
        List<String> last = key.apply(found.get(limit - 1));
        return new Cursor(asOf.knownPosition(), asOf.effective(), asOf.open() != null, question(ask), last).text();
    }

    /** The page itself. */
    <T> List<T> page(Ask ask, List<T> found) {
        return found.subList(0, Math.min(found.size(), limit(ask)));
    }

    private static String question(Ask ask) {
        return ask.questionWithout(List.of(Params.CURSOR, Params.LIMIT, Params.AFTER));
    }
}
