package fundtrail.command.axon;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static fundtrail.command.decide.RefusalCode.UNALLOTTED_EXCEEDED;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.Slices;
import fundtrail.command.allotbudget.AllotBudget;
import fundtrail.command.gate.Wish;
import fundtrail.command.kit.Sample;
import fundtrail.command.known.Known;
import fundtrail.contract.Envelope;
import fundtrail.contract.Fact;
import fundtrail.contract.FactTypes;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.CommandRefused;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.id.ProposalId;
import fundtrail.door.Correlation;
import fundtrail.eventstore.InMemoryGroupStore;
import fundtrail.eventstore.LaneEngine;
import fundtrail.eventstore.LaneSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** The production wiring of Axon, on a store in memory: lane, engine, codec, gate and state at the head. */
class AxonWiringTest {
    private final Known known = new Known();
    /** What log lines would bear whenever the lane looks at the clock. */
    private final List<String> correlations = new CopyOnWriteArrayList<>();
    private final LaneEngine engine = LedgerConfiguration.standby(new InMemoryGroupStore(this::now), known, LaneSettings.defaults());
    private final AxonTestFixture fixture = AxonTestFixture.with(
            LedgerConfiguration.configurer(engine, known, new Slices()), AxonTestFixture.Customization::disableAxonServer);

    private Instant now() {
        correlations.add(String.valueOf(MDC.get(Correlation.LOGGED)));
        return Instant.now();
    }

    @BeforeEach
    void lead() {
        assertTrue(engine.lead());
    }

    @AfterEach
    void stop() {
        fixture.stop();
        engine.close();
    }

    @Test
    void a_wish_goes_through_the_lane_and_becomes_a_fact_with_its_envelope() {
        AllotBudget wish = wish("60.00");
        fixture.given().events(messages(budgetOf100()))
                .when().command(wish, around(wish).metadata())
                .then()
                .success()
                .events(allotted(CEN_H1, H1, CEN, "60.00"))
                .eventsSatisfy(events -> {
                    Envelope envelope = FactMessages.envelope(events.getLast());
                    assertEquals(TESTER.value(), envelope.actor());
                    assertEquals(Wish.hash(wish), envelope.wishHash());
                    assertEquals(DOCUMENT, envelope.document());
                    assertEquals("default-1", envelope.ruleSet());
                });
    }

    @Test
    void what_the_lane_logs_for_a_wish_bears_its_correlation_id() {
        AllotBudget wish = wish("60.00");
        fixture.given().events(messages(budgetOf100())).when().command(wish, around(wish).metadata()).then().success();
        assertTrue(correlations.contains("test"), correlations.toString());
        assertEquals("null", get(engine.lane().ask(() -> String.valueOf(MDC.get(Correlation.LOGGED)))), "the next task is another's");
    }

    private static <T> T get(CompletableFuture<T> answer) {
        return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Test
    void a_refusal_is_an_answer_and_leaves_a_recorded_refusal_without_a_key() {
        AllotBudget wish = wish("100.01");
        fixture.given().events(messages(budgetOf100()))
                .when().command(wish, around(wish).metadata())
                .then()
                .resultMessagePayloadSatisfies(outcome -> assertEquals(
                        UNALLOTTED_EXCEEDED, assertInstanceOf(Outcome.Refusal.class, outcome).refused().code()))
                .events(new CommandRefused(TESTER, "AllotBudget", "UNALLOTTED_EXCEEDED", "CEN"));
    }

    private static AllotBudget wish(String yuan) {
        return new AllotBudget(DAY, DOCUMENT, CEN_H1, H1, DIVISION, CEN, BPH, YEAR, CLASSES, yuan(yuan));
    }

    private static Wish around(AllotBudget wish) {
        return new Wish(TESTER, "k-1", Wish.hash(wish), null, "test", new ProposalId("prop-1"), "0".repeat(64));
    }

    private static List<Fact> budgetOf100() {
        List<Fact> facts = new ArrayList<>(Sample.opening());
        facts.add(new AuthorityMatrixSet(List.of(AuthorityMatrixSet.Row.of("AllotBudget", Role.BO))));
        facts.add(new RoleGranted(TESTER, Role.BO, DIVISION, null));
        facts.addAll(List.of(institution(H1), source(CEN), budget(CEN, "100.00")));
        return facts;
    }

    private static List<EventMessage> messages(List<Fact> facts) {
        var at = DAY.atTime(10, 0).atZone(ZONE).toInstant();
        return facts.stream()
                .map(fact -> {
                    FactTypes.FactType type = FactTypes.of(fact.getClass());
                    return FactMessages.message(
                            new Envelope(Identities.eventId(at), Identities.nonce(), type.name(), type.version(), DAY,
                                    Envelope.LEDGER, List.of(), null, null, "test", null, null, DOCUMENT, null),
                            fact, at, false);
                })
                .toList();
    }
}
