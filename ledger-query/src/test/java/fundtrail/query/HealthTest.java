package fundtrail.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.EntryCodec;
import fundtrail.contract.fact.CommandRefused;
import fundtrail.contract.id.PersonRef;
import fundtrail.postgres.TestPostgres;
import fundtrail.query.follow.FeedEntry;
import fundtrail.query.follow.FollowerState.Status;
import fundtrail.query.http.Served;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestPostgres.class)
class HealthTest {
    private RunningQuery running;

    @BeforeEach void read(@TempDir Path keys) {
        running = RunningQuery.chenghu(keys);
    }

    @AfterEach void closed() {
        running.close();
    }

    @Test void while_the_feed_is_followed_health_is_green_with_position_and_lag() {
        var health = health(200);
        assertEquals("UP", health.get("status").textValue());
        assertEquals(running.ledger().head(), health.get("feed").get("position").longValue());
        assertEquals(0, health.get("feed").get("lag").longValue());
        assertTrue(health.get("feed").get("alive").booleanValue());
    }

    @Test void without_the_feed_what_is_known_can_still_be_read() {
        running.get("p-au", "/api/ledger");
        running.ledger().execute("alter table ledger.feed rename to elsewhere");
        Eventually.that(() -> running.query().following().status() == Status.RETRYING, running.query()::following);
        assertEquals("BEHIND", health(200).get("status").textValue());
        assertEquals("64000.00", running.get("p-au", "/api/balances?account=TREASURY_CASH&fundSource=CEN")
                .get("items").get(0).get("balance").textValue());
    }

    @Test void what_has_nothing_yet_and_cannot_look_is_not_ready_for_readers(@TempDir Path keys) {
        try (var empty = new RunningQuery(keys)) {
            Eventually.that(() -> empty.query().following().status() == Status.FOLLOWING, empty.query()::following);
            empty.ledger().execute("alter table ledger.feed rename to elsewhere");
            Eventually.that(() -> empty.query().following().status() == Status.RETRYING, empty.query()::following);
            var health = empty.ask(null, "/health");
            assertEquals(503, health.statusCode());
            assertEquals("BUILDING", Served.json(health).get("status").textValue());
        }
    }

    @Test void a_broken_feed_turns_health_red_and_says_why_without_giving_anything_away() {
        running.ledger().execute("delete from ledger.feed where position > 40");
        Eventually.that(() -> running.query().following().status() == Status.STOPPED, running.query()::following);
        var health = health(503);
        assertEquals("DOWN", health.get("status").textValue());
        assertTrue(health.get("feed").get("trouble").textValue().startsWith("SHORTER_THAN_BEFORE"));
        assertFalse(health.toString().contains("jdbc"));
    }

    @Test void a_fact_that_cannot_be_folded_turns_health_red() {
        var row = running.ledger().next(new CommandRefused(new PersonRef("p-cl"), "DisburseBatch", "CASH_EXCEEDED", "CEN"));
        byte[] newer = new String(row.entry(), StandardCharsets.UTF_8).replace("\"version\":1", "\"version\":99").getBytes(StandardCharsets.UTF_8);
        running.ledger().write(new FeedEntry(row.position(), row.recordedAt(), row.type(), 99, newer, EntryCodec.leafHash(newer)));
        Eventually.that(() -> running.query().following().status() == Status.RETRYING, running.query()::following);
        assertEquals("NOT_WORKED_IN", health(503).get("feed").get("trouble").textValue());
        assertEquals(200, running.ask("p-au", "/api/ledger").statusCode(), "what was known before is answered still");
    }

    @Test void without_its_store_health_is_red_and_reads_ask_to_come_back() {
        running.get("p-au", "/api/ledger");
        String database = running.store().url().replaceFirst(".*/", "");
        running.ledger().execute("alter database " + database + " with allow_connections false");
        running.ledger().execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'");
        assertEquals("DOWN", health(503).get("status").textValue());
        var refused = running.ask("p-au", "/api/ledger");
        assertEquals("STORE_AWAY", Served.json(refused).get("code").textValue());
        assertEquals("5", refused.headers().firstValue("retry-after").orElseThrow());
        running.ledger().execute("alter database " + database + " with allow_connections true");
        Eventually.that(() -> running.ask("p-au", "/api/ledger").statusCode() == 200, running.query()::following);
    }

    @Test void measures_tell_position_lag_and_each_read() {
        running.get("p-au", "/api/ledger");
        running.ask("p-au", "/api/institutions/none");
        String measures = measures();
        assertTrue(measures.contains("fundtrail_feed_position " + running.ledger().head() + ".0"), measures);
        assertTrue(measures.contains("fundtrail_feed_lag 0.0"), measures);
        assertTrue(measures.contains("fundtrail_feed_following 1.0"), measures);
        assertTrue(measures.contains("fundtrail_reads_seconds_count{operation=\"ledger\",status=\"200\"}"), measures);
        assertTrue(measures.contains("fundtrail_reads_seconds_count{operation=\"institution\",status=\"404\"}"), measures);
    }

    @Test void a_fact_recorded_while_we_follow_is_in_the_histogram_of_its_way_to_the_reader() {
        assertTrue(measures().contains("fundtrail_feed_readable_after_seconds_count 0\n"), this::measures);
        running.ledger().recordedNow().write(new CommandRefused(new PersonRef("p-cl"), "DisburseBatch", "CASH_EXCEEDED", "CEN"));
        Eventually.that(() -> measures().contains("fundtrail_feed_readable_after_seconds_count 1\n"), this::measures);
    }

    private String measures() {
        return new String(running.ask(null, "/metrics").body(), StandardCharsets.UTF_8);
    }

    private JsonNode health(int status) {
        var response = running.ask(null, "/health");
        assertEquals(status, response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
        return Served.json(response);
    }
}
