package fundtrail.query.http;

import fundtrail.query.http.Route.Endpoint;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many answers of a kind are worked out at once; the rest wait a moment, and are then told to come again. */
public final class Slots {
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Semaphore free;
    private final Duration longestWait;

    /** @param count how many there are */
    public Slots(int count, Duration longestWait) {
        this.free = new Semaphore(count);
        this.longestWait = longestWait;
    }

    /** The same endpoint, in one of these. */
    public Endpoint within(Endpoint endpoint) {
        return ask -> answer(endpoint, ask);
    }

    /** @throws HttpProblem 503 when none became free in time */
    Answer answer(Endpoint endpoint, Ask ask) throws Exception {
        if (!free.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
            throw HttpProblem.of(ProblemCode.OVERLOADED).retryAfter(RETRY_AFTER_SECONDS);
        }
        try {
            return endpoint.answer(ask);
        } finally {
            free.release();
        }
    }
}
