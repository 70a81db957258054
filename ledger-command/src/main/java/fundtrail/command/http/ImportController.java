package fundtrail.command.http;

import fundtrail.command.WritingSide;
import fundtrail.command.axon.Outcome;
import fundtrail.command.decide.Decision;
import fundtrail.command.decide.RefusalCode;
import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.command.gate.Gate;
import fundtrail.command.gate.Signers;
import fundtrail.command.importbatch.BatchFile;
import fundtrail.command.importbatch.BatchHeading;
import fundtrail.command.importbatch.ImportFault;
import fundtrail.command.importbatch.ImportReport;
import fundtrail.command.known.Wishes;
import fundtrail.contract.Digest;
import fundtrail.contract.Entry;
import fundtrail.contract.Json;
import fundtrail.contract.Money;
import fundtrail.contract.fact.ProposalSubmitted;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.TrancheId;
import fundtrail.tokens.TokenRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /imports/disbursement-batch}: a clerk's file is checked, every fault of every row at once; with
 * {@code submit=true} it is proposed when it has none. The file is read here, before the lane; only what is known is
 * looked at in it.
 */
@RestController
final class ImportController {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int MAX_FILE_BYTES = 10 * 1024 * 1024;
    private static final String COMMAND = DisburseBatch.class.getSimpleName();

    private final WritingSide ledger;
    private final Door door;
    private final CommandController commands;
    private final DoorMeters meters;
    private final Clock clock;

    ImportController(WritingSide ledger, Door door, CommandController commands, DoorMeters meters, Clock clock) {
        this.ledger = ledger;
        this.door = door;
        this.commands = commands;
        this.meters = meters;
        this.clock = clock;
    }

    @PostMapping("/imports/disbursement-batch")
    ResponseEntity<byte[]> check(HttpServletRequest request)
            throws IOException, SQLException, TokenRefused, InterruptedException {
        Caller caller = door.caller(request);
        BatchHeading heading = heading(request);
        requireHand(caller, heading.division());
        boolean submit = "true".equals(request.getParameter("submit"));
        String key = submit ? CommandController.key(request) : null;
        Instant asked = commands.rehearsalClock(request);
        byte[] content = door.content(request, MAX_FILE_BYTES);
        if (submit) {
            Optional<ResponseEntity<byte[]>> before = submittedBefore(caller, key, Digest.sha256(content), heading);
            if (before.isPresent()) {
                return before.get();
            }
        }
        long started = System.nanoTime();
        BatchFile file = BatchFile.read(content);
        meters.readFile(started);
        ImportReport report = ledger.look(known -> file.check(heading,
                Gate.recordedAt(asked, clock.instant(), ledger.engine().headRecordedAt(), known), known)).join();
        if (submit && report.faults().isEmpty()) {
            return commands.ask(caller, report.command(), key, asked, Correlation.of(request));
        }
        if (XLSX.toString().equals(request.getHeader("Accept"))) {
            return ResponseEntity.ok().contentType(XLSX)
                    .header("Content-Disposition", "attachment; filename=\"errors.xlsx\"")
                    .body(report.workbook(fileName(request)));
        }
        ImportAnswer answer = answer(report, request.getLocale());
        if (submit) {
            throw new RefusedFile(answer);
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Json.canonical(answer));
    }

    /** A check tells what is allotted, paid and held: it is for those who could sign the batch in that division. */
    private void requireHand(Caller caller, DivisionCode division) {
        boolean may = ledger.look(known ->
                Signers.include(caller.person(), COMMAND, division, known.dateOf(clock.instant()), known)).join();
        if (!may) {
            throw new TurnedAway(DoorCode.NO_HAND_IN_BATCHES).with("division", division);
        }
    }

    /**
     * The answer of the first time, when this very file was proposed with this key before: by now its batch may be
     * approved, and checking the file again would find its rows paid for.
     */
    private Optional<ResponseEntity<byte[]>> submittedBefore(Caller caller, String key, String fileHash, BatchHeading heading)
            throws SQLException {
        Wishes.Answered before = ledger.look(known -> known.wishes().answered(caller.person(), key)).join();
        if (before == null) {
            return Optional.empty();
        }
        List<Entry> entries = ledger.entries(before.firstPosition(), before.lastPosition());
        if (entries.isEmpty()) {
            throw new TurnedAway(DoorCode.LOST); // decided, and not durable yet
        }
        boolean same = entries.getLast().fact() instanceof ProposalSubmitted proposal
                && fileHash.equals(proposal.content().path("fileHash").asText())
                && heading.batch().value().equals(proposal.content().path("batch").asText());
        if (!same) {
            throw new RefusedWish(Decision.refused(RefusalCode.KEY_REUSED, key));
        }
        return Optional.of(commands.again(new Outcome.AskedBefore(before.firstPosition(), before.lastPosition())));
    }

    private static ImportAnswer answer(ImportReport report, Locale locale) {
        boolean chinese = "zh".equals(locale.getLanguage());
        List<ImportAnswer.Fault> faults = report.faults().stream()
                .map(fault -> {
                    ImportFault.Words words = chinese ? fault.zh() : fault.en();
                    return new ImportAnswer.Fault(fault.row(), fault.column(), fault.code(), words.what(), words.advice());
                })
                .toList();
        return new ImportAnswer(report.fileHash(), report.batch().value(), report.rows(),
                report.controlTotal() == null ? null : report.controlTotal().toString(), report.wishHash(), faults);
    }

    private static BatchHeading heading(HttpServletRequest request) {
        return new BatchHeading(
                parameter(request, "effectiveDate", LocalDate::parse, false),
                parameter(request, "batch", BatchId::new, true),
                parameter(request, "division", DivisionCode::new, true),
                parameter(request, "bankAccount", BankAccountId::new, true),
                parameter(request, "tranche", TrancheId::new, false),
                parameter(request, "rowCount", Integer::valueOf, false),
                parameter(request, "controlTotal", Money::yuan, false));
    }

    private static <T> T parameter(HttpServletRequest request, String name, Function<String, T> form, boolean required) {
        String value = request.getParameter(name);
        if (value == null && !required) {
            return null;
        }
        try {
            return form.apply(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new TurnedAway(DoorCode.PARAMETER_WRONG)
                    .with("name", name).with("value", value).with("why", e.getMessage());
        }
    }

    /** The name the file was handed in under, for the workbook that goes back; the clerk's own word, shown and no more. */
    private static String fileName(HttpServletRequest request) {
        String name = request.getParameter("fileName");
        return name == null ? "disbursements.xlsx" : name;
    }
}
