package fundtrail.client;

import fundtrail.proofs.Checkpoint;
import fundtrail.proofs.Note;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

    @Option(names = "--since", paramLabel = "CHECKPOINT", description = "a checkpoint you kept: the pack then proves that its log goes on from that one")
    private Path since;

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
        Map<String, String> asked = cut.asked("size", size, "since", kept());
        try (LedgerApi api = at.api()) {
            LedgerApi.HandedOut file = WholeFile.written(out, to -> api.download("/api/evidence", asked, at.token("AU"), to));
            System.err.println(words().say("journal.onRecord", file.onRecord(), file.bytes(), file.sha256()));
        }
        return 0;
    }

    /** The size of the checkpoint that was kept; null where none is given. */
    private String kept() throws IOException {
        if (since == null) {
            return null;
        }
        if (!Files.isReadable(since)) {
            throw new Unable("evidence.noCheckpoint", since);
        }
        try {
            String checkpoint = Files.readString(since).replace("\r\n", "\n"); // with signatures, or its text alone, as a witness shows it
            return Long.toString(Checkpoint.of(checkpoint.contains("\n\n") ? Note.of(checkpoint).text() : checkpoint).size());
        } catch (IllegalArgumentException | CharacterCodingException none) {
            throw new Unable("evidence.noCheckpoint", since);
        }
    }
}
