package fundtrail.client;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches facts with their proofs in one file that verifies offline. That it was handed out is on record in the ledger. */
@Command(name = "evidence", description = "Writes an evidence pack: facts as stored bytes, with proofs and checkpoint; java ops/Verify.java verifies it"
        + " offline. For auditors. Who was handed it is on record.", mixinStandardHelpOptions = true, sortOptions = false, usageHelpAutoWidth = true)
final class EvidenceCommand implements Callable<Integer>, Client.Speaking {
    @Parameters(paramLabel = "FILE", description = "the pack to write, such as th03.zip")
    private Path out;

    @Option(names = "--size", paramLabel = "NUMBER", description = "the checkpoint of this size; without it, the last")
    private String size;

    @Mixin
    private Cut cut;

    @Mixin
    private At at;

    @Override
    public Words words() {
        return at.words();
    }

    @Override
    public Integer call() throws IOException {
        try (LedgerApi api = at.api()) {
            LedgerApi.HandedOut file = WholeFile.written(out, to -> api.download("/api/evidence", cut.asked("size", size), at.token("AU"), to));
            System.err.println(words().say("journal.onRecord", file.onRecord(), file.bytes(), file.sha256()));
        }
        return 0;
    }
}
