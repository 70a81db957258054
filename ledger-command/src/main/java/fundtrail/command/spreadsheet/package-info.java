/**
 * Reads the spreadsheets people hand in, and hands them back with what is wrong in them.
 *
 * <p>{@link fundtrail.command.spreadsheet.Spreadsheet#read} takes the bytes of an Excel (.xlsx) or CSV file and
 * answers either a {@link fundtrail.command.spreadsheet.Table} of exact texts or
 * {@link fundtrail.command.spreadsheet.Faults}, one for each problem. It guesses nothing: what a programme could read
 * in two ways, or what a person could not see when looking at the file, is refused with advice.
 *
 * <p>The life of a file: {@code Spreadsheet} tells by content what it is. {@code CsvFile} decodes text; {@code ExcelFile}
 * lets {@code ZipInspection} inflate every part under hard limits and {@code PartScan} look at its XML, and only then
 * lets the library read the cells. {@code SheetCheck} finds the header and the total, and judges each cell by
 * {@code CellRules}.
 */
package fundtrail.command.spreadsheet;
