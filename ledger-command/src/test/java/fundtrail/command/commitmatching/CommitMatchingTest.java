package fundtrail.command.commitmatching;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;

import fundtrail.command.kit.Given;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.MatchingFundsCommitted;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.TrancheId;
import org.junit.jupiter.api.Test;

class CommitMatchingTest {
    private static Given ready() {
        return given(source(CEN, Level.CENTRAL), source(CTY), notified(DIVISION, CEN, "100.00"));
    }

    private static CommitMatching wish(TrancheId tranche, FundSourceCode source, String yuan) {
        return new CommitMatching(DAY, DOCUMENT, tranche, DIVISION, source, yuan(yuan));
    }

    @Test
    void own_money_is_committed_to_a_tranche() {
        ready().when(wish(TRANCHE, CTY, "20.00")).then(new MatchingFundsCommitted(TRANCHE, DIVISION, CTY, yuan("20.00")));
    }

    @Test
    void money_from_above_matches_nothing() {
        ready().when(wish(TRANCHE, CEN, "20.00")).thenRefused(SOURCE_NOT_OWN_LEVEL, CEN);
    }

    @Test
    void tranche_and_source_exist_and_the_amount_is_at_least_one_fen() {
        ready().when(wish(new TrancheId("none"), CTY, "1.00")).thenRefused(TRANCHE_UNKNOWN, "none");
        ready().when(wish(TRANCHE, new FundSourceCode("XXX"), "1.00")).thenRefused(FUND_SOURCE_UNKNOWN, "XXX");
        ready().when(wish(TRANCHE, CTY, "0.00")).thenRefused(AMOUNT_NOT_POSITIVE, TRANCHE);
    }

    @Test
    void commitments_add_up_as_far_as_amounts_go() {
        ready().and(new MatchingFundsCommitted(TRANCHE, DIVISION, CTY, yuan("9999999999999.98")))
                .when(wish(TRANCHE, CTY, "0.02"))
                .thenRefused(BALANCE_OUT_OF_RANGE, CTY);
    }
}
