package fundtrail.command.spreadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcelNumberTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            1234.56,                 1234.56
            1234.50,                 1234.5
            100,                     100
            0,                       0
            -0.0,                    0
            1.005,                   1.005
            1.2345678E7,             12345678
            1E-2,                    0.01
            4.3499999999999996,      4.35
            1234.5599999999999,      1234.56
            0.10000000000000001,     0.1
            -8.1999999999999993,     -8.2
            123456789012345,         123456789012345
            9999999999999.99,        9999999999999.99
            """)
    void what_was_typed_is_told_from_what_is_stored(String stored, String typed) {
        assertEquals(new ExcelNumber.Exact(typed), ExcelNumber.of(stored));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.30000000000000004", "1234.5600000000002", "100.00000000000001", "1E-20", "NaN", "INF", "", "1,5", "0x10"})
    void what_nobody_typed_is_not_exact(String stored) {
        assertInstanceOf(ExcelNumber.NotExact.class, ExcelNumber.of(stored));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.2000000000000003E+18", "6200000000000000017", "1E+15", "-1E15", "1E2147483647"})
    void digits_beyond_the_fifteenth_are_lost(String stored) {
        assertInstanceOf(ExcelNumber.DigitsLost.class, ExcelNumber.of(stored));
    }

    @Test
    void every_amount_to_the_fen_survives_the_file_in_15_and_in_17_digits() {
        long seed = Long.getLong("fundtrail.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 100_000; round++) {
            BigDecimal typed = BigDecimal.valueOf(random.nextLong(1_000_000_000_000_000L), 2);
            String plain = typed.signum() == 0 ? "0" : typed.stripTrailingZeros().toPlainString();
            String seventeen = new BigDecimal(typed.doubleValue()).round(new MathContext(17)).toString();
            assertEquals(new ExcelNumber.Exact(plain), ExcelNumber.of(seventeen), () -> "seed " + seed);
            assertEquals(new ExcelNumber.Exact(plain), ExcelNumber.of(Double.toString(typed.doubleValue())), () -> "seed " + seed);
        }
    }
}
