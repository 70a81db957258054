package fundtrail.eventstore;

import static fundtrail.eventstore.Outcomes.await;
import static fundtrail.eventstore.Outcomes.failure;
import static fundtrail.eventstore.Outcomes.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.eventstore.PurseWish.Draw;
import fundtrail.eventstore.PurseWish.Fill;
import fundtrail.postgres.TcpProxy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A network between the writer and its database that really fails. */
class NetworkTest {

    private static final JdbcSettings HURRIED = new JdbcSettings("A", Duration.ofSeconds(2), Duration.ofSeconds(1));

    @ParameterizedTest
    @EnumSource
    void a_connection_cut_around_a_commit_leaves_the_fact_there_once_and_its_caller_answered(TcpProxy.Fault fault) {
        try (var place = new TestLedger(); var network = place.network();
                var ledger = new PurseLedger(place.store(HURRIED, network), LaneSettings.defaults())) {
            get(ledger.send(new Fill("strike here", 100)));
            network.strike("strike here", fault);
            assertEquals("done", get(ledger.send(new Draw("strike here", "d1", 60))));
            network.awaitStruck();
            assertEquals("done before", get(ledger.send(new Draw("strike here", "d1", 60))));
            assertEquals(List.of("d1"), ledger.draws());
            assertTrue(ledger.engine.measures().outcomesUnknown.sum() > 0, "the writer was to notice");
        }
    }

    @Test
    void a_node_whose_network_swallows_everything_is_replaced_and_writes_nothing_when_it_is_back() {
        try (var place = new TestLedger(); var network = place.network();
                var cutOff = new PurseLedger(place.store(HURRIED, network), LaneSettings.defaults().withPatience(Duration.ofSeconds(1)));
                var standby = PurseLedger.standby(place.store(new JdbcSettings("B", Duration.ofSeconds(2), Duration.ofSeconds(3))), LaneSettings.defaults())) {
            get(cutOff.send(new Fill("P", 100)));
            network.swallow();
            var lost = cutOff.send(new Draw("P", "d1", 100));
            await("B leads", standby::takeTurn);
            get(standby.send(new Draw("P", "d2", 100)));
            failure(LaneFailure.GroupLost.class, lost);
            network.heal();
            await("A notices", () -> cutOff.engine.status() == LaneEngine.Status.FENCED);
            failure(LaneFailure.Fenced.class, cutOff.send(new Draw("P", "d3", 1)));
            assertEquals(List.of("d2"), standby.draws());
        }
    }
}
