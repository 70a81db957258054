package fundtrail.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharesTest {
    @Test
    void what_is_left_goes_to_the_largest_remainder() {
        assertEquals("{CEN=30.00, CTY=50.01, PRO=20.00}", shares("100.01", "CEN", 30, "PRO", 20, "CTY", 50));
    }

    @Test
    void a_negative_total_is_shared_as_its_absolute_value() {
        assertEquals("{CEN=-30.00, CTY=-50.01, PRO=-20.00}", shares("-100.01", "CEN", 30, "PRO", 20, "CTY", 50));
    }

    @Test
    void of_equal_remainders_the_first_code_wins() {
        assertEquals("{CEN=0.01, CTY=0.00}", shares("0.01", "CTY", 1, "CEN", 1));
        assertEquals("{CEN=0.02, CTY=0.02, PRO=0.01}", shares("0.05", "PRO", 1, "CTY", 1, "CEN", 1));
    }

    @Test
    void nothing_is_shared_out_without_any_weight() {
        assertEquals("{CEN=0.00, CTY=0.00}", shares("0.00", "CEN", 0, "CTY", 0));
        assertThrows(IllegalArgumentException.class, () -> shares("0.01", "CEN", 0, "CTY", 0));
        assertThrows(IllegalArgumentException.class, () -> shares("1.00", "CEN", 2, "CTY", -1));
    }

    @Test
    void shares_add_up_and_none_is_a_whole_fen_off_its_exact_share() {
        Random random = new Random(20181213);
        for (int round = 0; round < 2_000; round++) {
            Money total = Money.ofFen(random.nextLong(-999_999_999_999_999L, 999_999_999_999_999L));
            Map<String, Fraction> weights = new LinkedHashMap<>();
            for (int i = random.nextInt(1, 9); i > 0; i--) {
                weights.put("S" + random.nextInt(100), Fraction.of(random.nextInt(1_000_000), random.nextInt(1, 1_000)));
            }
            weights.put("Z", Fraction.ONE);
            Map<String, Money> shares = Shares.of(total, weights);
            assertEquals(total, Money.sum(shares.values()));
            Fraction sum = sum(weights.values());
            shares.forEach((code, share) -> {
                Fraction exact = Fraction.of(total.fen()).times(weights.get(code)).over(sum);
                Fraction off = exact.minus(Fraction.of(share.fen()));
                assertTrue(off.max(off.negated()).compareTo(Fraction.ONE) < 0, () -> code + " of " + total + " by " + weights);
            });
        }
    }

    private static Fraction sum(Collection<Fraction> fractions) {
        return fractions.stream().reduce(Fraction.ZERO, Fraction::plus);
    }

    private static String shares(String total, Object... codesAndWeights) {
        Map<String, Fraction> weights = new LinkedHashMap<>();
        for (List<Object> rest = List.of(codesAndWeights); !rest.isEmpty(); rest = rest.subList(2, rest.size())) {
            weights.put((String) rest.get(0), Fraction.of((int) rest.get(1)));
        }
        return Shares.of(Money.yuan(total), weights).toString();
    }
}
