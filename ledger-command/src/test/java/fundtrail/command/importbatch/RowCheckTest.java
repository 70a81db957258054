package fundtrail.command.importbatch;

import static fundtrail.command.kit.Batches.*;
import static fundtrail.command.kit.Sample.*;
import static fundtrail.command.spreadsheet.DisbursementFile.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.kit.Given;
import fundtrail.command.posting.PostingRules;
import fundtrail.command.spreadsheet.DisbursementFile;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.InstitutionChanged;
import fundtrail.contract.fact.InstitutionChanged.LegalStatus;
import fundtrail.contract.fact.InstitutionRegistered;
import fundtrail.contract.fact.PayeeAccountClosed;
import fundtrail.contract.fact.PayeeAccountRegistered;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.CreditCode;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.PayeeAccountId;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each cell of a row is held against. */
class RowCheckTest {
    private static final Instant NOW = PAYDAY.atTime(LocalTime.of(10, 0)).atZone(ZONE).toInstant();
    private static final BatchHeading HEADING = new BatchHeading(null, B1, DIVISION, CT, null, null, null);

    private static List<ImportFault> faults(Given given, ClerkFile file) {
        return BatchFile.read(file.csv()).check(HEADING, NOW, given.known()).faults();
    }

    private static ClerkFile row() {
        return new ClerkFile().row(CEN_H1, "10.00");
    }

    /** The one fault of a row in order but for this cell. */
    private static ImportFault fault(DisbursementFile column, String text) {
        List<ImportFault> faults = faults(funded(), row().but(column, text));
        assertEquals(1, faults.size(), () -> text + ": " + faults);
        assertEquals(2, faults.getFirst().row());
        assertEquals(column.column().header(), faults.getFirst().column());
        return faults.getFirst();
    }

    private static void assertFault(String code, String mentioned, ImportFault fault) {
        assertEquals(code, fault.code());
        assertTrue(fault.zh().what().contains(mentioned), fault.zh()::what);
        assertTrue(fault.en().what().contains(mentioned), fault.en()::what);
    }

    private static void assertInOrder(DisbursementFile column, String... texts) {
        for (String text : texts) {
            assertEquals(List.of(), faults(funded(), row().but(column, text)), text);
        }
    }

    @Test
    void a_mistyped_credit_code_is_caught_by_its_check_character() {
        assertFault("CREDIT_CODE_WRONG", "12330521471100016X", fault(CREDIT_CODE, "12330521471100016X"));
        assertFault("CREDIT_CODE_WRONG", "1233", fault(CREDIT_CODE, "1233"));
    }

    @Test
    void a_credit_code_nobody_is_registered_with_is_unknown() {
        assertFault("INSTITUTION_UNKNOWN", "12330521471100032E", fault(CREDIT_CODE, "12330521471100032E"));
    }

    @Test
    void the_name_is_that_of_the_credit_code() {
        assertFault("NAME_MISMATCH", "青溪镇卫生院H1", fault(INSTITUTION_NAME, "青溪镇卫生院H2"));
        assertInOrder(INSTITUTION_NAME, "青溪镇 卫生院H1", "青溪镇卫生院Ｈ１");
    }

    @Test
    void name_and_credit_code_are_those_in_force_on_the_day_of_the_batch() {
        InstitutionRegistered first = institution(H1);
        CreditCode code = new CreditCode("12330521471100032E");
        Given changed = funded().and(new InstitutionChanged(H1, PAYDAY, code, "青溪镇中心卫生院", first.type(), first.ownership(),
                LegalStatus.LEGAL_PERSON, null));
        assertEquals(List.of(), faults(changed, row().but(CREDIT_CODE, code.value()).but(INSTITUTION_NAME, "青溪镇中心卫生院")));
        List<ImportFault> old = faults(changed, row());
        assertEquals(List.of("CREDIT_CODE_WRONG", "NAME_MISMATCH"), old.stream().map(ImportFault::code).sorted().toList());
        assertTrue(old.stream().anyMatch(fault -> fault.zh().what().contains(code.value())), old::toString);
        Given later = funded().and(new InstitutionChanged(H1, PAYDAY.plusDays(1), code, "青溪镇中心卫生院", first.type(),
                first.ownership(), LegalStatus.LEGAL_PERSON, null));
        assertEquals(List.of(), faults(later, row()));
    }

    @Test
    void the_allotment_is_known_and_the_institutions_own() {
        assertFault("ALLOTMENT_UNKNOWN", "CEN-H9", fault(ALLOTMENT_ID, "CEN-H9"));
        assertFault("ALLOTMENT_UNKNOWN", "指标一", fault(ALLOTMENT_ID, "指标一"));
        assertFault("ALLOTMENT_MISMATCH", "CEN-H2", fault(ALLOTMENT_ID, "CEN-H2"));
    }

    @Test
    void the_allotment_is_one_of_the_batchs_division() {
        AllotmentId allotment = new AllotmentId("CEN-H1-2");
        DivisionCode next = new DivisionCode("330522");
        BudgetAllotted elsewhere = new BudgetAllotted(allotment, H1, next, CEN, BPH, YEAR, CLASSES, yuan("1.00"),
                PostingRules.budgetAllotted(Purse.of(next, YEAR, CEN).of(H1, BPH).under(allotment), yuan("1.00")));
        assertEquals(List.of("ALLOTMENT_MISMATCH"),
                faults(funded().and(elsewhere), row().but(ALLOTMENT_ID, "CEN-H1-2")).stream().map(ImportFault::code).toList());
    }

