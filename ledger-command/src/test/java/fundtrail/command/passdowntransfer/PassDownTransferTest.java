package fundtrail.command.passdowntransfer;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.kit.Given;
import fundtrail.command.posting.AuthorityPostings;
import fundtrail.command.posting.PostingRules;
import fundtrail.command.reverseentry.ReverseEntry;
import fundtrail.contract.CompensationChannel;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.BudgetApproved;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.InstitutionRegistered;
import fundtrail.contract.fact.InstitutionRegistered.InstitutionType;
import fundtrail.contract.fact.InstitutionRegistered.Ownership;
import fundtrail.contract.fact.TransferPassedDown;
import fundtrail.contract.fact.TransferReceived;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.CreditCode;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.TrancheId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A city passes central money, and its own, down to the county {@code 330521}. */
class PassDownTransferTest {
    private static final DivisionCode CITY = new DivisionCode("330500");
    private static final FundSourceCode CIT = new FundSourceCode("CIT");
    private static final BankAccountId MT = new BankAccountId("MT");
    private static final InstitutionId BUREAU = new InstitutionId("C");
    private static final AllotmentId CENTRAL = new AllotmentId("CEN-C");
    private static final AllotmentId OWN = new AllotmentId("CIT-C");
    private static final AllotmentId OF_H1 = new AllotmentId("CEN-H1-city");

    private static Given city() {
        return given(institution(H1), source(CEN, Level.CENTRAL), source(CIT, Level.CITY)).alsoIn(CITY).and(
                new InstitutionRegistered(BUREAU, new CreditCode("12330521471100024K"), "澄湖县财政局", InstitutionType.FINANCE_BUREAU,
                        Ownership.PUBLIC, DIVISION),
                new TreasuryAccountRegistered(MT, CITY, Use.TREASURY, "市财政局", "990055", "虚构银行"),
                notified(CITY, CEN, "100.00"), ownBudget("50.00"), ownReceipt("50.00"),
                cityAllots(CENTRAL, BUREAU, CEN, "80.00"), cityAllots(OWN, BUREAU, CIT, "40.00"), cityAllots(OF_H1, H1, CEN, "5.00"));
    }

    private static Given arrived(String yuan) {
        return city().and(transferred(CITY, CEN, MT, DAY, yuan, "in-1"));
    }

    private static BudgetAllotted cityAllots(AllotmentId id, InstitutionId institution, FundSourceCode source, String yuan) {
        Purse purse = Purse.of(CITY, YEAR, source).of(institution, institution.equals(BUREAU) ? null : BPH).under(id);
        return new BudgetAllotted(id, institution, CITY, source, BPH, YEAR, CLASSES, yuan(yuan),
                PostingRules.budgetAllotted(purse, yuan(yuan)));
    }

    private static BudgetApproved ownBudget(String yuan) {
        List<SourceAmount> sources = List.of(new SourceAmount(CIT, yuan(yuan)));
        return new BudgetApproved(CITY, YEAR, BPH, CompensationChannel.EARMARKED_SUBSIDY, sources,
                PostingRules.budgetApproved(CITY, YEAR, sources));
    }

    private static FundReceived ownReceipt(String yuan) {
        return new FundReceived(CITY, YEAR, CIT, MT, "own-1", yuan(yuan), PostingRules.fundReceived(CITY, YEAR, CIT, MT, yuan(yuan)));
    }

    private static PassDownTransfer wish(String principal) {
        return new PassDownTransfer(null, DOCUMENT, TRANCHE, CITY, DIVISION, MT, CENTRAL, null, yuan(principal), null);
    }

    private static TransferPassedDown fact(String principal, Integer daysTaken, Integer lateBy) {
        return new TransferPassedDown(TRANCHE, CITY, DIVISION, MT, CENTRAL, null, yuan(principal), yuan("0.00"), daysTaken, lateBy,
                new Lines(AuthorityPostings.passedDown(Purse.of(CITY, YEAR, CEN).of(BUREAU, null).under(CENTRAL), TRANCHE, MT, yuan(principal))));
    }

