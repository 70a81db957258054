package fundtrail.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.contract.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void a_chinese_character_takes_two_places() {
        assertEquals(6, TextTable.width("卫生院"));
        assertEquals(8, TextTable.width("TH01 院 "));
    }

    @Test
    void a_long_text_is_cut_between_characters() {
        assertEquals("机构登记", TextTable.shortened("机构登记", 8));
        assertEquals("机构登…", TextTable.shortened("机构登记", 7));
        assertEquals("机构…", TextTable.shortened("机构登记", 6));
    }

    @Test
    void words_stand_left_amounts_right_and_totals_below_a_rule() {
        String table = new TextTable().words("机构").amounts("金额")
                .row(List.of("青溪", "1.00"))
                .row(List.of("H2", "1,234.56"))
                .total(List.of("合计", "1,235.56"))
                .toString();
        assertEquals("""
                机构      金额
                ────  ────────
                青溪      1.00
                H2    1,234.56
                ────  ────────
                合计  1,235.56
                """, table);
    }

    @Test
    void a_row_has_as_many_cells_as_there_are_columns() {
        TextTable table = new TextTable().words("a").words("b");
        assertThrows(IllegalArgumentException.class, () -> table.row(List.of("one")));
    }

    @Test
    void thousands_are_grouped_to_the_last_fen() {
        assertEquals("0.01", Amounts.grouped(Money.yuan("0.01")));
        assertEquals("999.99", Amounts.grouped(Money.yuan("999.99")));
        assertEquals("1,000.00", Amounts.grouped(Money.yuan("1000.00")));
        assertEquals("-12,345,678.90", Amounts.grouped(Money.yuan("-12345678.90")));
    }
}
