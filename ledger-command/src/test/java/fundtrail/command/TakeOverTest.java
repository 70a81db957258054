package fundtrail.command;

import static fundtrail.command.kit.RunningLedger.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.kit.CommandProcess;
import fundtrail.command.kit.RunningLedger;
import fundtrail.postgres.TestPostgres;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes in processes of their own, stopped and killed under load. */
@ExtendWith(TestPostgres.class)
class TakeOverTest {
    private static final String WISH = "{\"person\":\"p-accountant\",\"role\":\"CK\",\"division\":\"330521\"}";

    /** What each key was answered with: its proposal. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile boolean over;

    @Test
    void a_node_stopped_or_killed_under_load_is_replaced_and_no_answer_is_lost() {
        try (RunningLedger ledger = new RunningLedger()) {
            ledger.stop();
            try (CommandProcess north = node(ledger, "north"); CommandProcess south = node(ledger, "south")) {
                List<Thread> callers = List.of(caller(ledger, north, south), caller(ledger, south, north), caller(ledger, north, south),
                        caller(ledger, south, north));
                awaitMore(50);
                north.signal("STOP");
                awaitMore(50);
                north.signal("CONT");
                Awaitility.await("north stands by again").atMost(Duration.ofSeconds(60)).until(() -> status(ask(ledger, north, "none")).equals("503 STANDBY"));
                awaitMore(50);
                south.kill();
                awaitMore(50);
                over = true;
                callers.forEach(TakeOverTest::join);
                assertEquals(List.of(), List.copyOf(unexpected), "at most 503 or no answer");
                acknowledged.forEach((key, proposal) -> {
                    HttpResponse<String> again = ask(ledger, north, key);
                    assertEquals("200 " + proposal, again.statusCode() + " " + json(again).path("proposal").asText(), key);
                });
            }
            ledger.start();
        }
    }

    private static CommandProcess node(RunningLedger ledger, String name) {
        Map<String, Object> settings = new HashMap<>(ledger.settings());
        settings.put("fundtrail.node", name);
        settings.put("fundtrail.command.person.burst", 100_000);
        settings.put("fundtrail.command.person.persecond", 100_000);
        return new CommandProcess(settings, ledger.folder());
    }

    /** Asks one node and, where that does not answer with a decision, the other, always with the same key, until one does. */
    private Thread caller(RunningLedger ledger, CommandProcess first, CommandProcess second) {
        return Thread.startVirtualThread(() -> {
            while (!over) {
                String key = "key-" + numbers.incrementAndGet();
                for (boolean other = false; !acknowledged.containsKey(key) && !over; other = !other) {
                    HttpResponse<String> answer = ask(ledger, other ? second : first, key);
                    if (answer != null && answer.statusCode() / 100 == 2) {
                        acknowledged.put(key, json(answer).get("proposal").asText());
                    } else {
                        if (answer != null && answer.statusCode() != 503) {
                            unexpected.add(answer.statusCode() + " " + answer.body());
                        }
                    }
                }
            }
        });
    }

    /** {@code null} when no answer came. */
    private static HttpResponse<String> ask(RunningLedger ledger, CommandProcess node, String key) {
        try {
            return node.post("/commands/grant-role", ledger.token("an"), key, WISH).orTimeout(2, TimeUnit.SECONDS).join();
        } catch (CompletionException lostOrTooLate) {
            return null;
        }
    }

    private static String status(HttpResponse<String> answer) {
        return answer == null ? "none" : answer.statusCode() + " " + json(answer).path("code").asText();
    }

    private void awaitMore(int answers) {
        int until = acknowledged.size() + answers;
        Awaitility.await(answers + " more answers").atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= until);
    }

    private static void join(Thread caller) {
        try {
            caller.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
