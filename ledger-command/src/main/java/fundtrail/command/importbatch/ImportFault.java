package fundtrail.command.importbatch;

import fundtrail.command.spreadsheet.RowFault;

/**
 * One thing wrong in a clerk's file.
 *
 * @param row    the row's number in the file, as a spreadsheet programme shows it; 0 for the file as a whole
 * @param column the column's header, such as {@code 金额}, or its letter where it has no known header; empty for a
 *               whole row or the whole file
 * @param code   a stable name of what is wrong
 */
public record ImportFault(int row, String column, String code, Words zh, Words en) {
    /** What is wrong, where and why; and what to do now. */
    public record Words(String what, String advice) {}

    /** As it stands in the workbook that goes back to the clerk, in both languages. */
    RowFault inBothLanguages() {
        return new RowFault(row, column, code, zh.what() + " / " + en.what(), zh.advice() + " / " + en.advice());
    }
}
