package fundtrail.client;

import fundtrail.client.seed.CountyYear;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a seed pack that is generated rather than kept: the same seed and size make the same bytes. */
@Command(name = "pack", description = "Makes a generated seed pack.", mixinStandardHelpOptions = true, usageHelpAutoWidth = true)
final class PackCommand implements Callable<Integer>, Client.Speaking {
    private static final Path MADE = Path.of(System.getProperty("fundtrail.root", "")).resolve("target").resolve("packs");

    @Parameters(paramLabel = "PACK", description = "its name: " + CountyYear.NAME)
    private String pack;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "" + CountyYear.USUAL_SEED,
            description = "what is drawn is drawn from it (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--postings", paramLabel = "N", defaultValue = "" + CountyYear.USUAL_POSTINGS,
            description = "how many facts that move money or authority, at least (${DEFAULT-VALUE}; "
                    + CountyYear.FEWEST_POSTINGS + " to " + CountyYear.MOST_POSTINGS + ")")
    private int postings;

    @Option(names = "--to", paramLabel = "DIR", description = "a folder that is not there yet; without it, one in target/packs/")
    private Path to;

    @Mixin
    private Language language;

    @Override
    public Words words() {
        return language.words();
    }

    @Override
    public Integer call() {
        if (!pack.equals(CountyYear.NAME)) {
            throw new Unable("pack.unknown", pack, CountyYear.NAME);
        }
        if (postings < CountyYear.FEWEST_POSTINGS || postings > CountyYear.MOST_POSTINGS) {
            throw new Unable("pack.size", String.valueOf(postings), String.valueOf(CountyYear.FEWEST_POSTINGS),
                    String.valueOf(CountyYear.MOST_POSTINGS));
        }
        Path folder = to != null ? to : MADE.resolve(pack + "-" + seed + "-" + postings);
        if (Files.exists(folder)) {
            throw new Unable("pack.exists", folder);
        }
        long made = CountyYear.write(folder, seed, postings);
        System.out.println(words().say("pack.made", pack, folder, String.valueOf(made)));
        return 0;
    }
}
