package fundtrail.client;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line for people: tokens of a rehearsal, a clerk's file, a signature, the why of an amount, an inspector's lists, a generated pack. */
@Command(
        name = "fundtrail",
        description = "Works with a ledger through its public API.",
        subcommands = {TokenCommand.class, ImportCommand.class, SignCommand.class, WhyCommand.class, InspectCommand.class, JournalCommand.class,
            EvidenceCommand.class, FsckCommand.class, RestoredCommand.class, PackCommand.class},
        synopsisSubcommandLabel = "(token | import | sign | why | inspect | journal | evidence | fsck | restored | pack)",
        usageHelpAutoWidth = true,
        mixinStandardHelpOptions = true)
public final class Client {
    /** The home of a ledger that was started without a choice. */
    static final Path USUAL_HOME = Path.of(System.getProperty("fundtrail.root", "")).resolve("var");

    private Client() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** 0 when all went well, 1 when the ledger or the file said no, 2 when the command line cannot be understood. */
    static int run(String... arguments) {
        return new CommandLine(new Client())
                .setExecutionExceptionHandler((failed, command, parsed) -> told(failed, command, System.err))
                .execute(arguments);
    }

    private static int told(Exception failed, CommandLine command, PrintStream err) throws Exception {
        Words words = command.getCommand() instanceof Speaking speaking ? speaking.words() : Words.ofShell(System.getenv());
        switch (failed) {
            case ProblemAnswer problem -> err.println(problem.inWords(words));
            case LedgerUnreachable nobody -> err.println(nobody.inWords(words));
            case NoToken none -> err.println(none.inWords(words));
            case Unable unable -> err.println(unable.inWords(words));
            case FileSystemException file -> err.println(words.say("file.trouble", file.getFile(), file.getClass().getSimpleName()
                    + (file.getReason() == null ? "" : " " + file.getReason())));
            case UncheckedIOException file -> err.println(words.say("file.trouble", file.getMessage(), file.getCause()));
            default -> throw failed;
        }
        return 1;
    }

    /** A command that knows in which language it speaks. */
    interface Speaking {
        Words words();
    }
}
