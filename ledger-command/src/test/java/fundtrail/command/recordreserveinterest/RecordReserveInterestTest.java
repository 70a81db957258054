package fundtrail.command.recordreserveinterest;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Reserve.CR;
import static fundtrail.command.kit.Reserve.OF_RESERVE;
import static fundtrail.command.kit.Sample.*;

import fundtrail.command.kit.Given;
import fundtrail.command.kit.Reserve;
import fundtrail.command.posting.ReservePostings;
import fundtrail.contract.fact.ReserveInterestReceived;
import fundtrail.contract.id.BankAccountId;
import org.junit.jupiter.api.Test;

/** Interest the bank paid on the reserve. */
class RecordReserveInterestTest {
    private static Given county() {
        return Given.given(institution(H1), Reserve.source(), treasuryAccount(), Reserve.account(), Reserve.contributed("10.00", "gift-1"));
    }

    private static RecordReserveInterest interest(String yuan, String bankRef, BankAccountId account) {
        return new RecordReserveInterest(null, DIVISION, YEAR, account, bankRef, yuan(yuan));
    }

    private static ReserveInterestReceived received(String yuan, String bankRef) {
        return new ReserveInterestReceived(DIVISION, YEAR, CR, bankRef, yuan(yuan), ReservePostings.received(OF_RESERVE, CR, yuan(yuan)));
    }

    @Test
    void it_enters_the_reserve() {
        county().when(interest("0.01", "int-1", CR)).then(received("0.01", "int-1"));
    }

    @Test
    void it_is_recorded_once_and_in_the_reserves_account() {
        county().and(received("0.01", "int-1")).when(interest("0.01", "int-1", CR)).thenRefused(NUMBER_USED, "int-1");
        county().when(interest("0.01", "int-1", CT)).thenRefused(RESERVE_ACCOUNT_NEEDED, CT);
        county().when(interest("0.01", "int-1", new BankAccountId("NO"))).thenRefused(TREASURY_ACCOUNT_UNKNOWN, "NO");
        county().when(interest("0.00", "int-1", CR)).thenRefused(AMOUNT_NOT_POSITIVE, "int-1");
    }
}
