package fundtrail.contract.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.contract.Fraction;
import fundtrail.contract.Money;
import fundtrail.contract.formula.ClaimPay.PaidHeads;
import fundtrail.contract.id.FundSourceCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimPayTest {
    private static final FundSourceCode CEN = new FundSourceCode("CEN");
    private static final FundSourceCode CTY = new FundSourceCode("CTY");

    @Test void a_settled_years_claims_add_up_to_what_it_was_settled_at_and_the_odd_fen_goes_to_the_first_id() {
        assertEquals(Map.of("c1", yuan("33.34"), "c2", yuan("33.33"), "c3", yuan("33.33")), ClaimPay.ofSettledWork(yuan("100.00"),
                Map.of("c1", Fraction.of(7), "c2", Fraction.of(7), "c3", Fraction.of(7))));
    }

    @Test void nothing_was_paid_for_work_that_no_entitlement_counted() {
        assertEquals(Map.of(), ClaimPay.ofSettledWork(yuan("100.00"), Map.of()));
    }

    @Test void before_the_settlement_a_claim_was_paid_as_far_as_the_advances_reach() {
        Fraction half = ClaimPay.ofAdvancedWork(Fraction.of(10), Fraction.of(100), Fraction.of(50), Fraction.ONE);
        assertEquals(Fraction.of(5), half);
        Fraction whole = ClaimPay.ofAdvancedWork(Fraction.of(10), Fraction.of(100), Fraction.of(500), Fraction.ONE);
        assertEquals(Fraction.of(10), whole, "more was advanced than was earned, and no claim was paid more than once");
    }

    @Test void heads_were_paid_in_each_prepayment_and_no_more_of_them_than_it_paid_for() {
        PaidHeads ten = new PaidHeads(10, Fraction.of(12), 6);
        PaidHeads three = new PaidHeads(3, Fraction.of(12), 12);
        assertEquals(Fraction.of(5 * 6 + 3 * 12), ClaimPay.ofAdvancedHeads(5, List.of(ten, three)));
    }

    @Test void of_a_settled_year_by_heads_a_claim_was_paid_as_much_as_it_is_of_all_heads() {
        assertEquals(Fraction.of(25), ClaimPay.ofSettledHeads(Fraction.of(100), 5, 20));
        assertEquals(Fraction.ZERO, ClaimPay.ofSettledHeads(Fraction.of(100), 5, 0));
    }

    @Test void what_a_claim_was_paid_is_rounded_once_and_never_exceeds_all_that_was_paid() {
        assertEquals(yuan("0.67"), ClaimPay.atMost(yuan("1.00"), Fraction.of(2, 3)));
        assertEquals(yuan("0.50"), ClaimPay.atMost(yuan("0.50"), Fraction.of(2, 3)));
    }

    @Test void it_came_from_the_sources_in_the_composition_of_the_whole() {
        assertEquals(Map.of(CEN, yuan("0.02"), CTY, yuan("0.01")),
                ClaimPay.bySource(yuan("0.03"), Map.of(CEN, yuan("10.00"), CTY, yuan("10.00"))));
        assertEquals(Map.of(CEN, yuan("0.01")), ClaimPay.bySource(yuan("0.01"), Map.of(CEN, yuan("10.00"), CTY, yuan("10.00"))));
    }

    private static Money yuan(String text) {
        return Money.yuan(text);
    }
}
