package fundtrail.eventstore;

import static fundtrail.eventstore.Outcomes.get;

import fundtrail.eventstore.GroupHook.Step;
import fundtrail.eventstore.PurseWish.Fill;
import fundtrail.postgres.PrivatePostgres;
import fundtrail.postgres.TestDatabase;
import fundtrail.postgres.TestPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Rounds in which a node, or PostgreSQL, is killed at a step of a group; after each the ledger must be whole. Each round's
 * step and moment follow from the seed. A database of its own, in a folder that is deleted when it is closed.
 */
public final class CrashRounds implements AutoCloseable {

    private static final int NODE_SECONDS = 90;
    private static final Step[] STEPS = Step.values();

    private final Path folder;
    private final List<String> acknowledged = new ArrayList<>();
    private PrivatePostgres server;
    private TestLedger place;

    public CrashRounds() throws IOException, SQLException {
        folder = Files.createTempDirectory("crash-rounds");
        server = start();
        try (Connection connection = server.connect("postgres"); Statement statement = connection.createStatement()) {
            statement.execute("create database ledger");
        }
        place = new TestLedger(database());
    }

    private PrivatePostgres start() {
        return PrivatePostgres.in(folder.resolve("postgres")).unpackedIn(TestPostgres.binaries()).start();
    }

    private TestDatabase database() {
        return new TestDatabase(server.jdbcUrl("ledger"), server.superuser(), server.password());
    }

    /** Arguments: how many rounds (of each kind), and a seed. Ends with 0, or with the first counter-example and its seed. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        System.exit(run(rounds, seed, System.out));
    }

    /** @return 0, or 1 after the first round that left the ledger in another state than it must */
    public static int run(int rounds, long seed, PrintStream out) throws Exception {
        int round = 0;
        try (var crashes = new CrashRounds()) {
            for (; round < rounds; round++) {
                crashes.killNode(round, seed);
                crashes.killPostgres(round, seed);
            }
            out.println(2 * rounds + " crashes, " + crashes.acknowledged.size() + " appends acknowledged, none lost, none doubled, none in half; seed " + seed);
            return 0;
        } catch (AssertionError | RuntimeException counterExample) {
            out.println("round " + round + " of seed " + seed + ": " + counterExample);
            counterExample.printStackTrace(out);
            return 1;
        }
    }

    /** kill -9 of a node of its own process, at this round's step. */
    void killNode(int round, long seed) throws IOException, SQLException, InterruptedException {
        var random = new Random(seed + round);
        Step step = STEPS[round % STEPS.length];
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData", "-XX:+UseSerialGC", "-Daxoniq.update-checker.disabled=true", "-Djava.io.tmpdir=" + folder, "-cp", System.getProperty("java.class.path"), DrawingNode.class.getName(),
                database().url(), database().user(), database().password(), "n" + round + "-" + seed, step.name(), Integer.toString(1 + random.nextInt(40)));
        Process node = new ProcessBuilder(command).redirectErrorStream(true).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var tooLate = new AtomicBoolean();
        var limit = CompletableFuture.delayedExecutor(NODE_SECONDS, TimeUnit.SECONDS);
        var end = CompletableFuture.runAsync(() -> {
            tooLate.set(true);
            node.destroyForcibly();
        }, limit);
        try (var said = node.inputReader()) {
            said.lines().filter(line -> line.startsWith("acknowledged ")).forEach(line -> acknowledged.add(line.substring("acknowledged ".length())));
        } finally {
            end.cancel(false);
            node.destroyForcibly();
        }
        if (node.waitFor() != 128 + 9 || tooLate.get()) throw new AssertionError("the node was to be killed at " + step + " and ended with " + node.exitValue());
        try (var next = new PurseLedger(place.store("after"), LaneSettings.defaults())) {
            WholeLedger.check(place, next, acknowledged);
        }
    }

    /** kill -9 of PostgreSQL at this round's step; the node goes on when it is back. */
    void killPostgres(int round, long seed) throws SQLException {
        var random = new Random(seed - round - 1);
        Step step = STEPS[round % STEPS.length];
        var killed = new CountDownLatch(1);
        var hook = new KillAt(step, 5 + random.nextInt(40), () -> {
            server.kill();
            killed.countDown();
        });
        try (var ledger = new PurseLedger(place.store("p"), LaneSettings.defaults().withGroup(6, 1 << 20).withHook(hook))) {
            if (ledger.engine.durable() < 0) get(ledger.send(new Fill("P", Long.MAX_VALUE / 2)));
            try (var callers = new DrawingCallers("p" + round + "-" + seed, ledger, 6)) {
                if (!killed.await(60, TimeUnit.SECONDS)) throw new AssertionError("no group came to " + step);
                server = start();
                callers.awaitAcknowledged(callers.acknowledged().size() + 20);
                callers.stop();
                acknowledged.addAll(callers.acknowledged());
            }
            WholeLedger.check(place, ledger, acknowledged);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** How many steps there are: so many rounds see each once. */
    static int steps() {
        return STEPS.length;
    }

    @Override
    public void close() throws IOException {
        place.close();
        server.stop();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
