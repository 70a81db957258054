package fundtrail.command.recordopeningbalance;

import static fundtrail.command.decide.RefusalCode.ADVANCE_CAP_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.REFUND_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_UNKNOWN;
import static fundtrail.command.kit.Batches.B1;
import static fundtrail.command.kit.Batches.disburse;
import static fundtrail.command.kit.Batches.row;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.PurchasedYear.refund;
import static fundtrail.command.kit.Sample.*;
import static fundtrail.command.kit.Settled.standing;
import static fundtrail.contract.Account.ADVANCES;
import static fundtrail.contract.Account.ALLOTTED;
import static fundtrail.contract.Account.SETTLEMENT_RECEIVABLE;
import static fundtrail.contract.Account.TREASURY_CASH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.Kinds;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.propose.Parts;
import fundtrail.contract.Account;
import fundtrail.contract.Fact;
import fundtrail.contract.Fraction;
import fundtrail.contract.Json;
import fundtrail.contract.Money;
import fundtrail.contract.fact.OpeningBalanceRecordedRows.Row;
import fundtrail.contract.fact.SettlementRefundReceived;
import fundtrail.contract.id.AllotmentId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a division begins with goes on as if it had happened in the ledger. */
class AfterOpeningTest {
    private static Given opened(Row... rows) {
        Given given = given(institution(H1), source(CEN), treasuryAccount(), payeeAccount(H1));
        RecordOpeningBalance wish = new RecordOpeningBalance(DAY, DOCUMENT, DIVISION, rows.length,
                Money.sum(List.of(rows).stream().map(Row::amount).toList()), List.of(rows));
        return given.and(given.when(wish).facts().toArray(Fact[]::new)).on(DAY.plusDays(10));
    }

    private static Row of(int row, Account account, String yuan) {
        return new Row(row, account, YEAR, CEN, H1, BPH, null, null, null, yuan(yuan), null);
    }

    private static Row cash(int row, String yuan) {
        return new Row(row, TREASURY_CASH, YEAR, CEN, null, null, CT, null, null, yuan(yuan), null);
    }

    private static Row allotment(int row, String yuan, String expended) {
        return new Row(row, ALLOTTED, YEAR, CEN, H1, BPH, null, CEN_H1, CLASSES, yuan(yuan), yuan(expended));
    }

    @Test
    void what_an_institution_owed_before_is_refunded_without_a_settlement() {
        Given given = opened(of(1, SETTLEMENT_RECEIVABLE, "5.00"), allotment(2, "100.00", "100.00"));
        given.when(refund("H1", "5.01")).thenRefused(REFUND_EXCEEDED, "H1 BPH " + YEAR);
        given.and(given.when(refund("H1", "5.00")).facts().toArray(Fact[]::new));
        assertEquals(yuan("0.00"), standing(given, SETTLEMENT_RECEIVABLE, YEAR));
        assertEquals(yuan("5.00"), given.known().balances().available(CEN_H1));
        assertEquals(yuan("5.00"), given.known().balances().cashIn(CT));
        given.when(refund("H1", "0.01")).thenRefused(SETTLEMENT_UNKNOWN, new InstitutionYear(H1, BPH, YEAR));
    }

    @Test
    void what_was_advanced_before_counts_against_the_cap_of_its_year() {
        Given given = opened(cash(1, "40.00"), of(2, ADVANCES, "60.00"), allotment(3, "100.00", "60.00"))
                .and(Kinds.inForce(Kinds.rules(Fraction.parse("0.85"))));
        assertEquals(2, given.when(disburse(B1, row(1, CEN_H1, "25.00"))).facts().size());
        Refused refused = given.when(disburse(B1, row(1, CEN_H1, "25.01"))).refused();
        assertEquals(ADVANCE_CAP_EXCEEDED, refused.faults().getFirst().why().code());
    }

    /** Each with what it had spent; together they were spent on what is refunded. */
    @Test
    void a_refund_that_gives_authority_back_to_many_allotments_goes_in_parts_that_fit() {
        List<Row> rows = new ArrayList<>(List.of(of(1, SETTLEMENT_RECEIVABLE, "150.00")));
        for (int i = 2; i <= 151; i++) {
            rows.add(new Row(i, ALLOTTED, YEAR, CEN, H1, BPH, null, new AllotmentId("CEN-H1-" + i), CLASSES, yuan("1.00"), yuan("1.00")));
        }
        Given given = opened(rows.toArray(Row[]::new));
        List<Fact> facts = given.when(refund("H1", "150.00")).facts();
        SettlementRefundReceived closing = (SettlementRefundReceived) facts.getLast();
        assertEquals(facts.size() - 1, closing.parts());
        assertTrue(facts.size() > 2);
        facts.forEach(fact -> assertTrue(Json.canonical(fact.lines()).length <= Parts.BUDGET_BYTES));
        given.and(facts.toArray(Fact[]::new));
        assertEquals(yuan("0.00"), standing(given, SETTLEMENT_RECEIVABLE, YEAR));
        assertEquals(yuan("-150.00"), standing(given, ALLOTTED, YEAR));
        assertEquals(yuan("1.00"), given.known().balances().available(new AllotmentId("CEN-H1-151")));
        assertEquals(yuan("0.00"), given.known().ceilings().spending().towards(new AllotmentId("CEN-H1-151"), YEAR));
    }
}
