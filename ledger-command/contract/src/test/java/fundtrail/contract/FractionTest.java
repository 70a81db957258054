package fundtrail.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FractionTest {
    @ParameterizedTest
    @CsvSource({
        "3.75, 3.75", "3.750, 3.75", "15/4, 3.75", "12, 12", "12.0, 12", "24/2, 12", "149/150, 149/150", "298/300, 149/150",
        "-0.5, -0.5", "-1/3, -1/3", "0.00, 0", "1/1024, 0.0009765625", "7/25, 0.28"
    })
    void one_number_has_one_text(String text, String canonical) {
        Fraction read = Fraction.parse(text);
        assertEquals(canonical, read.toString());
        assertEquals(read, Fraction.parse(canonical));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1e5", "1/0", "0/3", "1/-2", "01", "1.", ".5", "+1", "1,000", " 1", "--1", "1/2/3"})
    void other_texts_are_no_numbers(String text) {
        assertThrows(IllegalArgumentException.class, () -> Fraction.parse(text));
    }

    @Test
    void a_text_too_long_is_no_number() {
        assertThrows(IllegalArgumentException.class, () -> Fraction.parse("1".repeat(121)));
        assertThrows(IllegalArgumentException.class, () -> Fraction.parse(null));
    }

    @Test
    void arithmetic_is_exact() {
        Fraction third = Fraction.of(1, 3);
        assertEquals(Fraction.ONE, third.plus(third).plus(third));
        assertEquals(Fraction.of(-1, 6), Fraction.of(1, 6).minus(third));
        assertEquals(Fraction.of(1, 9), third.times(third));
        assertEquals(Fraction.of(3, 2), Fraction.of(1, 2).over(third));
        assertEquals(Fraction.of(-1, 2), Fraction.of(1, -2));
        assertThrows(ArithmeticException.class, () -> third.over(Fraction.ZERO));
        assertTrue(Fraction.of(-1, 2).compareTo(Fraction.of(-1, 3)) < 0);
    }

    @Test
    void rounding_is_half_up_away_from_zero() {
        assertEquals("3.7274", Fraction.of(6_042_075_90L, 1_621_007_00L).rounded(4).toString());
        assertEquals("0.13", Fraction.parse("0.125").rounded(2).toString());
        assertEquals("-0.13", Fraction.parse("-0.125").rounded(2).toString());
        assertEquals("0.12", Fraction.parse("0.1249").rounded(2).toString());
        assertEquals(Money.yuan("0.01"), Fraction.parse("0.005").toMoney());
        assertEquals(Money.yuan("9312500.00"), Fraction.parse("149/150").times(Fraction.parse("9375000")).toMoney());
        assertThrows(ArithmeticException.class, () -> Fraction.of(10_000_000_000_000L).toMoney());
    }

    @Test
    void every_text_that_is_written_reads_back() {
        Random random = new Random(93);
        for (int i = 0; i < 5_000; i++) {
            Fraction fraction = Fraction.of(random.nextLong(-1_000_000, 1_000_000), random.nextLong(1, 10_000));
            assertEquals(fraction, Fraction.parse(fraction.toString()));
        }
    }
}
