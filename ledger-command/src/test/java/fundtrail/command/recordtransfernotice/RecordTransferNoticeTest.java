package fundtrail.command.recordtransfernotice;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.kit.Given;
import fundtrail.command.posting.AuthorityPostings;
import fundtrail.contract.CompensationChannel;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.TransferNotified;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.TrancheId;
import org.junit.jupiter.api.Test;

class RecordTransferNoticeTest {
    private static final DocumentRef OTHER_DOCUMENT =
            new DocumentRef("下达通知", "省财政厅", "某财社〔2025〕88号", DAY.minusDays(20), "0".repeat(64));
    private static final TrancheId OTHER_TRANCHE = new TrancheId("CEN-2026-2");

    private static Given sources() {
        return given(source(CEN, Level.CENTRAL), source(CTY));
    }

    private static RecordTransferNotice wish(TrancheId tranche, DocumentRef document, FundSourceCode source, String yuan) {
        return new RecordTransferNotice(DAY, document, tranche, DIVISION, YEAR, Level.PROVINCIAL, source, BPH,
                CompensationChannel.BASIC_SERVICE_PURCHASE, yuan(yuan), true);
    }

    private static RecordTransferNotice from(Level level) {
        return new RecordTransferNotice(DAY, DOCUMENT, TRANCHE, DIVISION, YEAR, level, CEN, null, null, yuan("1.00"), false);
    }

    @Test
    void notified_money_is_authority_to_allot() {
        Given given = sources();
        given.when(wish(TRANCHE, DOCUMENT, CEN, "0.01")).then(new TransferNotified(TRANCHE, DIVISION, YEAR, Level.PROVINCIAL, CEN, BPH,
                CompensationChannel.BASIC_SERVICE_PURCHASE, yuan("0.01"), true,
                AuthorityPostings.transferNotified(Purse.of(DIVISION, YEAR, CEN), yuan("0.01"))));
        assertEquals(yuan("100.00"), given.and(notified(DIVISION, CEN, "100.00")).known().balances().unallotted(DIVISION, YEAR, CEN));
    }

    @Test
    void it_rests_on_a_document_that_notifies_a_source_once() {
        sources().when(wish(TRANCHE, null, CEN, "1.00")).thenRefused(DOCUMENT_REQUIRED, "RecordTransferNotice");
        Given given = sources().and(notified(DIVISION, CEN, "60.00"));
        given.when(wish(OTHER_TRANCHE, DOCUMENT, CEN, "60.00")).thenRefused(NUMBER_USED, DOCUMENT.number());
        assertEquals(1, given.when(wish(OTHER_TRANCHE, OTHER_DOCUMENT, CEN, "60.00")).facts().size());
    }

    @Test
    void a_tranche_is_notified_to_a_division_once() {
        sources().and(notified(DIVISION, CEN, "60.00"))
                .when(wish(TRANCHE, OTHER_DOCUMENT, CEN, "1.00"))
                .thenRefused(ALREADY_EXISTS, TRANCHE);
    }

    @Test
    void only_money_of_an_upper_level_is_notified() {
        for (Level level : Level.values()) {
            Given.When when = given(source(CEN, level)).when(wish(TRANCHE, DOCUMENT, CEN, "1.00"));
            switch (level) {
                case CENTRAL, PROVINCIAL -> assertEquals(1, when.facts().size(), level.name());
                case CITY -> when.thenRefused(NOTICE_NOT_FROM_ABOVE, TRANCHE); // the province notifies no city's money
                default -> when.thenRefused(SOURCE_NOT_UPPER_LEVEL, CEN);
            }
        }
    }

    @Test
    void the_notice_comes_from_a_level_above_the_division_and_not_above_the_money() {
        for (Level level : Level.values()) {
            Given.When when = sources().when(from(level));
            switch (level) {
                case CENTRAL, PROVINCIAL, CITY -> assertEquals(1, when.facts().size(), level.name());
                default -> when.thenRefused(NOTICE_NOT_FROM_ABOVE, TRANCHE);
            }
        }
    }

    @Test
    void every_amount_is_at_least_one_fen() {
        sources().when(wish(TRANCHE, DOCUMENT, CEN, "0.00")).thenRefused(AMOUNT_NOT_POSITIVE, TRANCHE);
    }

    @Test
    void what_it_names_exists() {
        sources().when(wish(TRANCHE, DOCUMENT, new FundSourceCode("XXX"), "1.00")).thenRefused(FUND_SOURCE_UNKNOWN, "XXX");
        sources().when(new RecordTransferNotice(DAY, DOCUMENT, TRANCHE, DIVISION, YEAR, Level.PROVINCIAL, CEN, new ProgrammeCode("XXX"),
                null, yuan("1.00"), false)).thenRefused(PROGRAMME_UNKNOWN, "XXX");
        sources().when(new RecordTransferNotice(DAY, DOCUMENT, TRANCHE, new DivisionCode("330522"), YEAR, Level.PROVINCIAL, CEN, null,
                null, yuan("1.00"), false)).thenRefused(JURISDICTION_OUTSIDE, "RecordTransferNotice");
    }

    @Test
    void authority_ends_where_amounts_end() {
        sources().and(notified(DIVISION, CEN, "9999999999999.99"))
                .when(wish(OTHER_TRANCHE, OTHER_DOCUMENT, CEN, "0.01"))
                .thenRefused(BALANCE_OUT_OF_RANGE, CEN);
    }
}
