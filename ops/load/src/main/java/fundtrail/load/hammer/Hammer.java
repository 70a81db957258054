package fundtrail.load.hammer;

import fundtrail.client.Language;
import fundtrail.client.Words;
import fundtrail.eventstore.CrashRounds;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Loads a ledger of its own and checks while it loads: ends with what was found to hold, or with a counter-example. */
@Command(name = "hammer", mixinStandardHelpOptions = true, sortOptions = false, usageHelpAutoWidth = true,
        description = "Loads a ledger of its own over its public API and checks while it loads that nothing is lost, doubled or changed.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every identity holds", "1:a counter-example was found", "2:the command line cannot be understood"})
public final class Hammer implements Callable<Integer> {
    private static final Duration USUAL = Duration.ofMinutes(1);

    @Option(names = "--minutes", paramLabel = "N", description = "how long; without it and --postings, one minute")
    private Double minutes;

    @Option(names = "--postings", paramLabel = "N", description = "how many at most")
    private Long postings;

    @Option(names = "--seed", paramLabel = "N", description = "what is asked for and what befalls it, again; without it, drawn and told")
    private Long seed;

    @Option(names = "--clients", paramLabel = "N", defaultValue = "16", description = "how many cashiers; without it, ${DEFAULT-VALUE}")
    private int clients;

    @Option(names = "--faults", description = "about every ten seconds something befalls it: a node killed or frozen, PostgreSQL killed, connections cut")
    private boolean faults;

    @Option(names = "--crash", paramLabel = "ROUNDS", arity = "0..1", fallbackValue = "100",
            description = "instead of load: kills a node, then PostgreSQL, at each step of a commit in turn, so many rounds of each; without a number, ${FALLBACK-VALUE}")
    private Integer crash;

    @Mixin
    private Language language;

    @Spec
    private CommandSpec spec;

    private final PrintStream out = System.out;

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "fundtrail/load/logback.xml");
        System.exit(new CommandLine(new Hammer()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Words words = language.words().and("fundtrail.load.words");
        long chosen = seed == null ? System.nanoTime() % 1_000_000 : seed;
        atLeastOne("--minutes", minutes == null ? 1 : minutes > 0 ? 1 : 0);
        atLeastOne("--postings", postings == null ? 1 : postings);
        atLeastOne("--clients", clients);
        if (crash != null) {
            atLeastOne("--crash", crash);
            System.err.println(words.say("hammer.crashes", crash, chosen));
            return CrashRounds.run(crash, chosen, out);
        }
        System.err.println(words.say("hammer.begins", chosen));
        Progress progress = new Progress(words, System.err);
        Runtime.getRuntime().addShutdownHook(new Thread(progress::interrupted));
        Run run = new Run(Path.of(System.getProperty("java.io.tmpdir"), "hammer"), faults ? 2 : 1, clients,
                postings == null ? Long.MAX_VALUE : postings, time(), chosen,
                faults ? List.of(Fault.values()) : List.of(), Duration.ofSeconds(10), progress);
        try {
            Run.Verdict verdict = run.run();
            Tally tally = verdict.tally();
            out.println(words.say("hammer.holds", tally.postings, verdict.positions()));
            out.println(words.say("hammer.tally", tally.again, tally.reused, tally.glances, tally.unknown, tally.comeAgain, tally.faults));
            return 0;
        } catch (CounterExample found) {
            out.println(words.say("hammer.fails", chosen, found.getMessage()));
            return 1;
        } finally {
            progress.ended = true;
        }
    }

    private void atLeastOne(String option, long given) {
        if (given < 1) {
            throw new ParameterException(spec.commandLine(), option + " needs a number above 0.");
        }
    }

    private Duration time() {
        if (minutes == null) {
            return postings == null ? USUAL : Duration.ofDays(365);
        }
        return Duration.ofMillis(Math.round(minutes * 60_000));
    }

    /** A line for each step, and now and then one about the load. */
    private static final class Progress implements Told {
        private static final Duration EVERY = Duration.ofSeconds(10);

        private final Words words;
        private final PrintStream err;
        private long next;
        private volatile Tally last = new Tally();
        private volatile boolean ended;

        Progress(Words words, PrintStream err) {
            this.words = words;
            this.err = err;
        }

        @Override
        public void begins(Step step) {
            err.println(words.say("hammer." + step));
            next = System.nanoTime() + EVERY.toNanos();
        }

        @Override
        public void goes(Tally tally) {
            last = tally;
            if (System.nanoTime() >= next) {
                next += EVERY.toNanos();
                err.println(words.say("hammer.goes", tally.postings, tally.unknown, tally.comeAgain, tally.faults));
            }
        }

        /** Whoever stops a run is told that it has shown nothing. */
        void interrupted() {
            if (!ended) {
                err.println(words.say("hammer.stopped", last.postings));
            }
        }
    }
}
