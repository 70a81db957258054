package fundtrail.command.importbankstatement;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.kit.Given;
import fundtrail.contract.Digest;
import fundtrail.contract.EntryCodec;
import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.contract.fact.BankStatementImported;
import fundtrail.contract.fact.BankStatementImportedRows;
import fundtrail.contract.fact.BankStatementImportedRows.Row;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.StatementId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportBankStatementTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 1, 5);
    private static final StatementId S1 = new StatementId("S1");
    private static final StatementId S2 = new StatementId("S2");
    private static final List<Row> ROWS = List.of(
            new Row(1, FIRST, "in-1", yuan("100.00"), null), new Row(2, LAST, null, yuan("-0.50"), "手续费"));

    private static ImportBankStatement wish(StatementId id, LocalDate from, LocalDate to, String opening, String closing, List<Row> rows) {
        return new ImportBankStatement(id, CT, from, to, yuan(opening), yuan(closing), null, rows);
    }

    private static Fact[] imported() {
        return new Fact[] {
            new BankStatementImportedRows(S1, CT, DIVISION, 1, ROWS),
            new BankStatementImported(S1, CT, DIVISION, FIRST, LAST, yuan("7.00"), yuan("106.50"), 1, 2,
                    Digest.sha256(Json.canonical(ROWS)), null)
        };
    }

    private static Given anAccount() {
        return given(treasuryAccount());
    }

    @Test
    void a_statement_whose_rows_lead_from_one_balance_to_the_other_is_taken_in() {
        anAccount().when(wish(S1, FIRST, LAST, "7.00", "106.50", ROWS)).then(imported());
    }

    @Test
    void one_fen_off_is_refused() {
        assertEquals("106.50", anAccount().when(wish(S1, FIRST, LAST, "7.00", "106.51", ROWS))
                .thenRefused(STATEMENT_DIFFERS, S1).details().get("total"));
    }

    @Test
    void the_next_statement_begins_where_the_last_one_ended() {
        Given given = anAccount().and(imported()).on(LAST.plusDays(2));
        given.when(wish(S2, LAST.plusDays(1), LAST.plusDays(1), "106.50", "106.50", List.of())).facts();
        given.when(wish(S2, LAST.plusDays(2), LAST.plusDays(2), "106.50", "106.50", List.of())).thenRefused(STATEMENT_GAP, S2);
        given.when(wish(S2, LAST, LAST.plusDays(1), "106.50", "106.50", List.of())).thenRefused(STATEMENT_GAP, S2);
        given.when(wish(S2, LAST.plusDays(1), LAST.plusDays(1), "106.51", "106.51", List.of())).thenRefused(STATEMENT_GAP, S2);
    }

    @Test
    void a_statement_and_a_file_are_taken_in_once() {
        anAccount().and(imported()).when(wish(S1, FIRST, LAST, "7.00", "106.50", ROWS)).thenRefused(ALREADY_EXISTS, S1);
        String file = "a".repeat(64);
        anAccount().and(new BankStatementImported(S1, CT, DIVISION, FIRST, LAST, yuan("0.00"), yuan("0.00"), 0, 0, "0".repeat(64), file))
                .when(new ImportBankStatement(S2, CT, FIRST, LAST, yuan("0.00"), yuan("0.00"), file, List.of()))
                .thenRefused(NUMBER_USED, file);
    }

    @Test
    void days_that_have_not_come_and_accounts_that_are_not_known_are_refused() {
        anAccount().when(wish(S1, FIRST, DAY.plusDays(1), "0.00", "0.00", List.of())).thenRefused(DATE_IN_FUTURE, DAY.plusDays(1));
        given().when(new ImportBankStatement(S1, new BankAccountId("XX"), FIRST, LAST, yuan("0.00"), yuan("0.00"), null, List.of()))
                .thenRefused(TREASURY_ACCOUNT_UNKNOWN, "XX");
    }

    @Test
    void rows_out_of_order_and_rows_of_other_days_cannot_be_asked_for() {
        assertThrows(IllegalArgumentException.class, () -> wish(S1, FIRST, LAST, "0.00", "0.00", List.of(ROWS.getLast(), ROWS.getFirst())));
        assertThrows(IllegalArgumentException.class, () -> wish(S1, FIRST, LAST, "0.00", "0.00", List.of(ROWS.getFirst(), ROWS.getFirst())));
        assertThrows(IllegalArgumentException.class, () -> wish(S1, FIRST.plusDays(1), LAST, "0.00", "0.00", ROWS));
        assertThrows(IllegalArgumentException.class, () -> wish(S1, LAST, FIRST, "0.00", "0.00", List.of()));
    }

    @Test
    void a_text_with_a_persons_number_cannot_be_asked_for() {
        for (String text : List.of("付 11010519491231002X", "电话13800138000")) {
            assertThrows(IllegalArgumentException.class,
                    () -> wish(S1, FIRST, LAST, "0.00", "1.00", List.of(new Row(1, FIRST, null, yuan("1.00"), text))), text);
        }
        wish(S1, FIRST, LAST, "0.00", "1.00", List.of(new Row(1, FIRST, null, yuan("1.00"), "账号9900000000000001")));
    }

    @Test
    void many_rows_go_in_parts_that_fit_an_entry() {
        List<Row> rows = IntStream.rangeClosed(1, 2_000).mapToObj(i -> new Row(i, FIRST, "ref-" + i, yuan("1.00"), "摘要".repeat(20))).toList();
        List<Fact> facts = anAccount().when(wish(S1, FIRST, LAST, "0.00", "2000.00", rows)).facts();
        assertTrue(facts.size() > 5, facts.size() + " facts");
        facts.forEach(fact -> assertTrue(Json.canonical(fact).length < EntryCodec.MAX_ENTRY_BYTES));
        assertEquals(facts.size() - 1, ((BankStatementImported) facts.getLast()).parts());
    }
}