    @Test
    void the_last_fen_received_may_go_on() {
        arrived("60.00").and(fact("20.00", 0, 0)).when(wish("40.00")).then(fact("40.00", 0, 0));
    }

    @Test
    void one_fen_more_than_was_received_is_refused() {
        arrived("60.00").and(fact("20.00", 0, 0)).when(wish("40.01")).thenRefused(HELD_EXCEEDED, TRANCHE);
    }

    @Test
    void nor_more_than_was_allotted_to_the_lower_bureau() {
        arrived("100.00").when(wish("80.01")).thenRefused(ALLOTMENT_EXCEEDED, CENTRAL);
    }

    @Test
    void its_lines_name_the_lower_bureau_and_no_programme() {
        for (Line line : arrived("60.00").when(wish("1.00")).facts().getFirst().lines()) {
            assertNull(line.programme());
        }
    }

    @Test
    void days_count_from_the_arrival_of_the_earliest_money_held() {
        Given given = arrived("60.00").and(transferred(CITY, CEN, MT, DAY.plusDays(5), "40.00", "in-2")).on(DAY.plusDays(30));
        given.when(wish("10.00")).then(fact("10.00", 30, 0));
        given.on(DAY.plusDays(31)).when(wish("10.00")).then(fact("10.00", 31, 1));
        given.and(fact("60.00", 31, 1)).when(wish("10.00")).then(fact("10.00", 26, 0));
    }

    @Test
    void ones_own_money_begins_a_tranche_and_is_late_for_nothing() {
        TrancheId own = new TrancheId("CIT-2026");
        TransferPassedDown fact = (TransferPassedDown) city()
                .when(new PassDownTransfer(null, DOCUMENT, own, CITY, DIVISION, MT, OWN, null, yuan("40.00"), yuan("0.00")))
                .facts().getFirst();
        assertNull(fact.daysTaken());
        city().when(new PassDownTransfer(null, DOCUMENT, own, CITY, DIVISION, MT, CENTRAL, null, yuan("1.00"), null))
                .thenRefused(TRANCHE_UNKNOWN, own);
    }

    @Test
    void matching_funds_go_with_it_out_of_own_money() {
        List<Line> lines = new ArrayList<>(fact("60.00", 0, 0).lines().list());
        lines.addAll(AuthorityPostings.passedDown(Purse.of(CITY, YEAR, CIT).of(BUREAU, null).under(OWN), TRANCHE, MT, yuan("40.00")));
        arrived("60.00").when(matching(OWN, "40.00")).then(new TransferPassedDown(TRANCHE, CITY, DIVISION, MT, CENTRAL, OWN, yuan("60.00"),
                yuan("40.00"), 0, 0, new Lines(lines)));
        arrived("60.00").when(matching(OWN, "40.01")).thenRefused(ALLOTMENT_EXCEEDED, OWN);
        arrived("60.00").when(matching(CENTRAL, "1.00")).thenRefused(SOURCE_NOT_OWN_LEVEL, CEN);
        assertThrows(IllegalArgumentException.class, () -> matching(null, "1.00"));
        assertThrows(IllegalArgumentException.class, () -> matching(OWN, "0.00"));
    }

    private static PassDownTransfer matching(AllotmentId allotment, String yuan) {
        return new PassDownTransfer(null, DOCUMENT, TRANCHE, CITY, DIVISION, MT, CENTRAL, allotment, yuan("60.00"), yuan(yuan));
    }

