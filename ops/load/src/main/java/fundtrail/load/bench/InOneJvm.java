package fundtrail.load.bench;

import fundtrail.command.WritingSide;
import fundtrail.command.axon.Outcome;
import fundtrail.command.gate.Wish;
import fundtrail.command.returnpayment.ReturnPayment;
import fundtrail.contract.Money;
import fundtrail.contract.id.PaymentId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import fundtrail.eventstore.JdbcGroupStore;
import fundtrail.eventstore.JdbcSettings;
import fundtrail.eventstore.LaneSettings;
import fundtrail.load.bureau.Bureau;
import fundtrail.load.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** The writing side without its door, in this process: returns of payments are decided, encoded and committed in groups. */
final class InOneJvm implements AutoCloseable {
    private static final AtomicLong NUMBER = new AtomicLong();

    private final WritingSide ledger;
    private final Stages stages = new Stages();
    private final PersonRef cashier = new PersonRef("p-" + Bureau.cashier(0));
    private final String registryHash;
    private final String run = Long.toString(System.nanoTime(), 36);

    InOneJvm(Site site, String database) {
        ledger = WritingSide.on(
                new JdbcGroupStore(site.application(database), site.application(database), JdbcSettings.of("bench")),
                LaneSettings.defaults().withWatch(stages));
        registryHash = ledger.look(known -> known.people().person(cashier).registryHash()).join();
    }

    /** A cent of this payment comes back. */
    private CompletableFuture<Outcome> ask(PaymentId payment) {
        String key = run + "-" + NUMBER.incrementAndGet();
        ReturnPayment wish = new ReturnPayment(null, payment, Money.yuan("0.01"), key, Bureau.REASON);
        return ledger.ask(wish, new Wish(cashier, key, Wish.hash(wish), null, key, new ProposalId("p" + key), registryHash),
                Instant.now().plusSeconds(30));
    }

    /** All callers have money of one payment come back. */
    Spell spell(int callers, Duration time, PaymentId payment) throws InterruptedException {
        Spell.Work[] works = new Spell.Work[callers];
        Arrays.fill(works, (Spell.Work) () -> recorded(ask(payment).join()));
        return Spell.of(time, Thread.ofPlatform().factory(), works);
    }

    /** So many more returns, by nobody who waits for each. */
    void fill(long number, PaymentId payment) throws InterruptedException {
        int under = 2_000;
        Semaphore room = new Semaphore(under);
        AtomicReference<Throwable> failed = new AtomicReference<>();
        for (long i = 0; i < number && failed.get() == null; i++) {
            room.acquire();
            ask(payment).thenAccept(InOneJvm::recorded).whenComplete((nothing, failure) -> {
                if (failure != null) {
                    failed.set(failure);
                }
                room.release();
            });
        }
        room.acquire(under);
        if (failed.get() != null) {
            throw new IllegalStateException("a posting failed", failed.get());
        }
    }

    private static void recorded(Outcome outcome) {
        if (!(outcome instanceof Outcome.Recorded)) {
            throw new IllegalStateException("expected a posting, got " + outcome);
        }
    }

    /** Where the time of what was asked for since the last call went. */
    Stages stages() {
        return stages;
    }

    /** How many bytes the newest entry has. */
    int entryBytes() {
        return ledger.engine().reader().at(ledger.engine().durable()).orElseThrow().entry().length;
    }

    long head() {
        return ledger.engine().durable();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
