package fundtrail.command.spreadsheet;

/** What can be wrong with a file. The words, with what to do, stand in the catalogue beside this ({@link FaultTexts}). */
public enum FaultCode {

    // The file as a whole
    /** No byte, or not one cell with content. */
    EMPTY_FILE,
    FILE_TOO_LARGE,
    /** Neither an Excel workbook (.xlsx) nor CSV. */
    NOT_A_SPREADSHEET,
    /** Excel 97–2003 (.xls). */
    OLD_EXCEL,
    /** Needs a password to open. */
    ENCRYPTED,
    /** A workbook with macros (.xlsm), or any file that carries some. */
    HAS_MACROS,
    /** Inflates to more than any honest workbook does. */
    ZIP_BOMB,
    /** Carries a document type declaration, which is how XML reaches for other files or explodes. */
    HOSTILE_XML,
    /** Cut off, altered, or written in a way no spreadsheet programme writes. */
    DAMAGED_FILE,
    /** Takes content from another file, a web address or a database. */
    EXTERNAL_LINK,
    HIDDEN_SHEET,
    /** More than one sheet has content. */
    SEVERAL_SHEETS,
    /** A text file in neither UTF-8 nor GB18030. */
    BAD_ENCODING,
    /** A CSV file whose quotation marks do not pair. */
    BAD_QUOTES,

    // The shape of the table
    TOO_MANY_ROWS,
    TOO_MANY_COLUMNS,
    /** None of the first rows names a wanted column. */
    NO_HEADER,
    MISSING_COLUMN,
    UNKNOWN_COLUMN,
    DUPLICATE_COLUMN,
    /** Amounts in 万元, thousands, or anything but yuan. */
    WRONG_UNIT,
    /** A row or column with content that a person looking at the sheet does not see. */
    HIDDEN_ROW_OR_COLUMN,
    MERGED_CELLS,
    /** A header and nothing below it. */
    NO_ROWS,
    /** Something follows the total; subtotals count as totals. */
    ROWS_AFTER_TOTAL,

    // A cell
    /** A formula, or in CSV a text that a spreadsheet programme would take for one. */
    FORMULA,
    CELL_TOO_LONG,
    /** A character nobody sees. */
    CONTROL_CHARACTER,
    /** A required cell is empty. */
    EMPTY_CELL,
    /** The spreadsheet programme took what was typed for a date. */
    DATE_CELL,
    /** TRUE, FALSE, or an error such as #REF!. */
    NOT_TEXT_OR_NUMBER,
    /** A number of more than 15 digits: the spreadsheet programme has replaced the rest by zeros. */
    DIGITS_LOST,
    /** A number that no one typed: the remainder of a calculation in floating point. */
    NUMBER_NOT_EXACT,
    FULL_WIDTH_CHARACTERS,
    THOUSANDS_SEPARATOR,
    /** A space in an identifier or an amount. */
    SPACES,
    /** An amount that is not a plain decimal number. */
    NOT_A_NUMBER,

    /** There are more faults than are listed. */
    TOO_MANY_FAULTS
}