    @Test
    void what_else_the_row_says_of_the_allotment_agrees_with_it() {
        assertFault("ALLOTMENT_DIFFERS", "澄财预〔2026〕1号", fault(ALLOTMENT_DOCUMENT, "澄财预〔2026〕2号"));
        assertFault("ALLOTMENT_DIFFERS", "CEN", fault(FUND_SOURCE, "CTY"));
        assertFault("ALLOTMENT_DIFFERS", "2100408", fault(FUNCTION_CLASS, "2100409"));
        assertFault("ALLOTMENT_DIFFERS", "2100408", fault(FUNCTION_CLASS, "21004081"));
        assertFault("ALLOTMENT_DIFFERS", "50502", fault(GOVERNMENT_ECONOMIC_CLASS, "50501"));
        assertFault("ALLOTMENT_DIFFERS", "BPH", fault(PROGRAMME_CODE, "FMD"));
        assertFault("ALLOTMENT_DIFFERS", "BPH", fault(PROGRAMME_CODE, "BPH-2"));
    }

    @Test
    void ways_of_writing_the_same_are_the_same() {
        assertInOrder(ALLOTMENT_DOCUMENT, "澄财预[2026]1号", "澄财预（2026）1号", "澄财预【2026】１号", "澄财预〔2026〕 1 号");
        assertInOrder(FUND_SOURCE, "CEN资金", "Source CEN", "县级", "cen");
        assertInOrder(FUNCTION_CLASS, "2100408 基本公共卫生服务", "2100408-基本公共卫生服务", "[2100408]基本公共卫生服务");
        assertInOrder(GOVERNMENT_ECONOMIC_CLASS, "50502商品和服务支出");
    }

    @Test
    void the_account_is_one_the_institution_registered_and_the_part_that_differs_is_named() {
        assertFault("ACCOUNT_MISMATCH", "990000000000019", fault(ACCOUNT_NUMBER, "990000000000019"));
        assertFault("ACCOUNT_MISMATCH", "青溪镇卫生院H1", fault(PAYEE_NAME, "青溪镇卫生所"));
        assertFault("ACCOUNT_MISMATCH", "虚构银行青溪支行", fault(BANK, "虚构银行澄湖支行"));
        assertInOrder(ACCOUNT_NUMBER, "9900000-0000001H1");
    }

    @Test
    void another_institutions_account_is_told_like_one_nobody_has() {
        ImportFault others = fault(ACCOUNT_NUMBER, "99000000000001H2");
        ImportFault nobodys = fault(ACCOUNT_NUMBER, "99000000000001H9");
        assertEquals(nobodys.en().what().replace("H9", "H2"), others.en().what());
        assertEquals(nobodys.zh().what().replace("H9", "H2"), others.zh().what());
        assertFalse(others.toString().contains("青溪镇卫生院H2"));
    }

    @Test
    void of_accounts_with_one_number_the_open_one_that_fits_best_is_meant() {
        Given given = funded().on(DAY).and(
                new PayeeAccountClosed(accountOf(H1), H1, "开户行更名"),
                new PayeeAccountRegistered(new PayeeAccountId("H1-new"), H1, "青溪镇卫生院H1", "99000000000001H1", "虚构银行新支行"))
                .on(PAYDAY);
        List<ImportFault> faults = faults(given, row());
        assertEquals(1, faults.size());
        assertFault("ACCOUNT_MISMATCH", "虚构银行新支行", faults.getFirst());
        assertEquals(List.of(), faults(given, row().but(BANK, "虚构银行新支行")));
    }

    @Test
    void an_amount_is_positive_of_whole_fen_and_within_reason() {
        assertFault("AMOUNT_NOT_TO_THE_FEN", "10.005", fault(AMOUNT, "10.005"));
        assertFault("AMOUNT_NOT_POSITIVE", "0.00", fault(AMOUNT, "0.00"));
        assertFault("AMOUNT_NOT_POSITIVE", "-10.00", fault(AMOUNT, "-10.00"));
        assertFault("AMOUNT_TOO_LARGE", "99999999999999999999", fault(AMOUNT, "99999999999999999999"));
        assertInOrder(AMOUNT, "10", "10.5", "10.500", "0010.00", "100");
    }

    @Test
    void a_text_too_long_for_a_fact_is_told_with_its_limit() {
        assertFault("TEXT_TOO_LONG", "200", fault(PURPOSE, "用".repeat(201)));
        assertFault("TEXT_TOO_LONG", "40", fault(INSTALMENT, "期".repeat(41)));
        assertFault("TEXT_TOO_LONG", "400", fault(REMARKS, "重复支付：" + "因".repeat(401)));
        assertInOrder(PURPOSE, "用".repeat(200));
    }

    @Test
    void every_cell_at_fault_in_a_row_is_told() {
        ClerkFile file = row().but(INSTITUTION_NAME, "某院").but(FUND_SOURCE, "CTY").but(BANK, "某行").but(AMOUNT, "1.001");
        assertEquals(List.of("金额", "机构名称", "资金来源", "开户行"),
                faults(funded(), file).stream().map(ImportFault::column).toList());
    }
}
