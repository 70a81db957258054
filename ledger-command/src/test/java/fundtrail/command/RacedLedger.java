package fundtrail.command;

import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.axon.Outcome;
import fundtrail.command.decide.Command;
import fundtrail.command.gate.Wish;
import fundtrail.command.kit.Sample;
import fundtrail.command.open.OpenLedger;
import fundtrail.contract.Digest;
import fundtrail.contract.Entry;
import fundtrail.contract.Fact;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import fundtrail.eventstore.JdbcGroupStore;
import fundtrail.eventstore.JdbcSettings;
import fundtrail.eventstore.LaneSettings;
import fundtrail.eventstore.LedgerSchema;
import fundtrail.postgres.TestDatabase;
import fundtrail.postgres.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * A writing side on a real database, at which people wish at once. Every command needs one signature, so that a race is on
 * money and not on hands; the sample's people and those named are clerks.
 */
final class RacedLedger implements AutoCloseable {
    private static final Instant DAY_TWO = DAY.plusDays(1).atTime(10, 0).atZone(ZONE).toInstant();

    private final AtomicLong keys = new AtomicLong();
    private final WritingSide side;

    private RacedLedger(WritingSide side) {
        this.side = side;
    }

    /** In an order that a seed of its own chooses each time, or {@code -Dfundtrail.seed}; a failure names it. */
    static void race(Collection<PersonRef> people, List<Fact> more, BiConsumer<RacedLedger, Random> running) throws SQLException {
        long seed = Long.getLong("fundtrail.seed", System.nanoTime());
        try (RacedLedger ledger = opened(people, more)) {
            running.accept(ledger, new Random(seed));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("with -Dfundtrail.seed=" + seed, e);
        }
    }

    private static RacedLedger opened(Collection<PersonRef> people, List<Fact> more) throws SQLException {
        TestDatabase database = TestPostgres.freshDatabase();
        LedgerSchema.createRoles(database.dataSource());
        LedgerSchema.migrate(database.dataSource());
        WritingSide side = WritingSide.on(
                new JdbcGroupStore(database.dataSource(), database.dataSource(), JdbcSettings.of("race")), LaneSettings.defaults());
        List<Fact> facts = new ArrayList<>(Sample.opening());
        facts.add(new AuthorityMatrixSet(side.slices().all().stream()
                .map(slice -> AuthorityMatrixSet.Row.of(slice.name(), Role.CL))
                .toList()));
        for (PersonRef person : List.of(TESTER, OTHER)) {
            facts.add(new RoleGranted(person, Role.CL, DIVISION, null));
        }
        for (PersonRef person : people) {
            facts.add(new PersonRegistered(person, hash(person)));
            facts.add(new RoleGranted(person, Role.CL, DIVISION, null));
        }
        facts.addAll(more);
        side.open(new OpenLedger(facts, DAY.atTime(10, 0).atZone(ZONE).toInstant())).join();
        return new RacedLedger(side);
    }

    private static String hash(PersonRef person) {
        return Digest.sha256(person.value().getBytes(StandardCharsets.UTF_8));
    }

    WritingSide side() {
        return side;
    }

    /** Everything recorded so far. */
    List<Entry> log() {
        return side.entries(0, side.engine().durable());
    }

    /** What is answered to one wish, which is granted. */
    Outcome.Recorded ask(PersonRef by, Command wish) {
        Outcome outcome = tell(by, wish).join();
        assertTrue(outcome instanceof Outcome.Recorded, wish + ": " + outcome);
        return (Outcome.Recorded) outcome;
    }

    CompletableFuture<Outcome> tell(PersonRef by, Command wish) {
        String key = "k-" + keys.incrementAndGet();
        String registryHash = by.equals(TESTER) ? "0".repeat(64) : by.equals(OTHER) ? "1".repeat(64) : hash(by);
        return side.ask(wish, new Wish(by, key, Wish.hash(wish), DAY_TWO, "race", new ProposalId("prop-" + key), registryHash),
                Instant.now().plusSeconds(60));
    }

    @Override
    public void close() {
        side.close();
    }
}
