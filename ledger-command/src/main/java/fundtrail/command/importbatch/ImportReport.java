package fundtrail.command.importbatch;

import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.command.spreadsheet.ErrorWorkbook;
import fundtrail.command.spreadsheet.Grid;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.BatchId;
import java.util.List;

/**
 * What a clerk's file came to.
 *
 * @param fileHash     SHA-256 of the file
 * @param rows         how many rows of payments it has; 0 when it could not be read
 * @param controlTotal what they add up to; absent unless every amount could be read
 * @param faults       every fault of every row, by row; empty when the batch may be proposed
 * @param command      the wish ready to be submitted; absent while there are faults
 * @param wishHash     its hash, which later hands sign; absent while there are faults
 * @param asRead       the rows as they stand in the file
 */
public record ImportReport(
        String fileHash,
        BatchId batch,
        int rows,
        @MayBeAbsent Money controlTotal,
        List<ImportFault> faults,
        @MayBeAbsent DisburseBatch command,
        @MayBeAbsent String wishHash,
        Grid asRead) {
    public ImportReport {
        faults = List.copyOf(faults);
    }

    /**
     * The file with its faults marked in it, as an .xlsx file.
     *
     * @param fileName under which it was handed in
     */
    public byte[] workbook(String fileName) {
        return ErrorWorkbook.write(fileName, asRead, faults.stream().map(ImportFault::inBothLanguages).toList());
    }
}
