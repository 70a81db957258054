package fundtrail.command.revokedelegation;

import static fundtrail.command.decide.RefusalCode.DELEGATION_CLOSED;
import static fundtrail.command.decide.RefusalCode.DELEGATION_UNKNOWN;
import static fundtrail.command.kit.Office.*;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.kit.Office;
import fundtrail.contract.fact.DelegationGranted;
import fundtrail.contract.fact.DelegationRevoked;
import fundtrail.contract.id.DelegationId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevokeDelegationTest {
    private static final DelegationId D1 = new DelegationId("d-1");
    private static final RevokeDelegation WISH = new RevokeDelegation(D1);

    private final Office office = new Office().with(
            new DelegationGranted(D1, CHECKER, LEGAL, DIVISION, List.of("DisburseBatch"), null, DAY, DAY.plusDays(2)));

    @Test
    void it_ends_by_two_hands_and_the_delegators_need_not_be_one() {
        assertEquals(new DelegationRevoked(D1, CHECKER, LEGAL), office.carries(WISH, CLERK, ACCOUNTANT).facts().getLast());
    }

    @Test
    void it_ends_once_and_not_after_its_last_day() {
        office.at(later(Duration.ofDays(3))).asks(CHECKER, WISH).thenRefused(DELEGATION_CLOSED, D1);
        Office inTime = new RevokeDelegationTest().office.at(later(Duration.ofDays(2)));
        inTime.carries(WISH, CHECKER, ACCOUNTANT).facts();
        inTime.asks(CHECKER, WISH).thenRefused(DELEGATION_CLOSED, D1);
    }

    @Test
    void only_one_that_was_granted_ends() {
        office.asks(CHECKER, new RevokeDelegation(new DelegationId("d-9"))).thenRefused(DELEGATION_UNKNOWN, "d-9");
    }
}
