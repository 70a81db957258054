package fundtrail.command.http;

import fundtrail.contract.MayBeAbsent;
import java.util.List;

/**
 * What was found in a clerk's file.
 *
 * @param fileHash     SHA-256 of the file
 * @param controlTotal the exact sum of its rows
 * @param contentHash  what signatures will be under; absent while there are faults
 * @param faults       every fault of every row; empty when the file may be proposed
 */
record ImportAnswer(
        String fileHash,
        String batch,
        int rows,
        @MayBeAbsent String controlTotal,
        @MayBeAbsent String contentHash,
        List<Fault> faults) {

    /** One fault: at which row and column of the file, what is wrong, what to do. Row 0 is the whole file. */
    record Fault(int row, String column, String code, String what, String advice) {}
}
