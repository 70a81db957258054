package fundtrail.command.spreadsheet;

import static fundtrail.command.spreadsheet.FaultCode.CELL_TOO_LONG;
import static fundtrail.command.spreadsheet.FaultCode.CONTROL_CHARACTER;
import static fundtrail.command.spreadsheet.FaultCode.DATE_CELL;
import static fundtrail.command.spreadsheet.FaultCode.DIGITS_LOST;
import static fundtrail.command.spreadsheet.FaultCode.EMPTY_CELL;
import static fundtrail.command.spreadsheet.FaultCode.FORMULA;
import static fundtrail.command.spreadsheet.FaultCode.FULL_WIDTH_CHARACTERS;
import static fundtrail.command.spreadsheet.FaultCode.NOT_A_NUMBER;
import static fundtrail.command.spreadsheet.FaultCode.NOT_TEXT_OR_NUMBER;
import static fundtrail.command.spreadsheet.FaultCode.NUMBER_NOT_EXACT;
import static fundtrail.command.spreadsheet.FaultCode.SPACES;
import static fundtrail.command.spreadsheet.FaultCode.THOUSANDS_SEPARATOR;

import fundtrail.command.spreadsheet.Column.Kind;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** What forbids to take a cell as it stands; the first reason in the order of these rules. */
final class CellRules {

    private static final String FORMULA_BEGINS = "=+-@＝＋－＠";
    private static final Pattern PLAIN_DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern GROUPED = Pattern.compile("[-+]?[0-9０-９]+([,，'][0-9０-９]+)+([.．][0-9０-９]+)?");
    private static final int FEN_DECIMALS = 2;

    private CellRules() { }

    static Optional<FaultCode> check(Column column, RawCell cell, boolean asCsv, int mostCharacters) {
        FaultCode code = switch (cell) {
            case RawCell.Formula formula -> FORMULA;
            case RawCell.Date date -> DATE_CELL;
            case RawCell.Other other -> NOT_TEXT_OR_NUMBER;
            case RawCell.Number(String raw) -> number(ExcelNumber.of(raw));
            case RawCell.Text(String text) -> text(column, text, asCsv, mostCharacters);
        };
        return Optional.ofNullable(code);
    }

    private static FaultCode number(ExcelNumber number) {
        return switch (number) {
            case ExcelNumber.Exact exact -> null;
            case ExcelNumber.DigitsLost lost -> DIGITS_LOST;
            case ExcelNumber.NotExact remainder -> NUMBER_NOT_EXACT;
        };
    }

    private static FaultCode text(Column column, String text, boolean asCsv, int mostCharacters) {
        if (text.length() > mostCharacters) {
            return CELL_TOO_LONG;
        }
        if (Invisible.first(text).isPresent()) {
            return CONTROL_CHARACTER;
        }
        if (text.isBlank()) {
            return column.required() ? EMPTY_CELL : null;
        }
        if (asCsv && wouldBeAFormula(column.kind(), text)) {
            return FORMULA;
        }
        return switch (column.kind()) {
            case TEXT -> null;
            case CODE -> code(text);
            case AMOUNT -> amount(text);
        };
    }

    /** An amount may be negative; that is not for this class to judge. */
    private static boolean wouldBeAFormula(Kind kind, String text) {
        char first = text.stripLeading().charAt(0);
        return kind == Kind.AMOUNT ? first == '=' || first == '@' : FORMULA_BEGINS.indexOf(first) >= 0;
    }

    private static FaultCode code(String text) {
        if (hasSpace(text)) {
            return SPACES;
        }
        return hasFullWidth(text) ? FULL_WIDTH_CHARACTERS : null;
    }

    private static FaultCode amount(String text) {
        if (PLAIN_DECIMAL.matcher(text).matches()) {
            return null;
        }
        if (hasSpace(text)) {
            return SPACES;
        }
        if (GROUPED.matcher(text).matches()) {
            return THOUSANDS_SEPARATOR;
        }
        return hasFullWidth(text) ? FULL_WIDTH_CHARACTERS : NOT_A_NUMBER;
    }

    private static boolean hasSpace(String text) {
        return text.codePoints().anyMatch(point -> Character.isSpaceChar(point) || Character.isWhitespace(point));
    }

    /** The forms of ASCII characters that fill a Chinese character's square (Unicode FF01 to FF5E). */
    private static boolean hasFullWidth(String text) {
        return text.chars().anyMatch(character -> character >= '\uFF01' && character <= '\uFF5E');
    }

    /**
     * A total's cell with its formula replaced by the result, to the fen: it is a sum that a spreadsheet programme made
     * in floating point, and only ever compared. Every other cell stays as it is.
     */
    static RawCell controlTotal(RawCell cell) {
        if (!(cell instanceof RawCell.Formula(String formula, String result))) {
            return cell;
        }
        if (!(ExcelNumber.of(result) instanceof ExcelNumber.DigitsLost)) {
            try {
                return new RawCell.Text(new BigDecimal(result).setScale(FEN_DECIMALS, RoundingMode.HALF_UP).toPlainString());
            } catch (NumberFormatException notANumber) {
                return new RawCell.Text(result);
            }
        }
        return new RawCell.Number(result);
    }
}
