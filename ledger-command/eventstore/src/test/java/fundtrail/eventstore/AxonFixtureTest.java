package fundtrail.eventstore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.eventstore.PurseFact.Drawn;
import fundtrail.eventstore.PurseFact.Filled;
import fundtrail.eventstore.PurseFact.Held;
import fundtrail.eventstore.PurseWish.Draw;
import fundtrail.eventstore.PurseWish.Fill;
import fundtrail.eventstore.PurseWish.Refusal;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Axon's given-when-then, on the wiring of production with facts in memory. */
class AxonFixtureTest {

    private final Purses purses = new Purses();
    private final LaneEngine engine = LaneEngine.open(new InMemoryGroupStore(), new PurseCodec(), purses, LaneSettings.defaults());
    private final AxonTestFixture fixture = AxonTestFixture.with(PurseWiring.of(engine, purses), AxonTestFixture.Customization::disableAxonServer);

    @AfterEach
    void stop() {
        fixture.stop();
        engine.close();
    }

    @Test
    void the_last_coin_may_be_drawn() {
        fixture.given().events(new Filled("P", 100), new Drawn("P", "d1", 40))
                .when().command(new Draw("P", "d2", 60))
                .then().success().resultMessagePayload("done").events(new Drawn("P", "d2", 60));
        assertEquals(2, engine.durable());
    }

    @Test
    void one_coin_more_is_refused() {
        fixture.given().events(new Filled("P", 100), new Drawn("P", "d1", 40))
                .when().command(new Draw("P", "d2", 61))
                .then().exception(Refusal.class, "exceeded").noEvents();
        assertEquals(1, engine.durable());
    }

    @Test
    void a_held_purse_stays_shut() {
        fixture.given().events(new Filled("P", 100), new Held("P"))
                .when().command(new Draw("P", "d1", 1))
                .then().exception(Refusal.class, "held").noEvents();
    }

    @Test
    void what_was_commanded_before_is_known() {
        fixture.given().command(new Fill("P", 100)).command(new Draw("P", "d1", 100))
                .when().command(new Draw("P", "d1", 100))
                .then().success().resultMessagePayload("done before").noEvents();
    }
}
