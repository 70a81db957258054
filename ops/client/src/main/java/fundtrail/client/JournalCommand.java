package fundtrail.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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

    @Option(names = "--effective", paramLabel = "DATE", description = "the last day that counts")
    private String effective;

    @Option(names = "--known", paramLabel = "POSITION|INSTANT|DATE", description = "what the ledger had learned by then")
    private String known;

    @Option(names = "--dated", paramLabel = "EFFECTIVE|RECORDED", description = "whose days stand in it; without it, those on which facts count")
    private String dated;

    @Option(names = "--from", paramLabel = "DATE", description = "the first day; what was there before stands as opening balances")
    private String from;

    @Option(names = "--to", paramLabel = "DATE", description = "the last day")
    private String to;

    @Option(names = "--division", paramLabel = "CODE")
    private String division;

    @Option(names = "--book", paramLabel = "FUND|BUDGET")
    private String book;

    @Option(names = "--budget-year", paramLabel = "YEAR")
    private String budgetYear;

    @Option(names = "--fund-source", paramLabel = "CODE")
    private String fundSource;

    @Option(names = "--institution", paramLabel = "ID", description = "the facts that concern it, whole")
    private String institution;

    @Option(names = "--case", paramLabel = "ID", description = "the facts of a case and of what was clawed back in it, whole")
    private String caseId;

    @Option(names = "--positions", paramLabel = "LIST", description = "these facts, whole, such as 5,7,20-30")
    private String positions;

    @Option(names = "--out", paramLabel = "FILE", description = "where to write it; without it, to the terminal")
    private Path out;

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
        return api.download("/api/journal", asked(), at.token("AU", "CA"), to);
    }

    private Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("format", format);
        asked.put("effective", effective);
        asked.put("known", known);
        asked.put("dated", dated);
        asked.put("from", from);
        asked.put("to", to);
        asked.put("division", division);
        asked.put("book", book);
        asked.put("budgetYear", budgetYear);
        asked.put("fundSource", fundSource);
        asked.put("institution", institution);
        asked.put("case", caseId);
        asked.put("positions", positions);
        asked.values().removeIf(Objects::isNull);
        return asked;
    }
}
