package fundtrail.load.bench;

import fundtrail.load.bureau.Bureau;
import fundtrail.load.wire.Reply;
import fundtrail.load.wire.Wire;
import fundtrail.tokens.RehearsalIssuer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongToIntFunction;

/** Cashiers who record returns of payments over HTTP, each on a connection of his own and with a token of his own. */
final class OverHttp implements AutoCloseable {
    private static final AtomicLong NUMBER = new AtomicLong();
    private static final Duration TOKEN = Duration.ofHours(8);
    private static final Duration ANSWERING = Duration.ofSeconds(60);

    private final int port;
    private final String batch;
    private final List<String> tokens = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();
    private final String run = Long.toString(System.nanoTime(), 36);

    OverHttp(int port, RehearsalIssuer issuer, int cashiers, String batch) {
        this.port = port;
        this.batch = batch;
        for (int cashier = 0; cashier < cashiers; cashier++) {
            tokens.add(issuer.token(Bureau.cashier(cashier), TOKEN, Instant.now()));
            wires.add(new Wire(port, ANSWERING));
        }
    }

    /** @param which the number of the payment for each return in turn */
    Spell spell(int callers, Duration time, LongToIntFunction which) throws InterruptedException {
        Spell.Work[] works = new Spell.Work[callers];
        for (int caller = 0; caller < callers; caller++) {
            int own = caller;
            works[caller] = () -> post(own, which);
        }
        return Spell.of(time, Thread.ofPlatform().factory(), works);
    }

    /** A cent of a payment comes back. */
    private void post(int caller, LongToIntFunction which) throws IOException {
        if (!posts(caller, which)) {
            throw new IllegalStateException("a posting was told to come again");
        }
    }

    /** The same; false when it is told to come again. */
    boolean posts(int caller, LongToIntFunction which) throws IOException {
        long number = NUMBER.incrementAndGet();
        String key = run + "-" + number;
        String body = "{\"payment\":\"" + Bureau.payment(batch, which.applyAsInt(number)) + "\",\"amount\":\"0.01\",\"bankRef\":\"" + key
                + "\",\"reason\":\"" + Bureau.REASON + "\"}";
        Reply reply = wires.get(caller).send(Wire.post(port, "/commands/return-payment", tokens.get(caller), key,
                body.getBytes(StandardCharsets.UTF_8)));
        if (reply.status() != 201 && reply.status() != 503) {
            throw new IllegalStateException("a posting was answered " + reply.status() + ": " + reply.text());
        }
        return reply.status() == 201;
    }

    @Override
    public void close() {
        wires.forEach(Wire::close);
    }
}
