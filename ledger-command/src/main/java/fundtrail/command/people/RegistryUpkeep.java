package fundtrail.command.people;

import fundtrail.command.WritingSide;
import fundtrail.command.known.Known;
import fundtrail.command.people.PeopleRegistry.Found;
import fundtrail.contract.Fact;
import fundtrail.contract.fact.PersonErased;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.id.PersonRef;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the registry as the log says: whoever is erased by a fact is forgotten, and whoever is registered anew has the row
 * that the fact names, as soon as it is durable and again at every start, so that no crash and no restored backup brings
 * an old row back. And rows that were stored and never registered go.
 *
 * <p>A row is removed as unregistered only while it is old, judged by the very statement that removes it; and a wish to
 * register makes its row young again before it is decided ({@link PeopleRegistry#keep}). So one of two things happens
 * to a wish that comes at that moment: it finds no row and is turned away, or its row stays.
 */
public final class RegistryUpkeep implements AutoCloseable {
    /** How long a stored row waits for somebody to refer to it. */
    static final Duration UNREGISTERED = Duration.ofHours(24);

    private static final Duration BETWEEN_ROUNDS = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(RegistryUpkeep.class);

    private final WritingSide ledger;
    private final PeopleRegistry people;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            round -> Thread.ofPlatform().daemon().name("people-upkeep").unstarted(round));

    private RegistryUpkeep(WritingSide ledger, PeopleRegistry people) {
        this.ledger = ledger;
        this.people = people;
    }

    /** Makes the first round before it returns, or where another node writes, once this one has taken over; and another each hour. */
    public static RegistryUpkeep start(WritingSide ledger, PeopleRegistry people) throws Exception {
        RegistryUpkeep upkeep = new RegistryUpkeep(ledger, people);
        ledger.onTakeOver(upkeep::round);
        upkeep.rounds.scheduleWithFixedDelay(
                upkeep::roundUnlessAway, BETWEEN_ROUNDS.toSeconds(), BETWEEN_ROUNDS.toSeconds(), TimeUnit.SECONDS);
        return upkeep;
    }

    /** Does in the registry what these durable facts say. Doing it again changes nothing. */
    public void follow(Collection<Fact> facts) throws SQLException {
        people.erase(facts.stream()
                .filter(PersonErased.class::isInstance)
                .map(fact -> ((PersonErased) fact).person())
                .toList());
        replaceRegistered(people.waiting(facts.stream()
                .filter(PersonRegistered.class::isInstance)
                .map(fact -> ((PersonRegistered) fact).person())
                .toList()));
    }

    /** Not by the fact at hand, which may be an old one asked for again, but by the last: else an old row could come back. */
    private void replaceRegistered(Collection<Found> waiting) throws SQLException {
        if (!waiting.isEmpty()) {
            people.replace(ledger.look(known -> waiting.stream()
                    .filter(row -> known.people().isRegisteredUpTo(ledger.engine().durable(), row.person(), row.hash()))
                    .toList()).join());
        }
    }

    /** Erases whom facts erase, replaces what facts replaced, and removes what waited in vain. */
    void round() throws SQLException, ExecutionException, InterruptedException {
        if (ledger.isStandby() || ledger.ledger() == null) {
            return;
        }
        people.erase(ledger.look(known -> known.people().erasedUpTo(ledger.engine().durable())).get());
        replaceRegistered(people.waiting());
        List<PersonRef> old = people.untouchedFor(UNREGISTERED);
        if (!old.isEmpty()) {
            people.remove(ledger.look(known -> Registrations.unreferred(old, lastDay(known), known)).get(), UNREGISTERED);
        }
        List<Found> oldWaiting = people.waitingUntouchedFor(UNREGISTERED);
        if (!oldWaiting.isEmpty()) {
            people.removeWaiting(ledger.look(known -> Registrations.unreferredRows(oldWaiting, lastDay(known), known)).get(), UNREGISTERED);
        }
    }

    private void roundUnlessAway() {
        try {
            round();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException | ExecutionException | RuntimeException e) {
            LOG.warn("the people registry could not be brought to what the log says; the next try is in an hour", e);
        }
    }

    /** The day of the last fact: what has expired by then can be signed no more. */
    private LocalDate lastDay(Known known) {
        return known.dateOf(ledger.engine().headRecordedAt());
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
