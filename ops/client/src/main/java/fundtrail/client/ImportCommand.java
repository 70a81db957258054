package fundtrail.client;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Money;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has a clerk's file checked, and proposes it as a disbursement batch when nothing is wrong with it. */
@Command(name = "import", description = "Has a clerk's file of payments checked; with --submit, proposes it as a batch.",
        mixinStandardHelpOptions = true, sortOptions = false, usageHelpAutoWidth = true)
final class ImportCommand implements Callable<Integer>, Client.Speaking {
    /** So many faults are printed; the workbook has all. */
    private static final int SHOWN = 50;

    @Parameters(paramLabel = "FILE", description = "an .xlsx or CSV file")
    private Path file;

    @Option(names = "--batch", paramLabel = "ID", required = true, description = "the id the batch is to have")
    private String batch;

    @Option(names = "--account", paramLabel = "CT", required = true, description = "the treasury account that will pay")
    private String account;

    @Option(names = "--division", paramLabel = "CODE", description = "whose books; may be left out where the ledger keeps one division's")
    private String division;

    @Option(names = "--tranche", paramLabel = "ID", description = "the tranche whose money the rows pay, where they pay one")
    private String tranche;

    @Option(names = "--date", paramLabel = "DATE", description = "when it shall count; without it, the day it is decided on")
    private LocalDate date;

    @Option(names = "--total", paramLabel = "YUAN", description = "what the rows add up to, as you added them")
    private String total;

    @Option(names = "--rows", paramLabel = "N", description = "how many rows there are, as you counted them")
    private Integer rows;

    @Option(names = "--submit", description = "propose it when nothing is wrong")
    private boolean submit;

    @Option(names = "--clock", paramLabel = "INSTANT", description = "in a rehearsal, when it is recorded")
    private Instant clock;

    @Mixin
    private At at;

    private final PrintStream out = System.out;

    @Override
    public Words words() {
        return at.words();
    }

    @Override
    public Integer call() {
        Words words = words();
        String token = at.token("CL");
        try (LedgerApi api = at.api()) {
            BatchFile upload = upload(api, token);
            CheckedFile checked = checked(api, upload, token, words);
            if (!checked.faults().isEmpty()) {
                return faulty(api, upload, token, checked.faults());
            }
            out.println(words.say("import.fine", checked.rows(), Amounts.grouped(checked.controlTotal())));
            out.println(words.say("import.hashes", checked.fileHash(), checked.contentHash()));
            if (submit) {
                submit(api, upload, token, checked);
            } else {
                out.println(words.say("import.notYet"));
            }
            return 0;
        }
    }

    private BatchFile upload(LedgerApi api, String token) {
        return new BatchFile(file.getFileName().toString(), read(), batch, account,
                division == null ? onlyDivision(api, token) : division,
                tranche, date, total == null ? null : Money.yuan(total), rows);
    }

    private static String onlyDivision(LedgerApi api, String token) {
        JsonNode divisions = api.read("/api/ledger", Map.of(), token).get("ledger").get("divisions");
        if (divisions.size() != 1) {
            throw new Unable("import.whichDivision", divisions);
        }
        return divisions.get(0).get("code").textValue();
    }

    private CheckedFile checked(LedgerApi api, BatchFile upload, String token, Words words) {
        Progress progress = Progress.onTerminal(words);
        progress.begin(words.say("import.upload"), upload.bytes().length);
        CheckedFile checked = api.check(upload, token, clock, (sent, of) -> progress.at(sent));
        progress.end();
        progress.begin(words.say("import.rows"), checked.rows());
        progress.at(checked.rows());
        progress.end();
        return checked;
    }

    private int faulty(LedgerApi api, BatchFile upload, String token, List<Problem.Fault> faults) {
        Words words = words();
        Path workbook = beside("-errors.xlsx");
        write(workbook, api.errorWorkbook(upload, token, clock));
        out.println(words.say("import.faults", file.getFileName(), faults.size()));
        faults.stream().limit(SHOWN).forEach(fault -> out.println(ProblemAnswer.inWords(fault, words)));
        if (faults.size() > SHOWN) {
            out.println(words.say("import.more", faults.size() - SHOWN));
        }
        out.println(words.say("import.workbook", workbook));
        return 1;
    }

    private void submit(LedgerApi api, BatchFile upload, String token, CheckedFile checked) {
        Words words = words();
        String key = "import-" + batch + "-" + checked.fileHash().substring(0, 16);
        Answer.Given given = api.submit(upload, key, token, clock, Uploading.NOBODY);
        Answer answer = given.answer();
        out.println(words.say(given.before() ? "import.proposedBefore" : "import.proposed", batch, answer.proposal(),
                answer.firstPosition(), answer.lastPosition()));
        out.println(words.say("sign.contentHash", answer.contentHash()));
        out.println(new NextHand(api, at.home(), words)
                .sentence(answer.proposal(), Map.of("after", answer.lastPosition()), token));
    }

    private byte[] read() {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new Unable("file.missing", file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static void write(Path path, byte[] bytes) {
        try {
            Files.write(path, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ending);
    }
}
