package fundtrail.command.people;

import fundtrail.command.people.PeopleRegistry.Found;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whose sign-in the last ones were, for a moment: who posts wishes one after the other is looked up in the database once
 * a moment and not at each. What changes through the registry is forgotten at once; what is changed past it, or by another
 * node, when the moment is over. Nobody is remembered as unknown.
 */
final class RecentSignIns {
    @FunctionalInterface
    interface Lookup {
        Optional<Found> found() throws SQLException;
    }

    private record SignIn(String issuer, String subject) {}

    private record Kept(Found found, long since) {}

    private static final int MOST_KEPT = 10_000;

    private final long nanos;
    private final Map<SignIn, Kept> kept = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SignIn, Kept> eldest) {
            return size() > MOST_KEPT;
        }
    };
    /** How often all was forgotten: what was read before that is not kept. */
    private long forgotten;

    /** @param moment how long one is remembered; zero: not at all */
    RecentSignIns(Duration moment) {
        this.nanos = moment.toNanos();
    }

    /** Who signs in so, as he was a moment ago or as he is found now. */
    Optional<Found> found(String issuer, String subject, Lookup lookup) throws SQLException {
        var signIn = new SignIn(issuer, subject);
        long before;
        synchronized (this) {
            Kept one = kept.get(signIn);
            if (one != null && System.nanoTime() - one.since() < nanos) {
                return Optional.of(one.found());
            }
            before = forgotten;
        }
        long since = System.nanoTime();
        Optional<Found> found = lookup.found();
        found.ifPresent(person -> keep(signIn, new Kept(person, since), before));
        return found;
    }

    private synchronized void keep(SignIn signIn, Kept one, long before) {
        if (forgotten == before) {
            kept.put(signIn, one);
        }
    }

    /** The registry changed. */
    synchronized void forget() {
        forgotten++;
        kept.clear();
    }
}