    @Test
    void money_goes_to_a_division_below_by_an_allotment_to_its_bureau() {
        arrived("60.00").when(new PassDownTransfer(null, DOCUMENT, TRANCHE, CITY, new DivisionCode("330621"), MT, CENTRAL, null, yuan("1.00"),
                null)).thenRefused(DIVISION_NOT_BELOW, "330621");
        arrived("60.00").when(new PassDownTransfer(null, DOCUMENT, TRANCHE, CITY, new DivisionCode("330522"), MT, CENTRAL, null, yuan("1.00"),
                null)).thenRefused(ALLOTMENT_NOT_TO_BUREAU, CENTRAL);
        arrived("60.00").when(new PassDownTransfer(null, DOCUMENT, TRANCHE, CITY, DIVISION, MT, OF_H1, null, yuan("1.00"), null))
                .thenRefused(ALLOTMENT_NOT_TO_BUREAU, OF_H1);
        arrived("60.00").when(new PassDownTransfer(null, DOCUMENT, TRANCHE, CITY, DIVISION, MT, OWN, null, yuan("1.00"), null))
                .thenRefused(TRANCHE_MISMATCH, TRANCHE);
    }

    @Test
    void not_before_it_was_there() {
        Given given = city().and(transferred(CITY, CEN, MT, DAY, "10.00", "in-1")).on(DAY.plusDays(5))
                .and(transferred(CITY, CEN, MT, DAY.plusDays(5), "50.00", "in-2"));
        LocalDate before = DAY.plusDays(4);
        given.when(new PassDownTransfer(before, DOCUMENT, TRANCHE, CITY, DIVISION, MT, CENTRAL, null, yuan("10.01"), null))
                .thenRefused(DATE_BEFORE_ARRIVAL, TRANCHE);
        assertEquals(1, given.when(new PassDownTransfer(before, DOCUMENT, TRANCHE, CITY, DIVISION, MT, CENTRAL, null, yuan("10.00"), null))
                .facts().size());
        given.when(new PassDownTransfer(DAY.minusDays(1), DOCUMENT, TRANCHE, CITY, DIVISION, MT, CENTRAL, null, yuan("1.00"), null))
                .thenRefused(DATE_BEFORE_ALLOTMENT, CENTRAL);
    }

    @Test
    void it_is_paid_by_a_treasury_account_that_has_the_money() {
        BankAccountId empty = new BankAccountId("M2");
        arrived("60.00").and(new TreasuryAccountRegistered(empty, CITY, Use.TREASURY, "市财政局", "990066", "虚构银行"))
                .when(new PassDownTransfer(null, DOCUMENT, TRANCHE, CITY, DIVISION, empty, CENTRAL, null, yuan("1.00"), null))
                .thenRefused(CASH_EXCEEDED, empty);
        arrived("60.00").and(treasuryAccount())
                .when(new PassDownTransfer(null, DOCUMENT, TRANCHE, CITY, DIVISION, CT, CENTRAL, null, yuan("1.00"), null))
                .thenRefused(ACCOUNT_MISMATCH, CT);
    }

    @Test
    void at_least_one_fen_goes_under_a_document_and_not_to_oneself() {
        arrived("60.00").when(wish("0.00")).thenRefused(AMOUNT_NOT_POSITIVE, TRANCHE);
        arrived("60.00").when(new PassDownTransfer(null, null, TRANCHE, CITY, DIVISION, MT, CENTRAL, null, yuan("1.00"), null))
                .thenRefused(DOCUMENT_REQUIRED, "PassDownTransfer");
        assertThrows(IllegalArgumentException.class, () ->
                new PassDownTransfer(null, DOCUMENT, TRANCHE, CITY, CITY, MT, CENTRAL, null, yuan("1.00"), null));
    }

    @Test
    void a_receipt_stays_when_its_money_went_down() {
        TransferReceived came = transferred(CITY, CEN, MT, DAY, "60.00", "in-1");
        TransferPassedDown gone = fact("60.00", 0, 0);
        Given given = city().and(came, gone);
        Refused refused = given.when(new ReverseEntry(null, DOCUMENT, given.positionOf(came), "录入有误"))
                .thenRefused(REVERSAL_BREAKS_LATER, given.positionOf(came));
        assertEquals("CEN-2026-1 60.00 [#" + given.positionOf(gone) + "]",
                refused.details().get("balance") + " " + refused.details().get("missing") + " " + refused.details().get("payments"));
    }
}
