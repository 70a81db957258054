package fundtrail.client;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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

    @Option(names = "--institution", paramLabel = "ID", description = "the facts about it")
    private String institution;

    @Option(names = "--case", paramLabel = "ID", description = "the facts of a case and of what was clawed back in it")
    private String caseId;

    @Option(names = "--positions", paramLabel = "LIST", description = "these facts, such as 5,7,20-30")
    private String positions;

    @Option(names = "--from", paramLabel = "DATE", description = "the first day on which they count")
    private String from;

    @Option(names = "--to", paramLabel = "DATE", description = "the last day on which they count")
    private String to;

    @Option(names = "--division", paramLabel = "CODE")
    private String division;

    @Option(names = "--effective", paramLabel = "DATE", description = "the last day that counts")
    private String effective;

    @Option(names = "--known", paramLabel = "POSITION|INSTANT|DATE", description = "what the ledger had learned by then")
    private String known;

    @Option(names = "--size", paramLabel = "NUMBER", description = "the checkpoint of this size; without it, the last")
    private String size;

    @Mixin
    private At at;

    @Override
    public Words words() {
        return at.words();
    }

    @Override
    public Integer call() throws IOException {
        try (LedgerApi api = at.api()) {
            LedgerApi.HandedOut file = WholeFile.written(out, to -> api.download("/api/evidence", asked(), at.token("AU"), to));
            System.err.println(words().say("journal.onRecord", file.onRecord(), file.bytes(), file.sha256()));
        }
        return 0;
    }

    private Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("institution", institution);
        asked.put("case", caseId);
        asked.put("positions", positions);
        asked.put("from", from);
        asked.put("to", to);
        asked.put("division", division);
        asked.put("effective", effective);
        asked.put("known", known);
        asked.put("size", size);
        asked.values().removeIf(Objects::isNull);
        return asked;
    }
}
