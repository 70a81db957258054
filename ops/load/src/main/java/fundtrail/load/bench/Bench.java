package fundtrail.load.bench;

import fundtrail.load.site.Site;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a ledger of its own on a private PostgreSQL, and says under what conditions. */
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false, usageHelpAutoWidth = true,
        description = "Measures a ledger of its own, each figure beside a yardstick of the same run, and says under what conditions.",
        footer = {"", "For benchmarks of single methods: ops/bench jmh [JMH's own arguments]"})
public final class Bench implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "WHAT", description = "which figures: ${COMPLETION-CANDIDATES}; without it, all")
    private Set<What> what;

    @Option(names = "--quick", description = "short spells and few rounds: for a look, not for a page")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FILE", description = "also writes figures and conditions there")
    private Path json;

    @Spec
    private CommandSpec spec;

    private final PrintStream out = System.out;

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "fundtrail/load/logback.xml");
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (json != null && !Files.isDirectory(json.toAbsolutePath().getParent())) {
            throw new ParameterException(spec.commandLine(), "There is no folder for " + json + ": make it first, so that the figures are not lost at the end.");
        }
        Measure measure = quick ? Measure.quick(System.err) : Measure.full(System.err);
        List<Figure> figures = new ArrayList<>();
        try (Site site = Site.in(Path.of(System.getProperty("java.io.tmpdir"), "bench"), Site.LASTING)) {
            Map<String, String> conditions = Conditions.of(site, System.getProperty("fundtrail.commit", "not known here"));
            Bed bed = new Bed(site, measure);
            try {
                for (What one : what == null ? EnumSet.allOf(What.class) : EnumSet.copyOf(what)) {
                    System.err.println(one + " …");
                    figures.addAll(one.figures(bed));
                }
            } finally { // half an hour's figures are not lost with the one that failed
                report(new Report(conditions, figures));
            }
        }
        return 0;
    }

    private void report(Report report) throws IOException {
        report.print(out);
        if (json != null) {
            report.write(json);
        }
    }
}
