package fundtrail.command.placepaymenthold;

import static fundtrail.command.decide.RefusalCode.HOLD_ACTIVE;
import static fundtrail.command.decide.RefusalCode.ROWS_REFUSED;
import static fundtrail.command.decide.RefusalCode.SUBSIDY_CATEGORY_UNKNOWN;
import static fundtrail.command.kit.Batches.B1;
import static fundtrail.command.kit.Batches.HOLD;
import static fundtrail.command.kit.Batches.PAYDAY;
import static fundtrail.command.kit.Batches.disburse;
import static fundtrail.command.kit.Batches.funded;
import static fundtrail.command.kit.Kinds.SUB;
import static fundtrail.command.kit.Kinds.SUB_H1;
import static fundtrail.command.kit.Kinds.parts;
import static fundtrail.command.kit.Kinds.subsidy;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.H1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.kit.ClaimedBack;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.Kinds;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A hold whose legal basis leaves staff cost alone. */
class SparingHoldTest {
    private static final PlacePaymentHold WISH = sparing("PERSONNEL");

    private static PlacePaymentHold sparing(String category) {
        return new PlacePaymentHold(DOCUMENT, HOLD, H1, null, null, null, List.of(category), null, "条例第六条，人员经费除外",
                PAYDAY.plusDays(30), PAYDAY.plusDays(60));
    }

    private static Given held() {
        Given given = funded().and(Kinds.inForce(Kinds.RULES), Kinds.allotted(SUB_H1, SUB, "50601", "200.00"));
        ClaimedBack.does(given, WISH);
        return given;
    }

    @Test
    void the_subsidy_it_spares_is_paid_and_every_other_payment_is_not() {
        held().when(disburse(B1, subsidy("145.00", "PERSONNEL", parts("100.00", "25.00", "12.00", "8.00")))).facts();
        assertEquals(HOLD_ACTIVE, held().when(disburse(B1, subsidy("1.00", "EQUIPMENT", null))).thenRefused(ROWS_REFUSED, B1)
                .faults().getFirst().why().code());
    }

    @Test
    void it_spares_what_the_rules_know() {
        funded().and(Kinds.inForce(Kinds.RULES)).when(sparing("TRAVEL")).thenRefused(SUBSIDY_CATEGORY_UNKNOWN, "TRAVEL");
    }
}
