package fundtrail.load.hammer;

import static fundtrail.load.hammer.CounterExample.unless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fundtrail.load.bureau.Bureau;
import fundtrail.load.wire.Reply;
import fundtrail.load.wire.Wire;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * One cashier who asks for one thing after another. What got no answer is asked again with the same key until it has one;
 * now and then something long answered is asked again, or its key used for something else.
 */
final class Caller {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWERING = Duration.ofSeconds(40);
    /** However many faults come one after another, an answer is there by then. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int MOST_REMEMBERED = 1_000;

    private final int cashier;
    private final String token;
    private final List<Wire> nodes = new ArrayList<>();
    private final List<Integer> ports;
    private final Deque<String> unconfirmed;
    private final Plan plan;
    private final Random random;
    private final Model model;
    private final Tally tally;
    private final List<Given> remembered = new ArrayList<>();
    private int node;
    private long number;

    /**
     * @param payments whose money may come back
     * @param first    from which day on things may count, and for how many days
     */
    record Plan(List<String> payments, LocalDate first, int days) {}

    /** @param unconfirmed the payments that only this caller confirms */
    Caller(int cashier, String token, List<Integer> ports, Plan plan, List<String> unconfirmed, long seed, Model model, Tally tally) {
        this.cashier = cashier;
        this.token = token;
        this.ports = ports;
        this.plan = plan;
        this.unconfirmed = new ArrayDeque<>(unconfirmed);
        this.random = new Random(seed);
        this.model = model;
        this.tally = tally;
        ports.forEach(port -> nodes.add(new Wire(port, ANSWERING)));
    }

    void run(BooleanSupplier more) {
        try {
            while (more.getAsBoolean()) {
                switch (random.nextInt(20)) {
                    case 0 -> askAgain();
                    case 1 -> reuse();
                    default -> post(next());
                }
            }
        } finally {
            nodes.forEach(Wire::close);
        }
    }

    private Wish next() {
        String key = Bureau.cashier(cashier) + "-" + number++;
        LocalDate day = plan.first().plusDays(random.nextInt(plan.days()));
        int dice = random.nextInt(10);
        if (dice == 0 && !unconfirmed.isEmpty()) {
            return new Wish(Wish.Kind.CONFIRMATION, cashier, key, unconfirmed.poll(), 0, day);
        }
        if (dice < 4) {
            return new Wish(Wish.Kind.RECEIPT, cashier, key, null, 1 + random.nextInt(1_000_000), day);
        }
        // Half of all returns meet on one payment: one allotment is hot.
        String payment = plan.payments().get(random.nextBoolean() ? 0 : random.nextInt(plan.payments().size()));
        return new Wish(Wish.Kind.RETURN, cashier, key, payment, 1 + random.nextInt(50), day);
    }

    private void post(Wish wish) {
        Reply reply = answered(wish);
        unless(reply.status() == 201 || reply.status() == 200, "%s was answered %d: %s", wish, reply.status(), reply.text());
        JsonNode answer = json(reply);
        Given given = new Given(wish, answer.get("firstPosition").longValue(), answer.get("lastPosition").longValue(),
                answer.get("recordedAt").textValue(), reply.text());
        model.acknowledged(given);
        tally.postings.increment();
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.add(given);
        } else {
            remembered.set(random.nextInt(MOST_REMEMBERED), given);
        }
    }

    private void askAgain() {
        if (!remembered.isEmpty()) {
            again(remembered.get(random.nextInt(remembered.size())));
        }
    }

    /** The same wish is given the same answer. */
    void again(Given given) {
        Reply reply = answered(given.wish());
        unless(reply.status() == 200 && reply.text().equals(given.answer()), "asked again, %s was answered %d %s, and at first %s",
                given.wish(), reply.status(), reply.text(), given.answer());
        tally.again.increment();
    }

    private void reuse() {
        if (remembered.isEmpty()) {
            return;
        }
        Wish other = remembered.get(random.nextInt(remembered.size())).wish().other();
        Reply reply = answered(other);
        unless(reply.status() == 409 && json(reply).get("code").textValue().equals("KEY_REUSED"),
                "a key was used again for something else, %s, and that was answered %d: %s", other, reply.status(), reply.text());
        tally.reused.increment();
    }

    /** Asks until there is an answer that says something. */
    private Reply answered(Wish wish) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (int attempt = 1; ; attempt++) {
            long pause = PAUSE.toNanos() * (1 + random.nextInt(4));
            try {
                Reply reply = nodes.get(node).send(Wire.post(ports.get(node), wish.path(), token, wish.key(), wish.body()));
                if (reply.status() != 503) {
                    return reply;
                }
                unless(reply.retryAfter() > 0, "503 without Retry-After: %s", reply.text());
                tally.comeAgain.increment();
                // Another node may answer at once; when all have asked to come again, that is done.
                pause = attempt % nodes.size() == 0 ? Duration.ofSeconds(reply.retryAfter()).toNanos() : 0;
            } catch (IOException unknown) {
                tally.unknown.increment();
            }
            unless(System.nanoTime() < until, "for %s nobody answered %s", PATIENCE, wish);
            node = (node + 1) % nodes.size();
            LockSupport.parkNanos(pause);
        }
    }

    private static JsonNode json(Reply reply) {
        try {
            return JSON.readTree(reply.body());
        } catch (IOException e) {
            throw new CounterExample("an answer is no JSON: " + reply.text());
        }
    }
}
