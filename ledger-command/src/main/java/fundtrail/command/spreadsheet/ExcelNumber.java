package fundtrail.command.spreadsheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The decimal number a person typed, told from the binary one that the file holds.
 *
 * <p>Excel keeps 15 significant digits of what is typed, stores the nearest IEEE 754 double, and writes that with up to
 * 17 digits: 4.35 becomes {@code 4.3499999999999996}. The number typed is therefore the one with at most 15 digits that
 * has the same double. If there is none, nobody typed the number: it is what a calculation left over.
 */
sealed interface ExcelNumber {

    int DIGITS_KEPT = 15;

    /** @param text plain decimal, no exponent, without superfluous zeros */
    record Exact(String text) implements ExcelNumber { }

    /** More integer digits than are kept. */
    record DigitsLost() implements ExcelNumber { }

    /** Nothing a person typed. */
    record NotExact() implements ExcelNumber { }

    /** @param raw a number as a worksheet writes it (XML Schema double: {@code 1234.56}, {@code 1.2E-3}) */
    static ExcelNumber of(String raw) {
        BigDecimal number;
        try {
            number = new BigDecimal(raw.strip());
        } catch (NumberFormatException notANumber) {
            return new NotExact();
        }
        if (number.signum() == 0) {
            return new Exact("0");
        }
        long integerDigits = (long) number.precision() - number.scale();
        if (integerDigits > DIGITS_KEPT) {
            return new DigitsLost();
        }
        BigDecimal typed = number.round(new MathContext(DIGITS_KEPT, RoundingMode.HALF_EVEN)).stripTrailingZeros();
        if (integerDigits < -DIGITS_KEPT || !sameDouble(number, typed)) {
            return new NotExact();
        }
        return new Exact(typed.toPlainString());
    }

    /** Floating point is compared here because the file holds it, and is never calculated with. */
    private static boolean sameDouble(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0 || Double.compare(one.doubleValue(), other.doubleValue()) == 0;
    }
}
