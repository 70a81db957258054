package fundtrail.client;

import fundtrail.client.fsck.Prefix;
import fundtrail.client.fsck.Prefix.LostWish;
import fundtrail.client.fsck.Prefix.Proved;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proves that a restored ledger is the beginning of the one of which a checkpoint was kept, and says what is lost. */
@Command(name = "restored", description = "Proves that a restored ledger is the beginning of the one of which a checkpoint and its hashes were kept"
        + " (java ops/Verify.java … --keep KEPT). Ends with 0 when nothing is lost, with 3 when the end is, with 1 when it is another ledger,"
        + " with 2 when some facts could not be compared.",
        mixinStandardHelpOptions = true, sortOptions = false, usageHelpAutoWidth = true)
final class RestoredCommand implements Callable<Integer>, Client.Speaking {
    private static final int ITS_END_IS_LOST = 3;
    private static final int NOT_ALL_COMPARED = 2;

    @Parameters(index = "0", paramLabel = "KEPT", description = "the checkpoint kept outside; beside it KEPT.hashes")
    private Path kept;

    @Option(names = "--key", required = true, paramLabel = "VKEY", description = "the verifier key, as it was written down when the ledger began;"
            + " where it was changed since the backup, each")
    private List<String> keys;

    @Option(names = "--lost-from", paramLabel = "URL", description = "a reading side that had followed further, to list the wishes that are lost")
    private URI before;

    @Mixin
    private At at;

    @Override
    public Words words() {
        return at.words();
    }

    @Override
    public Integer call() throws IOException {
        try (LedgerApi api = at.api()) {
            Prefix prefix = new Prefix(api, at.token("AU"));
            Path hashes = kept.resolveSibling(kept.getFileName() + ".hashes");
            for (Path needed : List.of(kept, hashes)) {
                if (!Files.isReadable(needed)) {
                    throw new Unable("restored.noFile", needed);
                }
            }
            Optional<Proved> proved = prefix.check(Files.readString(kept), Files.readAllBytes(hashes), FsckCommand.usable(keys));
            if (proved.isEmpty()) {
                System.out.println(FsckCommand.told(words(), prefix.difference()));
                return 1;
            }
            return told(prefix, proved.get());
        }
    }

    private int told(Prefix prefix, Proved proved) {
        List<Long> notCompared = prefix.notCompared();
        if (!notCompared.isEmpty()) {
            System.out.println(words().say("restored.notCompared", proved.origin(), notCompared.size(),
                    notCompared.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
        if (proved.lost() == 0 && !notCompared.isEmpty()) {
            return NOT_ALL_COMPARED;
        }
        if (proved.lost() == 0) {
            System.out.println(words().say("restored.whole", proved.origin(), proved.restored(), proved.kept()));
            return 0;
        }
        System.out.println(words().say("restored.lost", proved.origin(), proved.restored(), proved.kept(), proved.lost(), proved.kept() - 1));
        if (before != null) {
            try (LedgerApi earlier = at.api(before)) {
                for (LostWish wish : prefix.lost(earlier, proved)) {
                    System.out.println(wish.facts().isEmpty() ? words().say("restored.notShown", wish.firstPosition())
                            : words().say("restored.wish", wish.firstPosition(), wish.person(), wish.key(), String.join(", ", wish.facts())));
                }
            }
        }
        return notCompared.isEmpty() ? ITS_END_IS_LOST : NOT_ALL_COMPARED;
    }
}
