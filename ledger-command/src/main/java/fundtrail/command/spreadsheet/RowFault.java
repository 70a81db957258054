package fundtrail.command.spreadsheet;

import java.util.Locale;

/**
 * A fault as it is told to whoever handed the file in, found while reading the file or afterwards by whoever used its rows.
 *
 * @param row     the row's number in the file; 0 for the whole file
 * @param column  the wanted column's header, or a column's letter; empty for the whole row
 * @param code    a stable name of what is wrong, for instance {@code FORMULA}
 * @param message what is wrong, in words
 * @param advice  what to do now, in words
 */
public record RowFault(int row, String column, String code, String message, String advice) {

    private static final FaultTexts CHINESE = FaultTexts.in(Locale.SIMPLIFIED_CHINESE);
    private static final FaultTexts ENGLISH = FaultTexts.in(Locale.ENGLISH);

    /** A fault of reading, in Chinese and English. */
    public static RowFault of(Fault fault) {
        return new RowFault(fault.place().row(), fault.place().letter(), fault.code().name(),
                CHINESE.message(fault) + " / " + ENGLISH.message(fault),
                CHINESE.advice(fault) + " / " + ENGLISH.advice(fault));
    }
}
