package fundtrail.standalone;

import fundtrail.client.Addresses;
import fundtrail.client.Home.Known;
import fundtrail.client.Home.Marker;
import fundtrail.client.Language;
import fundtrail.client.LedgerApi;
import fundtrail.client.LedgerUnreachable;
import fundtrail.client.ProblemAnswer;
import fundtrail.client.Progress;
import fundtrail.client.Words;
import fundtrail.client.pack.Opening;
import fundtrail.client.pack.Pack;
import fundtrail.client.pack.PackBroken;
import fundtrail.client.pack.PackLoader;
import fundtrail.client.pack.StepFailed;
import fundtrail.people.KeyUnusable;
import fundtrail.postgres.Port;
import fundtrail.postgres.PostgresUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a rehearsal ledger, whole: PostgreSQL, the writing side and the reading side, in one folder and one JVM. */
@Command(
        name = "ops/run",
        description = "Starts a rehearsal ledger: both sides and a private PostgreSQL. Ctrl-C or SIGTERM stops all three.",
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class Run implements Callable<Integer> {
    private static final int LAST_PORT = 65_535;
    private static final Path ROOT = Path.of(System.getProperty("fundtrail.root", ""));

    @Option(names = "--seed", paramLabel = "PACK",
            description = "loads a seed pack: the name of one in seeds/, or a folder. Loading it again changes nothing")
    private String seed;

    @Option(names = "--home", paramLabel = "DIR",
            description = "the folder in which everything of the ledger lies; without it, var/ beside seeds/")
    private Path home = ROOT.resolve("var");

    @Option(names = "--command-port", paramLabel = "N", defaultValue = "8080",
            description = "where the writing side answers (${DEFAULT-VALUE}; 0 for any free port)")
    private int commandPort;

    @Option(names = "--query-port", paramLabel = "N", defaultValue = "8081",
            description = "where the reading side answers (${DEFAULT-VALUE}; 0 for any free port)")
    private int queryPort;

    @Option(names = "--once", description = "ends after starting, loading and printing the balances")
    private boolean once;

    @Option(names = "--check", description = "after loading, holds the books against what the pack must add up to (its expected/)")
    private boolean check;

    @Mixin
    private Language language;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "shows this")
    private boolean help;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Run()).execute(arguments));
    }

    @Override
    public Integer call() {
        Words words = language.words().and("fundtrail.standalone.words");
        Pack pack;
        HomeFolder folder;
        try {
            pack = asked();
            folder = HomeFolder.at(home);
        } catch (Refused refused) {
            System.err.println(refused.inWords(words));
            return 1;
        } catch (PackBroken broken) {
            System.err.println(broken(broken));
            return 1;
        }
        Logs.to(folder.logs());
        Started started = new Started();
        Runtime.getRuntime().addShutdownHook(new Thread(started::close, "closing"));
        try {
            run(folder, pack, started, words);
            return 0;
        } catch (Started.Ending ending) {
            return 1;
        } catch (Exception failed) {
            if (!started.isEnding()) {
                System.err.println(inWords(failed, words, folder));
            }
            return 1;
        }
    }

    /**
     * What was asked for, before anything is created or started; a pack that is generated is made in the home.
     *
     * @throws Refused when it cannot be had
     */
    private Pack asked() {
        free(commandPort, "--command-port");
        free(queryPort, "--query-port");
        if (commandPort == queryPort && commandPort != 0) {
            throw new Refused("run.portTwice", commandPort);
        }
        return seed == null ? null : new Packs(ROOT.resolve("seeds"), home.toAbsolutePath().resolve("packs")).named(seed);
    }

    private static void free(int port, String option) {
        if (port < 0 || port > LAST_PORT) {
            throw new Refused("run.portRange", option, port);
        }
        try {
            if (port != 0 && !Port.isFree(port)) {
                throw new Refused("run.portTaken", port, option);
            }
        } catch (IOException unusable) {
            throw new Refused("run.portUnusable", port, option, unusable.getMessage());
        }
    }

    private void run(HomeFolder folder, Pack pack, Started started, Words words) throws IOException, SQLException, InterruptedException {
        Progress progress = Progress.onTerminal(words);
        settleOpening(folder, pack);
        Rehearsal ledger = Rehearsal.start(folder, started, commandPort, queryPort, progress);
        remember(folder, pack, ledger.addresses());
        try (LedgerApi api = new LedgerApi(ledger.addresses(), words)) {
            long position = pack == null ? -1 : load(pack, api, folder, progress);
            Report report = new Report(api, folder, ledger.addresses(), words);
            if (pack != null) {
                report.earlier(System.out, pack, position);
            }
            report.balances(System.out, position);
            if (pack != null) {
                report.questions(System.out, pack, position);
            }
            if (check && pack != null) {
                report.check(System.out, pack, position);
            }
            ledger.sealing().toKeep().ifPresent(log -> progress.say(words.say("run.sealed", log.key(), log.checkpoint())));
            if (!once) {
                report.whereAndWho(System.out);
            }
        }
        if (!once) {
            new CountDownLatch(1).await();
        }
    }

    /** A folder's ledger is a rehearsal and opened once; a pack that is another ledger needs another folder. */
    private static void settleOpening(HomeFolder folder, Pack pack) throws IOException {
        if (!Files.exists(folder.opening())) {
            folder.keepOpening(pack == null ? packagedOpening() : Files.readAllBytes(pack.folder().resolve("opening.json")));
            return;
        }
        Opening kept = Opening.read(folder.opening());
        if (!kept.isRehearsal()) {
            throw new Refused("run.production", folder.opening(), kept.ledgerId());
        }
        if (pack != null && !kept.ledgerId().equals(pack.opening().ledgerId())) {
            throw new Refused("run.otherLedger", folder.path(), kept.ledgerId(), pack.name());
        }
    }

    private static byte[] packagedOpening() throws IOException {
        try (var opening = Run.class.getResourceAsStream("opening.json")) {
            return opening.readAllBytes();
        }
    }

    private static void remember(HomeFolder folder, Pack pack, Addresses addresses) {
        Opening opening = Opening.read(folder.opening());
        folder.home().mark(Marker.rehearsal(opening.ledgerId(), addresses));
        if (pack != null) {
            folder.home().know(pack.everyone().stream().map(person -> known(person, pack.rolesOf(person))).toList());
        } else if (folder.home().people().isEmpty()) {
            folder.home().know(opening.first().stream().map(person -> known(person, person.roles())).toList());
        }
    }

    private static Known known(Pack.Person person, List<String> roles) {
        return new Known(person.person(), person.name(), person.post(), person.subject(), roles);
    }

    /** The last position the pack led to. */
    private static long load(Pack pack, LedgerApi api, HomeFolder folder, Progress progress) {
        Words words = progress.words();
        progress.say(words.say("run.loading", pack.name(), pack.description()));
        PackLoader.Loaded loaded =
                new PackLoader(api, subject -> folder.home().tokenOfSubject(subject, Instant.now()), progress).load(pack);
        progress.say(loaded.recorded() == 0
                ? words.say("run.loadedBefore", pack.name(), loaded.before())
                : words.say("run.loaded", pack.name(), loaded.recorded(), loaded.before()));
        return loaded.position();
    }

    private static String inWords(Exception failed, Words words, HomeFolder folder) {
        return switch (failed) {
            case Refused refused -> refused.inWords(words);
            case StepFailed step -> step.inWords(words);
            case PackBroken broken -> broken(broken);
            case PostgresUnavailable postgres -> "✗ " + postgres.getMessage();
            case ProblemAnswer problem -> problem.inWords(words);
            case LedgerUnreachable nobody -> nobody.inWords(words);
            default -> {
                KeyUnusable key = within(failed, KeyUnusable.class);
                if (key != null) {
                    yield "✗ " + key.text(Locale.forLanguageTag(words.languageTag()));
                }
                LoggerFactory.getLogger(Run.class).info("the start failed", failed);
                yield words.say("run.failed", root(failed), folder.logs());
            }
        };
    }

    private static String broken(PackBroken broken) {
        return "✗ " + broken.getMessage();
    }

    /** The failure itself, or the first of its causes, that is of this kind; else {@code null}. */
    private static <T extends Throwable> T within(Throwable failure, Class<T> kind) {
        Throwable cause = failure;
        while (cause != null && !kind.isInstance(cause)) {
            cause = cause.getCause();
        }
        return kind.cast(cause);
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
