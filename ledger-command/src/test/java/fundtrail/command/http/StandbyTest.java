package fundtrail.command.http;

import static fundtrail.command.kit.RunningLedger.json;
import static fundtrail.command.kit.RunningLedger.succeeded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.CommandServer;
import fundtrail.command.kit.RunningLedger;
import fundtrail.eventstore.LaneEngine;
import fundtrail.eventstore.LaneEngine.Status;
import fundtrail.postgres.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes on one database, as callers and whoever runs them meet them. */
@ExtendWith(TestPostgres.class)
class StandbyTest {
    private static final String WISH = "{\"person\":\"p-accountant\",\"role\":\"CK\",\"division\":\"330521\"}";

    private final RunningLedger ledger = RunningLedger.rehearsal(Map.of("fundtrail.node", "north"));
    private final HttpClient client = HttpClient.newHttpClient();
    private CommandServer.Running other = start(Map.of());

    private CommandServer.Running start(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(ledger.settings());
        settings.put("fundtrail.node", "south");
        settings.putAll(more);
        return CommandServer.start(settings);
    }

    @AfterEach
    void close() {
        other.close();
        ledger.close();
    }

    @Test
    void a_standby_answers_that_it_stands_by_and_says_who_writes() {
        for (String[] request : List.of(new String[] {"POST", "/commands/grant-role"}, new String[] {"PUT", "/people/p-1"},
                new String[] {"PUT", "/documents/" + "0".repeat(64)}, new String[] {"POST", "/imports/disbursement-batch"},
                new String[] {"POST", "/opening/claims"})) {
            HttpResponse<String> answer = send(other, request[0], request[1], WISH, "en");
            assertEquals("503 STANDBY", status(answer), request[1]);
            assertEquals("1", answer.headers().firstValue("Retry-After").orElseThrow());
            assertTrue(json(answer).get("detail").asText().contains("as long as north writes this ledger"), answer.body());
        }
        HttpResponse<String> chinese = send(other, "POST", "/commands/grant-role", WISH, "zh-CN");
        assertTrue(json(chinese).get("detail").asText().contains("目前由 north 写入本账"), chinese.body());
        HttpResponse<String> health = send(other, "GET", "/health", null, "en");
        assertEquals("503 OUT_OF_SERVICE", health.statusCode() + " " + json(health).get("status").asText());
        assertEquals("STANDBY north", json(health).at("/components/lane/details/lane").asText() + " "
                + json(health).at("/components/lane/details/active").asText());
        assertEquals(200, send(other, "GET", "/metrics", null, "en").statusCode());
        assertEquals(200, send(other, "GET", "/openapi.json", null, "en").statusCode());
        assertEquals("UP", succeeded(ledger.send("GET", "/health", null, Map.of())).get("status").asText());
    }

    @Test
    void a_standby_takes_over_from_a_node_that_is_stopped_and_knows_what_that_one_answered() {
        HttpResponse<String> answered = propose(ledger.server(), "k1");
        assertEquals(201, answered.statusCode(), answered.body());
        ledger.stop();
        await("south writes", () -> propose(other, "k1").statusCode() == 200);
        assertEquals(json(answered).get("proposal"), json(propose(other, "k1")).get("proposal"));
        ledger.start();
        assertEquals("503 STANDBY", status(propose(ledger.server(), "k2")));
        assertEquals(201, propose(other, "k2").statusCode());
    }

    @Test
    void a_node_that_was_replaced_stands_by_in_the_same_process_and_takes_over_again() throws Exception {
        LaneEngine replaced = ledger.server().ledger().engine();
        ledger.asSuperuser("update ledger.epoch set epoch = epoch + 1, node = 'somebody'");
        await("it noticed", () -> ledger.server().ledger().engine() != replaced);
        await("one of them writes again", () -> isActive(ledger.server()) || isActive(other));
        HttpResponse<String> answered = null;
        for (int round = 0; round < 3; round++) {
            CommandServer.Running active = isActive(other) ? other : ledger.server();
            CommandServer.Running standby = active == other ? ledger.server() : other;
            await("the other one stands by", () -> standby.ledger().isStandby());
            answered = propose(active, "k" + round);
            assertEquals(201, answered.statusCode(), answered.body());
            LaneEngine before = active.ledger().engine();
            active.ledger().reopen("the test wants it");
            await("a new term", () -> active.ledger().engine() != before);
            await("one of them writes again", () -> isActive(active) || isActive(standby));
        }
        CommandServer.Running active = isActive(other) ? other : ledger.server();
        assertEquals(json(answered).get("proposal"), json(propose(active, "k2")).get("proposal"));
    }

    @Test
    void a_standby_with_another_ledgers_opening_does_not_start() throws IOException {
        other.close();
        other = null;
        Path another = ledger.folder().resolve("another.json");
        Files.writeString(another, RunningLedger.OPENING.replace("\"test\"", "\"another\""));
        RuntimeException refused = assertThrows(RuntimeException.class,
                () -> other = start(Map.of("fundtrail.opening", another.toString())));
        assertTrue(refused.toString().contains("another") || refused.getCause().toString().contains("another"), refused.toString());
        other = start(Map.of());
    }

    private static boolean isActive(CommandServer.Running server) {
        return server.ledger().engine().status() == Status.RUNNING;
    }

    private HttpResponse<String> propose(CommandServer.Running server, String key) {
        return send(server, "POST", "/commands/grant-role", WISH, "en", "Authorization", "Bearer " + ledger.token("an"),
                "Idempotency-Key", key, "Content-Type", "application/json");
    }

    private HttpResponse<String> send(CommandServer.Running server, String method, String path, String body, String language, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Accept-Language", language);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String status(HttpResponse<String> response) {
        return response.statusCode() + " " + json(response).get("code").asText();
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what).atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20)).until(condition);
    }
}
