package fundtrail.load.hammer;

import fundtrail.client.Addresses;
import fundtrail.client.LedgerApi;
import fundtrail.client.Words;
import fundtrail.load.bureau.Bureau;
import fundtrail.load.hammer.Told.Step;
import fundtrail.load.site.Service;
import fundtrail.load.site.Site;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One run: a ledger of its own is made ready, loaded by cashiers while faults befall it, looked at meanwhile, and held
 * against the model when all is answered.
 *
 * @param nodes    of the writing side, one active and the others standing by
 * @param postings how many at most
 * @param time     how long at most
 * @param faults   which befall it, one about every {@code pause}; none for a quiet run
 * @param told     what is told on the way
 */
record Run(Path folder, int nodes, int clients, long postings, Duration time, long seed, List<Fault> faults, Duration pause,
        Told told) {
    private static final int ALLOTMENTS = 40;
    private static final long ALLOTTED = 20_000;
    private static final long PAID = 10_000;
    private static final String BATCH = "B";
    private static final LocalDate FIRST = LocalDate.ofInstant(Bureau.PAYING, ZoneOffset.UTC);
    private static final int DAYS = 60;
    private static final Duration LASTING = Duration.ofMinutes(2);
    private static final Duration GLANCE = Duration.ofMillis(500);

    /** How it ended. @param positions in the log */
    record Verdict(Tally tally, long positions) {}

    /** @throws CounterExample when the ledger did what it must not */
    Verdict run() throws SQLException, InterruptedException {
        told.begins(Step.STARTING);
        try (Site site = Site.in(folder, time.compareTo(LASTING) < 0 ? Site.BRIEF : Site.LASTING)) {
            List<Service> writing = IntStream.range(0, nodes).mapToObj(node -> site.commandNode("node-" + node)).toList();
            writing.getFirst().start().await();
            writing.stream().skip(1).forEach(Service::start);
            Service reading = site.queryNode("reading").start().await();
            Addresses addresses = Addresses.local(writing.getFirst().port(), reading.port());
            try (LedgerApi api = new LedgerApi(addresses, Words.in("en")); Bureau bureau = new Bureau(api, site.issuer())) {
                told.begins(Step.PREPARING);
                bureau.open(clients, ALLOTMENTS, ALLOTTED);
                bureau.approve(BATCH, ALLOTMENTS, ALLOTMENTS, PAID);
                bureau.pay(BATCH);
                long before = bureau.today(FIRST.plusDays(DAYS));
                Model model = new Model(2 * ALLOTMENTS * ALLOTTED, 2 * ALLOTMENTS * ALLOTTED + 1, ALLOTMENTS * ALLOTTED, ALLOTMENTS * PAID);
                return load(site, writing, bureau, model, new Audit(model, new ReadingSide(api, bureau.token("auditor")), before));
            }
        }
    }

    private Verdict load(Site site, List<Service> writing, Bureau bureau, Model model, Audit audit) throws InterruptedException {
        told.begins(Step.LOADING);
        Tally tally = new Tally();
        AtomicReference<Throwable> failed = new AtomicReference<>();
        Instant end = Instant.now().plus(time);
        BooleanSupplier more = () -> failed.get() == null && Instant.now().isBefore(end) && tally.postings.sum() < postings;
        List<Caller> callers = callers(writing, bureau, model, tally);
        try (ExecutorService all = Executors.newCachedThreadPool()) {
            List<Future<?>> done = new ArrayList<>();
            callers.forEach(caller -> done.add(all.submit(() -> noting(failed, () -> caller.run(more)))));
            done.add(all.submit(() -> noting(failed, () -> glance(audit, more, tally))));
            done.add(all.submit(() -> noting(failed, () -> befall(site, writing, more, tally))));
            for (Future<?> one : done) {
                one.get();
            }
        } catch (ExecutionException e) {
            failed.compareAndSet(null, e.getCause());
        }
        rethrow(failed.get());
        told.begins(Step.ASKING_AGAIN);
        askAgain(sample(model), callers);
        told.begins(Step.AUDITING);
        return new Verdict(tally, audit.complete(FIRST, DAYS));
    }

    private static void askAgain(List<Given> given, List<Caller> callers) {
        AtomicReference<Throwable> failed = new AtomicReference<>();
        try (ExecutorService all = Executors.newCachedThreadPool()) {
            given.stream().collect(Collectors.groupingBy(one -> one.wish().cashier())).forEach((cashier, own) ->
                    all.submit(() -> noting(failed, () -> own.forEach(callers.get(cashier)::again))));
        }
        rethrow(failed.get());
    }

    /** Whoever fails first ends the run: the others stop at their next wish. */
    private static void noting(AtomicReference<Throwable> failed, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            failed.compareAndSet(null, e);
        }
    }

    private static void rethrow(Throwable failure) {
        switch (failure) {
            case null -> { }
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }

    private List<Caller> callers(List<Service> writing, Bureau bureau, Model model, Tally tally) {
        List<String> payments = IntStream.range(0, ALLOTMENTS).mapToObj(number -> Bureau.payment(BATCH, number)).toList();
        List<Integer> ports = writing.stream().map(Service::port).toList();
        return IntStream.range(0, clients).mapToObj(cashier -> new Caller(
                cashier, bureau.token(Bureau.cashier(cashier)), ports, new Caller.Plan(payments, FIRST, DAYS),
                IntStream.range(0, ALLOTMENTS).filter(number -> number % clients == cashier).mapToObj(payments::get).toList(),
                seed * 1_000 + cashier, model, tally)).toList();
    }

    /** Of what was acknowledged, enough to be asked for once more; all of it in a short run. */
    private List<Given> sample(Model model) {
        List<Given> given = model.given();
        int step = 1 + given.size() / 20_000;
        return IntStream.range(0, given.size()).filter(number -> number % step == 0).mapToObj(given::get).toList();
    }

    private void glance(Audit audit, BooleanSupplier more, Tally tally) {
        Random random = new Random(seed);
        while (more.getAsBoolean()) {
            if (audit.glance(random, FIRST, DAYS)) {
                tally.glances.increment();
            }
            told.goes(tally);
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    private void befall(Site site, List<Service> writing, BooleanSupplier more, Tally tally) {
        Random random = new Random(seed);
        while (!faults.isEmpty()) {
            long until = System.nanoTime() + pause.toNanos();
            while (more.getAsBoolean() && System.nanoTime() < until) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            if (!more.getAsBoolean()) {
                return;
            }
            Fault fault = faults.get(random.nextInt(faults.size()));
            try {
                fault.befall(site, writing, random);
            } catch (SQLException e) {
                throw new IllegalStateException("the fault " + fault + " could not be made", e);
            }
            tally.faults.increment();
        }
    }
}
