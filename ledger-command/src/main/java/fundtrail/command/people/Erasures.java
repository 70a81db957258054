package fundtrail.command.people;

import fundtrail.command.WritingSide;
import fundtrail.contract.Fact;
import fundtrail.contract.fact.PersonErased;
import fundtrail.contract.id.PersonRef;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the registry forget what it must: whoever is erased by a fact, as soon as the fact is durable and again at every
 * start, so that a restored backup brings no name back; and rows that were stored and never registered.
 *
 * <p>A row is removed as unregistered only while it is old, judged by the very statement that removes it; and a wish to
 * register makes its row young again before it is decided ({@link PeopleRegistry#keep}). So one of two things happens
 * to a wish that comes at that moment: it finds no row and is turned away, or its row stays.
 */
public final class Erasures implements AutoCloseable {
    /** How long a stored row waits for somebody to refer to it. */
    static final Duration UNREGISTERED = Duration.ofHours(24);

    private static final Duration BETWEEN_ROUNDS = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private final WritingSide ledger;
    private final PeopleRegistry people;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            round -> Thread.ofPlatform().daemon().name("people-erasures").unstarted(round));

    private Erasures(WritingSide ledger, PeopleRegistry people) {
        this.ledger = ledger;
        this.people = people;
    }

    /** Makes the first round before it returns, and another each hour. */
    public static Erasures start(WritingSide ledger, PeopleRegistry people) throws SQLException, ExecutionException, InterruptedException {
        Erasures erasures = new Erasures(ledger, people);
        erasures.round();
        erasures.rounds.scheduleWithFixedDelay(
                erasures::roundUnlessAway, BETWEEN_ROUNDS.toSeconds(), BETWEEN_ROUNDS.toSeconds(), TimeUnit.SECONDS);
        return erasures;
    }

    /** Does in the registry what these durable facts say. Doing it again changes nothing. */
    public void follow(Collection<Fact> facts) throws SQLException {
        people.erase(facts.stream()
                .filter(PersonErased.class::isInstance)
                .map(fact -> ((PersonErased) fact).person())
                .toList());
    }

    /** Erases whom facts erase, and removes what waited in vain. */
    void round() throws SQLException, ExecutionException, InterruptedException {
        if (ledger.ledger() == null) {
            return;
        }
        people.erase(ledger.look(known -> known.people().erasedUpTo(ledger.engine().durable())).get());
        List<PersonRef> old = people.untouchedFor(UNREGISTERED);
        if (!old.isEmpty()) {
            people.remove(ledger.look(known -> Registrations.unreferred(old, known)).get(), UNREGISTERED);
        }
    }

    private void roundUnlessAway() {
        try {
            round();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException | ExecutionException | RuntimeException e) {
            LOG.warn("the people registry could not be looked through for what must be erased; the next try is in an hour", e);
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
