package fundtrail.command.restorefundsource;

import static fundtrail.command.kit.Batches.B1;
import static fundtrail.command.kit.Batches.B2;
import static fundtrail.command.kit.Batches.PAYDAY;
import static fundtrail.command.kit.Batches.approved;
import static fundtrail.command.kit.Batches.row;
import static fundtrail.command.kit.ClaimedBack.does;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.CEN;
import static fundtrail.command.kit.Sample.CEN_H1;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.OTHER;
import static fundtrail.command.kit.Sample.TESTER;
import static fundtrail.command.kit.Sample.payeeAccount;
import static fundtrail.command.kit.Sample.received;
import static fundtrail.command.kit.Sample.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.executebatch.ExecuteBatch;
import fundtrail.command.kit.ClaimedBack;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.Kinds;
import fundtrail.command.kit.PurchasedYear;
import fundtrail.contract.id.AllotmentId;
import org.junit.jupiter.api.Test;

/** Authority comes back to the allotments that the clawed-back money was paid out of. */
class RestoredAuthorityTest {
    private static final AllotmentId SECOND = new AllotmentId("CEN-H1-2");

    @Test
    void what_paid_a_directed_task_gets_none_of_it() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00").standard("1000.00", "1000", "1");
        Given ledger = year.ledger().and(ClaimedBack.accounts())
                .and(Kinds.inForce(Kinds.RULES), payeeAccount(H1), received(CEN, "100.00", "in-1"),
                        Kinds.allotted(SECOND, BPH, "50502", "100.00"))
                .on(PAYDAY).and(approved(B1, Kinds.task("40.00", "16", "2.5"))).and(approved(B2, row(1, SECOND, "60.00"))).by(OTHER);
        does(ledger, new ExecuteBatch(null, B1));
        does(ledger, new ExecuteBatch(null, B2));
        year.does(PurchasedYear.volume("H1", "V-1", "60", null));
        ledger.by(TESTER);
        ClaimedBack.inquired(ledger, "V-1.2");
        does(ledger.by(OTHER), ClaimedBack.determination("V-1.2 10.00"));
        does(ledger, ClaimedBack.recovery("10.00", "in-9"));
        does(ledger, ClaimedBack.waiver(H1));
        does(ledger, ClaimedBack.restitution("10.00"));
        assertEquals(yuan("40.00"), ledger.known().balances().expended(CEN_H1));
        assertEquals(yuan("50.00"), ledger.known().balances().expended(SECOND));
    }
}
