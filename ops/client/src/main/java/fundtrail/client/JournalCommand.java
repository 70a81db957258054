package fundtrail.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fetches a cut of the books as a plain-text journal. That it was handed out is on record in the ledger. */
@Command(name = "journal", description = "Writes a cut of the books as a journal for hledger, Ledger or Beancount. Who was handed it is on record.",
        mixinStandardHelpOptions = true, sortOptions = false, usageHelpAutoWidth = true)
final class JournalCommand implements Callable<Integer>, Client.Speaking {
    @Option(names = "--format", paramLabel = "hledger|ledger|beancount", description = "whose journal it is; without it, hledger's")
    private String format;

    @Option(names = "--dated", paramLabel = "EFFECTIVE|RECORDED", description = "whose days stand in it; without it, those on which facts count")
    private String dated;

    @Option(names = "--book", paramLabel = "FUND|BUDGET")
    private String book;

    @Option(names = "--budget-year", paramLabel = "YEAR")
    private String budgetYear;

    @Option(names = "--fund-source", paramLabel = "CODE")
    private String fundSource;

    @Option(names = "--out", paramLabel = "FILE", description = "where to write it; without it, to the terminal")
    private Path out;

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
            LedgerApi.HandedOut file = out == null ? fetch(api, System.out) : WholeFile.written(out, to -> fetch(api, to));
            System.err.println(words().say("journal.onRecord", file.onRecord(), file.bytes(), file.sha256()));
        }
        return 0;
    }

    private LedgerApi.HandedOut fetch(LedgerApi api, OutputStream to) {
        return api.download("/api/journal", cut.asked("format", format, "dated", dated, "book", book, "budgetYear", budgetYear, "fundSource", fundSource),
                at.token("AU", "CA"), to);
    }
}
