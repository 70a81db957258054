package fundtrail.command.paymatching;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;

import fundtrail.command.kit.Given;
import fundtrail.command.posting.AuthorityPostings;
import fundtrail.command.reverseentry.ReverseEntry;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.MatchingFundsCommitted;
import fundtrail.contract.fact.MatchingFundsPaid;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.TrancheId;
import org.junit.jupiter.api.Test;

class PayMatchingTest {
    private static Given committed() {
        return given(source(CEN, Level.CENTRAL), source(CTY), treasuryAccount(), notified(DIVISION, CEN, "100.00"),
                new MatchingFundsCommitted(TRANCHE, DIVISION, CTY, yuan("20.00")));
    }

    private static PayMatching wish(String yuan, String bankRef) {
        return new PayMatching(DAY, DOCUMENT, TRANCHE, DIVISION, CTY, CT, bankRef, yuan(yuan));
    }

    private static MatchingFundsPaid paid(String yuan, String bankRef) {
        return new MatchingFundsPaid(TRANCHE, DIVISION, CTY, CT, bankRef, yuan(yuan),
                AuthorityPostings.received(Purse.of(DIVISION, YEAR, CTY), TRANCHE, CT, yuan(yuan)));
    }

    @Test
    void the_last_fen_committed_may_be_paid() {
        committed().and(paid("5.00", "m-1")).when(wish("15.00", "m-2")).then(paid("15.00", "m-2"));
    }

    @Test
    void one_fen_more_is_refused() {
        committed().and(paid("5.00", "m-1")).when(wish("15.01", "m-2")).thenRefused(MATCHING_EXCEEDED, TRANCHE);
    }

    @Test
    void commitments_for_one_source_add_up() {
        committed().and(new MatchingFundsCommitted(TRANCHE, DIVISION, CTY, yuan("1.00"))).when(wish("21.00", "m")).then(paid("21.00", "m"));
    }

    @Test
    void reference_account_and_tranche_are_checked() {
        committed().and(paid("5.00", "m-1")).when(wish("1.00", "m-1")).thenRefused(NUMBER_USED, "m-1");
        committed().when(new PayMatching(DAY, DOCUMENT, TRANCHE, DIVISION, CTY, new BankAccountId("none"), "m", yuan("1.00")))
                .thenRefused(TREASURY_ACCOUNT_UNKNOWN, "none");
        committed().when(new PayMatching(DAY, DOCUMENT, new TrancheId("none"), DIVISION, CTY, CT, "m", yuan("1.00")))
                .thenRefused(TRANCHE_UNKNOWN, "none");
        committed().when(wish("0.00", "m")).thenRefused(AMOUNT_NOT_POSITIVE, TRANCHE);
    }

    @Test
    void what_was_paid_by_mistake_is_taken_back_and_may_be_paid_again() {
        MatchingFundsPaid mistaken = paid("15.00", "m-1");
        Given given = committed().and(mistaken);
        EntryReversed back = new EntryReversed(given.positionOf(mistaken), "MatchingFundsPaid", null, "录入有误", mistaken.lines().red());
        given.when(new ReverseEntry(null, DOCUMENT, given.positionOf(mistaken), "录入有误")).then(back);
        given.and(back).when(wish("20.00", "m-1")).then(paid("20.00", "m-1"));
    }
}
