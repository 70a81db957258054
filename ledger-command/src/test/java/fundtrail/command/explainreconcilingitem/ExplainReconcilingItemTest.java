package fundtrail.command.explainreconcilingitem;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.kit.Given;
import fundtrail.contract.fact.BankStatementImported;
import fundtrail.contract.fact.BankStatementImportedRows;
import fundtrail.contract.fact.BankStatementImportedRows.Row;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.fact.ReconcilingItemExplained;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.StatementId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainReconcilingItemTest {
    private static final StatementId S1 = new StatementId("S1");
    private static final FundReceived RECEIPT = received(CEN, "100.00", "in-1");

    private static Given aStatementAndAReceipt() {
        return given(source(CEN), treasuryAccount(), RECEIPT,
                new BankStatementImportedRows(S1, CT, DIVISION, 1, List.of(
                        new Row(1, DAY, null, yuan("100.00"), null), new Row(2, DAY, null, yuan("99.99"), null))),
                new BankStatementImported(S1, CT, DIVISION, DAY, DAY, yuan("0.00"), yuan("199.99"), 1, 2, "0".repeat(64), null));
    }

    private static ExplainReconcilingItem wish(StatementId statement, Integer row, Long position) {
        return new ExplainReconcilingItem(CT, statement, row, position, "次日入账");
    }

    @Test
    void a_row_of_the_statement_is_explained_and_may_be_again() {
        ReconcilingItemExplained explained = new ReconcilingItemExplained(CT, DIVISION, S1, 2, null, "次日入账");
        aStatementAndAReceipt().when(wish(S1, 2, null)).then(explained);
        aStatementAndAReceipt().and(explained).when(wish(S1, 2, null)).then(explained);
    }

    @Test
    void a_fact_that_moved_cash_of_the_account_is_explained() {
        Given given = aStatementAndAReceipt();
        long receipt = given.positionOf(RECEIPT);
        given.when(wish(null, null, receipt)).then(new ReconcilingItemExplained(CT, DIVISION, null, null, receipt, "次日入账"));
    }

    @Test
    void a_row_and_a_fact_of_the_same_amount_are_one_movement_and_one_fen_apart_they_are_not() {
        Given given = aStatementAndAReceipt();
        long receipt = given.positionOf(RECEIPT);
        given.when(wish(S1, 1, receipt)).then(new ReconcilingItemExplained(CT, DIVISION, S1, 1, receipt, "次日入账"));
        given.when(wish(S1, 2, receipt)).thenRefused(ITEM_MISMATCH, "S1/2");
    }

    @Test
    void what_moved_nothing_there_cannot_be_explained() {
        Given given = aStatementAndAReceipt();
        given.when(wish(S1, 3, null)).thenRefused(ITEM_UNKNOWN, "S1/3");
        given.when(wish(new StatementId("S9"), 1, null)).thenRefused(ITEM_UNKNOWN, "S9/1");
        given.when(wish(null, null, 0L)).thenRefused(ITEM_UNKNOWN, "#0");
        given.when(new ExplainReconcilingItem(new BankAccountId("XX"), S1, 1, null, "x")).thenRefused(TREASURY_ACCOUNT_UNKNOWN, "XX");
    }

    @Test
    void an_item_is_a_row_or_a_fact_or_both() {
        assertThrows(IllegalArgumentException.class, () -> wish(null, null, null));
        assertThrows(IllegalArgumentException.class, () -> wish(S1, null, null));
        assertThrows(IllegalArgumentException.class, () -> wish(null, 1, 1L));
    }
}
