package fundtrail.command.importbatch;

import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.DATE_IN_FUTURE;
import static fundtrail.command.decide.RefusalCode.ROWS_REFUSED;
import static fundtrail.command.decide.RefusalCode.TOTAL_DIFFERS;
import static fundtrail.command.spreadsheet.DisbursementFile.AMOUNT;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.Moment;
import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.command.disbursebatch.DisburseBatchDecision;
import fundtrail.command.gate.Wish;
import fundtrail.command.known.Known;
import fundtrail.command.spreadsheet.DisbursementFile;
import fundtrail.command.spreadsheet.Faults;
import fundtrail.command.spreadsheet.Limits;
import fundtrail.command.spreadsheet.Reading;
import fundtrail.command.spreadsheet.Row;
import fundtrail.command.spreadsheet.Spreadsheet;
import fundtrail.command.spreadsheet.Table;
import fundtrail.contract.Digest;
import fundtrail.contract.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A clerk's file of disbursements on its way to a batch. Reading it needs nothing of the ledger and is done first;
 * checking it holds every row against what is known and then decides the batch without recording it, so that every
 * fault of every row is told in one go.
 */
public final class BatchFile {
    private static final Limits LIMITS = new Limits(
            Limits.DEFAULT.fileBytes(), DisburseBatch.MOST_ROWS, Limits.DEFAULT.columns(), Limits.DEFAULT.cellCharacters(),
            Limits.DEFAULT.zipEntries(), Limits.DEFAULT.entryBytes(), Limits.DEFAULT.inflatedBytes(),
            Limits.DEFAULT.inflation(), Limits.DEFAULT.faults());

    private final String hash;
    private final Reading reading;

    private BatchFile(String hash, Reading reading) {
        this.hash = hash;
        this.reading = reading;
    }

    /** Reads a file, whatever is in it: an .xlsx or CSV, or something to be refused. */
    public static BatchFile read(byte[] file) {
        return new BatchFile(Digest.sha256(file), Spreadsheet.read(file, DisbursementFile.columns(), LIMITS));
    }

    /**
     * Checks the file against what is known.
     *
     * @param at when it would be recorded
     */
    public ImportReport check(BatchHeading heading, Instant at, Known known) {
        return switch (reading) {
            case Faults faults -> unreadable(heading, faults);
            case Table table -> new Check(heading, known.dateOf(at), at, known, table).report();
        };
    }

    private ImportReport unreadable(BatchHeading heading, Faults faults) {
        FaultList list = new FaultList();
        faults.faults().forEach(fault -> list.add(fault, faults.asRead()));
        return new ImportReport(hash, heading.batch(), 0, null, list.inOrder(), null, null, faults.asRead());
    }

    /** One check of a readable file. */
    private final class Check {
        private final BatchHeading heading;
        private final Moment moment;
        private final Known known;
        private final Table table;
        private final FaultList faults = new FaultList();

        Check(BatchHeading heading, LocalDate today, Instant at, Known known, Table table) {
            LocalDate effectiveDate = heading.effectiveDate() == null ? today : heading.effectiveDate();
            this.heading = heading;
            this.moment = new Moment(at, today, effectiveDate, List.of(), null);
            this.known = known;
            this.table = table;
        }

        ImportReport report() {
            if (moment.effectiveDate().isAfter(moment.today())) {
                faults.add(refused(DATE_IN_FUTURE, moment.effectiveDate()).with("today", moment.today()));
            }
            List<Money> amounts = new ArrayList<>();
            List<DisburseBatch.Row> payments = new ArrayList<>();
            for (Row row : table.rows()) {
                RowCheck check = new RowCheck(row, heading.division(), moment.effectiveDate(), known, faults);
                Money amount = check.amount();
                amounts.add(amount);
                check.payment(amount).ifPresent(payments::add);
            }
            Money total = total(amounts);
            DisburseBatch batch = payments.isEmpty() ? null : judged(payments);
            boolean ready = faults.isEmpty();
            return new ImportReport(
                    hash,
                    heading.batch(),
                    table.rows().size(),
                    total,
                    faults.inOrder(),
                    ready ? batch : null,
                    ready ? Wish.hash(batch) : null,
                    table.asRead());
        }

        /** What all rows add up to, held against the file's own total and what was said beside it. */
        private Money total(List<Money> amounts) {
            if (amounts.contains(null)) {
                return null;
            }
            Money total = Money.sum(amounts);
            table.total().filter(row -> !AMOUNT.in(row).isBlank()).ifPresent(row -> {
                if (new BigDecimal(AMOUNT.in(row)).compareTo(new BigDecimal(total.toString())) != 0) {
                    faults.add(Mismatch.TOTAL_DIFFERS, row, AMOUNT, total.toString());
                }
            });
            int statedRows = heading.rowCount() == null ? amounts.size() : heading.rowCount();
            Money stated = heading.controlTotal() == null ? total : heading.controlTotal();
            if (statedRows != amounts.size() || !stated.equals(total)) {
                faults.add(refused(TOTAL_DIFFERS, heading.batch())
                        .with("statedRows", statedRows)
                        .with("rows", amounts.size())
                        .with("stated", stated)
                        .with("total", total));
            }
            return total;
        }

        /** The batch of these payments, decided as if it were submitted now. */
        private DisburseBatch judged(List<DisburseBatch.Row> payments) {
            DisburseBatch batch = new DisburseBatch(
                    heading.effectiveDate(),
                    heading.batch(),
                    heading.division(),
                    heading.bankAccount(),
                    heading.tranche(),
                    hash,
                    payments.size(),
                    Money.sum(payments.stream().map(DisburseBatch.Row::amount).toList()),
                    payments);
            if (DisburseBatchDecision.decide(batch, moment, known) instanceof Refused refused) {
                if (refused.code() == ROWS_REFUSED) {
                    refused.faults().forEach(faults::add);
                } else {
                    faults.add(refused);
                }
            }
            return batch;
        }
    }
}
