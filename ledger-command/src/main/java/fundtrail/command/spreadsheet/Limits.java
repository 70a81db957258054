package fundtrail.command.spreadsheet;

import java.util.Locale;

/**
 * What a file may be at most. Everything is counted while it is being read, so that no file costs more memory or time
 * than these allow, whatever it claims about itself.
 *
 * @param fileBytes      bytes of the file as handed in
 * @param rows           rows of the table; title, header and total are not counted
 * @param columns        columns of the sheet, empty ones included
 * @param cellCharacters characters (UTF-16 units) of one cell
 * @param zipEntries     files inside an .xlsx
 * @param entryBytes     bytes one of them may inflate to
 * @param inflatedBytes  bytes all of them together may inflate to
 * @param inflation      how many times its packed size one of them may inflate to, once it is past a megabyte
 * @param faults         faults listed; a file with more gets {@link FaultCode#TOO_MANY_FAULTS} as its last one
 */
public record Limits(int fileBytes, int rows, int columns, int cellCharacters,
                     int zipEntries, long entryBytes, long inflatedBytes, int inflation, int faults) {

    private static final int MEGABYTE = 1024 * 1024;

    /** A year of a county's monthly disbursements fits several times over. */
    public static final Limits DEFAULT = new Limits(10 * MEGABYTE, 20_000, 64, 4_000,
            500, 64L * MEGABYTE, 100L * MEGABYTE, 200, 1_000);

    public Limits {
        if (fileBytes < 1 || rows < 1 || columns < 1 || cellCharacters < 1
                || zipEntries < 1 || entryBytes < 1 || inflatedBytes < 1 || inflation < 1 || faults < 1) {
            throw new IllegalArgumentException("every limit is at least 1");
        }
    }

    /** {@code bytes} in megabytes with one decimal, rounded up, so that what is too large never looks like the limit. */
    static String megabytes(long bytes) {
        long tenths = Math.ceilDiv(bytes * 10, MEGABYTE);
        return tenths % 10 == 0 ? tenths / 10 + " MB" : String.format(Locale.ROOT, "%d.%d MB", tenths / 10, tenths % 10);
    }
}
