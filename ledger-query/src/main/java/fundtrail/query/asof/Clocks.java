package fundtrail.query.asof;

import fundtrail.contract.fact.LedgerOpened.Purpose;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Ledger;
import fundtrail.query.entity.Version;
import fundtrail.query.follow.AwaitPosition;
import fundtrail.query.http.HttpProblem;
import fundtrail.query.http.ProblemCode;
import fundtrail.query.store.JdbcStore;
import fundtrail.query.store.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/** Resolves what a caller says of the two clocks. */
public final class Clocks {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration SMALLEST_STEP = Duration.ofNanos(1_000);

    private record Fact(long position, Instant recordedAt) {}

    private final DataSource source;
    private final JdbcStore store;
    private final AwaitPosition await;
    private final LongSupplier feedHead;
    private final Clock clock;
    private final Duration longestWait;
    private volatile Ledger ledger;

    /**
     * @param feedHead the last position seen in the feed, so that one knows what to wait for
     * @param clock    the real one, for what day it is in a production ledger
     */
    public Clocks(DataSource source, AwaitPosition await, LongSupplier feedHead, Clock clock) {
        this(source, await, feedHead, clock, LONGEST_WAIT);
    }

    Clocks(DataSource source, AwaitPosition await, LongSupplier feedHead, Clock clock, Duration longestWait) {
        this.source = source;
        this.store = new JdbcStore(source);
        this.await = await;
        this.feedHead = feedHead;
        this.clock = clock;
        this.longestWait = longestWait;
    }

    /**
     * @param effective the last day to count; without it, today, and in a rehearsal the day of the last fact recorded
     * @param known     what the ledger had learned by then; without it, everything
     * @param after     a position the caller knows of, which must be taken into account
     * @throws HttpProblem 400 when the ledger has not come so far or had not begun, 503 when it is not worked in in time
     */
    public AsOf resolve(Optional<LocalDate> effective, Optional<KnownAt> known, Optional<Long> after) throws InterruptedException {
        if (after.isPresent()) {
            awaitPosition(after.get());
        }
        Ledger ledger = ledger();
        Fact head = head();
        LocalDate counted = effective.orElseGet(() -> today(ledger, head));
        if (known.isEmpty()) {
            return asOf(head, counted, false, ledger);
        }
        return switch (known.get()) {
            case KnownAt.Position(long position) -> asOf(at(position), counted, false, ledger);
            case KnownAt.Moment(Instant instant) -> by(instant, counted, ledger);
            case KnownAt.EndOf(LocalDate day) ->
                    by(day.plusDays(1).atStartOfDay(ledger.timeZone()).toInstant().minus(SMALLEST_STEP), counted, ledger);
        };
    }

    private static AsOf asOf(Fact at, LocalDate counted, boolean open, Ledger ledger) {
        return new AsOf(at.position(), at.recordedAt(), counted, open ? Boolean.TRUE : null, ledger.purpose());
    }

    /** The ledger; its opening cannot change, so it is read once. */
    public Ledger ledger() {
        if (ledger == null) {
            ledger = store.version(Kind.LEDGER, Ledger.ID, Long.MAX_VALUE)
                    .map(Version::body)
                    .orElseThrow(() -> HttpProblem.of(ProblemCode.LEDGER_NOT_OPENED).retryAfter(5));
        }
        return ledger;
    }

    private LocalDate today(Ledger ledger, Fact head) {
        Instant now = ledger.purpose() == Purpose.REHEARSAL ? head.recordedAt() : clock.instant();
        return now.atZone(ledger.timeZone()).toLocalDate();
    }

    private Fact at(long position) throws InterruptedException {
        long last = Math.max(head().position(), feedHead.getAsLong());
        if (position > last) {
            throw HttpProblem.of(ProblemCode.POSITION_NOT_REACHED, position, last);
        }
        awaitPosition(position);
        return fact(Sql.of("select position, recorded_at from fact where position = ?", position)).orElseThrow();
    }

    /**
     * What had been learned by an instant: up to the last fact recorded by then, once all the feed shows of that time is
     * worked in. From the last fact's own instant on the answer is open, as the next fact may have the same.
     */
    private AsOf by(Instant instant, LocalDate counted, Ledger ledger) throws InterruptedException {
        if (!instant.isBefore(head().recordedAt())) {
            awaitPosition(feedHead.getAsLong());
        }
        Fact head = head();
        if (!instant.isBefore(head.recordedAt())) {
            return asOf(head, counted, true, ledger);
        }
        Fact last = fact(Sql.of("""
                        select position, recorded_at from fact where recorded_at <= ?
                        order by recorded_at desc, position desc limit 1""", instant))
                .orElseThrow(() -> HttpProblem.of(ProblemCode.BEFORE_THE_LEDGER, instant));
        return asOf(last, counted, false, ledger);
    }

    /** The last fact worked in. */
    private Fact head() {
        return fact(Sql.of("select position, recorded_at from fact order by position desc limit 1"))
                .orElseThrow(() -> HttpProblem.of(ProblemCode.LEDGER_NOT_OPENED).retryAfter(5));
    }

    private Optional<Fact> fact(Sql sql) {
        return sql.one(source, row -> new Fact(row.getLong("position"), Sql.instant(row, "recorded_at")));
    }

    private void awaitPosition(long position) throws InterruptedException {
        if (await.reached() < position && stored() < position && !await.until(position, longestWait)) {
            throw HttpProblem.of(ProblemCode.NOT_YET_PROJECTED, position, await.reached(), longestWait.toSeconds()).retryAfter(2);
        }
    }

    /** Another process may follow into the same database and be ahead of this one. */
    private long stored() {
        return store.mark().position();
    }
}
