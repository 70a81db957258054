package fundtrail.query.read;

import fundtrail.contract.MayBeAbsent;
import fundtrail.query.follow.FeedFollower;
import fundtrail.query.follow.FollowerState;
import fundtrail.query.follow.FollowerState.Status;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.http.Catalogue;
import fundtrail.query.http.HttpProblem;
import fundtrail.query.http.ProblemCode;
import fundtrail.query.store.Sql;
import fundtrail.query.store.StoreFailure;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;

/** What those ask who run the ledger. */
public final class SystemReads {
    private final FeedFollower follower;
    private final DataSource source;
    private final PrometheusMeterRegistry meters;
    private final Clock clock;

    /** How the reading side fares. */
    enum State {
        /** Follows and answers. */
        UP,
        /** Answers from what it has; the feed is away and tried again. */
        BEHIND,
        /** Is being built from the start of the feed, or has not begun to; ready for readers when that is done. */
        BUILDING,
        /** Needs a person: its database is away, the feed is broken, or a fact cannot be folded. */
        DOWN
    }

    /**
     * How the follower fares.
     *
     * @param position      the last position worked in; −1 before the first
     * @param feedHead      the last position seen in the feed; −1 when none was seen
     * @param lag           positions seen and not worked in
     * @param behindSeconds for how long something seen has been waiting
     */
    record FeedHealth(
            Status status, boolean alive, long position, long feedHead, long lag, long behindSeconds, @MayBeAbsent String trouble) {}

    record Health(State status, FeedHealth feed, boolean store) {}

    /** The page of a problem. */
    record ProblemPage(String code, int status, String title, String detail, String advice) {}

    public SystemReads(FeedFollower follower, DataSource source, PrometheusMeterRegistry meters, Clock clock) {
        this.follower = follower;
        this.source = source;
        this.meters = meters;
        this.clock = clock;
    }

    /** 200 as long as reads can be answered and the feed needs nobody's help, else 503. */
    public Answer health(Ask ask) {
        FollowerState feed = follower.state();
        boolean store = storeAnswers();
        boolean broken = !follower.isAlive() || feed.needsHelp();
        State state = broken || !store ? State.DOWN
                : feed.status() == Status.BUILDING || isEmpty(feed) ? State.BUILDING
                : feed.status() == Status.FOLLOWING ? State.UP : State.BEHIND;
        return Answer.momentary(state == State.DOWN || state == State.BUILDING ? 503 : 200, new Health(state,
                new FeedHealth(feed.status(), follower.isAlive(), feed.position(), feed.feedHead(), feed.lag(),
                        feed.behindFor(clock.instant()).toSeconds(), feed.trouble()),
                store));
    }

    /** Nothing is worked in, and it is not known yet whether there is anything. */
    private static boolean isEmpty(FollowerState feed) {
        return feed.position() < 0 && feed.status() != Status.FOLLOWING;
    }

    private boolean storeAnswers() {
        try {
            return Sql.of("select position from follower").one(source, row -> row.getLong(1)).isPresent();
        } catch (StoreFailure away) {
            return false;
        }
    }

    /** For Prometheus (text format 0.0.4). */
    public Answer metrics(Ask ask) {
        return Answer.text("text/plain; version=0.0.4; charset=utf-8", meters.scrape());
    }

    /** What a problem's {@code type} points to. */
    public Answer problem(Ask ask) {
        ProblemCode code = ask.path("code", ProblemCode::valueOf);
        HttpProblem.Text text = Catalogue.page(code, ask.language());
        return Answer.json(new ProblemPage(code.name(), code.status(), text.title(), text.detail(), text.advice()));
    }
}
