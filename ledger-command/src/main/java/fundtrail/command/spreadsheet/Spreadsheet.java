package fundtrail.command.spreadsheet;

import static fundtrail.command.spreadsheet.FaultCode.EMPTY_FILE;
import static fundtrail.command.spreadsheet.FaultCode.ENCRYPTED;
import static fundtrail.command.spreadsheet.FaultCode.FILE_TOO_LARGE;
import static fundtrail.command.spreadsheet.FaultCode.OLD_EXCEL;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A spreadsheet somebody handed in: bytes of unknown origin, to be read as a table of exact texts or refused. */
public final class Spreadsheet {

    /** The first bytes of every OLE 2 compound file ([MS-CFB] 2.2): an Excel 97–2003 file, or an encrypted new one. */
    private static final byte[] COMPOUND_FILE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
    /** A zip archive that begins with a file (APPNOTE 4.3.7), as every .xlsx does. */
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    /** The stream in which an encrypted .xlsx lies ([MS-OFFCRYPTO] 2.3.4); names in compound files are UTF-16LE. */
    private static final byte[] ENCRYPTED_PACKAGE = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private Spreadsheet() { }

    /**
     * Reads an .xlsx or a CSV file (comma or tab; UTF-8 or GB18030). What the file is, is told from its content.
     *
     * @param file   all bytes of the file; never changed
     * @param wanted the columns the file must or may have; others are refused
     * @param limits what a file may be at most
     * @return a {@link Table} of at least one row and of nothing doubtful, or {@link Faults} of at least one fault.
     *         No content of the file leads to an exception.
     */
    public static Reading read(byte[] file, Columns wanted, Limits limits) {
        try {
            return new SheetCheck(rows(file, limits), wanted, limits).reading();
        } catch (FileRefused refused) {
            return new Faults(List.of(refused.fault()), Grid.EMPTY);
        }
    }

    private static RawSheet rows(byte[] file, Limits limits) throws FileRefused {
        if (file.length == 0) {
            throw new FileRefused(EMPTY_FILE);
        }
        if (file.length > limits.fileBytes()) {
            throw new FileRefused(FILE_TOO_LARGE, Limits.megabytes(file.length), Limits.megabytes(limits.fileBytes()));
        }
        if (startsWith(file, COMPOUND_FILE)) {
            throw new FileRefused(Bytes.count(file, ENCRYPTED_PACKAGE, 1) > 0 ? ENCRYPTED : OLD_EXCEL);
        }
        return startsWith(file, ZIP) ? ExcelFile.read(file, limits) : CsvFile.read(file, limits);
    }

    private static boolean startsWith(byte[] file, byte[] beginning) {
        return file.length >= beginning.length && Arrays.equals(file, 0, beginning.length, beginning, 0, beginning.length);
    }
}
