package fundtrail.command.spreadsheet;

import static fundtrail.command.spreadsheet.FaultCode.BAD_ENCODING;
import static fundtrail.command.spreadsheet.FaultCode.BAD_QUOTES;
import static fundtrail.command.spreadsheet.FaultCode.NOT_A_SPREADSHEET;
import static fundtrail.command.spreadsheet.FaultCode.TOO_MANY_COLUMNS;
import static fundtrail.command.spreadsheet.FaultCode.TOO_MANY_ROWS;

import fundtrail.command.spreadsheet.RawSheet.RawRow;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A text file of cells between commas or tabs (RFC 4180), as Excel saves it on a Chinese machine or as UTF-8. */
final class CsvFile {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int LINES_TO_TELL_THE_DELIMITER = 10;

    private CsvFile() { }

    static RawSheet read(byte[] file, Limits limits) throws FileRefused {
        String text = decoded(file);
        char delimiter = delimiter(text);
        // So many delimiters could not stand in a table within the limits; one record made of them would take memory.
        if (text.chars().filter(character -> character == delimiter).count() > (long) SheetCheck.mostRows(limits) * limits.columns()) {
            throw new FileRefused(TOO_MANY_COLUMNS, "", String.valueOf(limits.columns()));
        }
        return new RawSheet(rows(text, delimiter, limits), new SheetLayout(), true);
    }

    /** A text that is valid UTF-8 is UTF-8: Chinese in GB18030 is not, but for a few pairs of characters. */
    private static String decoded(byte[] file) throws FileRefused {
        if (file.length >= 2 && (file[0] == (byte) 0xFF && file[1] == (byte) 0xFE || file[0] == (byte) 0xFE && file[1] == (byte) 0xFF)) {
            throw new FileRefused(BAD_ENCODING, "UTF-16", "");
        }
        if (Bytes.count(file, new byte[] {0}, 1) > 0 || beginsLikeADocument(file)) {
            throw new FileRefused(NOT_A_SPREADSHEET);
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            try {
                String text = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(file)).toString();
                return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            } catch (CharacterCodingException notThisOne) {
                continue;
            }
        }
        throw new FileRefused(BAD_ENCODING);
    }

    /** PDF, RTF, and the web pages or XML that some systems hand out under the name of a spreadsheet. */
    private static boolean beginsLikeADocument(byte[] file) {
        String beginning = new String(file, 0, Math.min(64, file.length), StandardCharsets.ISO_8859_1).replace("ï»¿", "").stripLeading();
        return Stream.of("%PDF", "{\\rtf", "<").anyMatch(beginning::startsWith);
    }

    /** The one that stands more often in one of the first lines. */
    private static char delimiter(String text) {
        List<String> first = text.lines().limit(LINES_TO_TELL_THE_DELIMITER).toList();
        return most(first, '\t') > most(first, ',') ? '\t' : ',';
    }

    private static long most(List<String> lines, char delimiter) {
        return lines.stream().mapToLong(line -> line.chars().filter(character -> character == delimiter).count()).max().orElse(0);
    }

    private static List<RawRow> rows(String text, char delimiter, Limits limits) throws FileRefused {
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            return rows(parser, limits);
        } catch (IOException broken) {
            throw FileRefused.in(broken, BAD_QUOTES);
        }
    }

    private static List<RawRow> rows(CSVParser parser, Limits limits) throws FileRefused {
        List<RawRow> rows = new ArrayList<>();
        try {
            for (CSVRecord line : parser) {
                RawRow row = row(line, limits);
                if (!row.isBlank()) {
                    rows.add(row);
                }
                if (rows.size() > SheetCheck.mostRows(limits)) {
                    throw new FileRefused(TOO_MANY_ROWS, "", String.valueOf(limits.rows()));
                }
            }
            return rows;
        } catch (UncheckedIOException unpaired) {
            int number = Math.toIntExact(parser.getRecordNumber() + 1);
            FileRefused refused = new FileRefused(new Fault(BAD_QUOTES, Place.row(number), "", ""));
            refused.initCause(unpaired);
            throw refused;
        }
    }

    private static RawRow row(CSVRecord line, Limits limits) throws FileRefused {
        int number = Math.toIntExact(line.getRecordNumber());
        if (line.size() > limits.columns()) {
            throw new FileRefused(new Fault(TOO_MANY_COLUMNS, Place.row(number), String.valueOf(line.size()), String.valueOf(limits.columns())));
        }
        return new RawRow(number, line.stream().<RawCell>map(RawCell.Text::new).toList());
    }
}
