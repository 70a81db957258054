package fundtrail.command.recordfundreceipt;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.kit.Given;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordFundReceiptTest {
    private static Given ready() {
        return given(source(CEN), source(CTY), treasuryAccount());
    }

    private static RecordFundReceipt wish(FundSourceCode source, BankAccountId account, String bankRef, String yuan) {
        return new RecordFundReceipt(DAY, null, DIVISION, YEAR, source, account, bankRef, yuan(yuan));
    }

    @Test
    void money_that_arrived_is_recorded_in_its_source_and_account() {
        ready().when(wish(CEN, CT, "bank-1", "0.01")).then(received(CEN, "0.01", "bank-1"));
    }

    @Test
    void nothing_or_less_than_nothing_did_not_arrive() {
        ready().when(wish(CEN, CT, "bank-1", "0.00")).thenRefused(AMOUNT_NOT_POSITIVE, "bank-1");
        ready().when(wish(CEN, CT, "bank-1", "-0.01")).thenRefused(AMOUNT_NOT_POSITIVE, "bank-1");
    }

    @Test
    void a_bank_reference_is_used_once_for_ever() {
        FundReceived before = received(CTY, "1.00", "bank-1");
        Given given = ready().and(before);
        Refused refused = given.when(wish(CEN, CT, "bank-1", "2.00")).thenRefused(NUMBER_USED, "bank-1");
        assertEquals("#" + given.positionOf(before), refused.details().get("by"));
    }

    @Test
    void a_bank_reference_is_free_again_once_its_entry_is_reversed() {
        FundReceived wrong = received(CTY, "1.00", "bank-1");
        Given given = ready().and(wrong);
        given.and(new EntryReversed(given.positionOf(wrong), "FundReceived", null, "来源记错", wrong.lines().red()))
                .when(wish(CEN, CT, "bank-1", "1.00"))
                .then(received(CEN, "1.00", "bank-1"));
    }

    @Test
    void source_and_account_exist() {
        ready().when(wish(new FundSourceCode("XXX"), CT, "bank-1", "1.00")).thenRefused(FUND_SOURCE_UNKNOWN, "XXX");
        ready().when(wish(CEN, new BankAccountId("XX"), "bank-1", "1.00")).thenRefused(TREASURY_ACCOUNT_UNKNOWN, "XX");
    }

    @Test
    void money_from_above_and_insurance_money_do_not_arrive_so() {
        for (Level level : List.of(Level.CENTRAL, Level.PROVINCIAL, Level.CITY, Level.INSURANCE, Level.PATIENT, Level.RISK_RESERVE)) {
            given(treasuryAccount(), source(CEN, level)).when(wish(CEN, CT, "bank-1", "1.00")).thenRefused(SOURCE_NOT_OWN_LEVEL, CEN);
        }
    }

    @Test
    void the_account_is_the_divisions_own_and_for_treasury_cash() {
        TreasuryAccountRegistered own = treasuryAccount();
        BankAccountId recovery = new BankAccountId("RECOVERY");
        BankAccountId elsewhere = new BankAccountId("ELSEWHERE");
        Given given = ready().and(
                new TreasuryAccountRegistered(recovery, DIVISION, Use.RECOVERY, own.accountName(), "1", own.bank()),
                new TreasuryAccountRegistered(elsewhere, new DivisionCode("330522"), Use.TREASURY, own.accountName(), "2",
                        own.bank()));
        given.when(wish(CEN, recovery, "bank-1", "1.00")).thenRefused(ACCOUNT_MISMATCH, recovery);
        given.when(wish(CEN, elsewhere, "bank-1", "1.00")).thenRefused(ACCOUNT_MISMATCH, elsewhere);
    }

    @Test
    void cash_ends_where_amounts_end_in_the_source_and_in_the_account() {
        Given given = ready().and(received(CEN, "9999999999999.98", "bank-1"));
        assertEquals(1, given.when(wish(CEN, CT, "bank-2", "0.01")).facts().size());
        given.when(wish(CEN, CT, "bank-2", "0.02")).thenRefused(BALANCE_OUT_OF_RANGE, CEN);
        given.when(wish(CTY, CT, "bank-2", "0.02")).thenRefused(BALANCE_OUT_OF_RANGE, CTY);
    }

    @Test
    void a_budget_year_is_a_year() {
        assertThrows(IllegalArgumentException.class,
                () -> new RecordFundReceipt(DAY, null, DIVISION, 1948, CEN, CT, "bank-1", yuan("1.00")));
    }
}
