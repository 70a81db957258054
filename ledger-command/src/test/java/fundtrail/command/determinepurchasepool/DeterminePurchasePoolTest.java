package fundtrail.command.determinepurchasepool;

import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.COMPONENTS_DIFFER;
import static fundtrail.command.decide.RefusalCode.FORMULA_DIFFERS;
import static fundtrail.command.decide.RefusalCode.FUND_SOURCE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.POOL_NEGATIVE;
import static fundtrail.command.decide.RefusalCode.PROGRAMME_UNKNOWN;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.PurchasedYear.pool;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.CEN;
import static fundtrail.command.kit.Sample.CTY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.source;
import static fundtrail.command.kit.Sample.yuan;

import fundtrail.command.kit.Given;
import fundtrail.contract.fact.PurchasePoolDetermined.Component;
import fundtrail.contract.fact.PurchasePoolDetermined.Input;
import fundtrail.contract.fact.PurchasePoolDetermined;
import fundtrail.contract.id.ProgrammeCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeterminePurchasePoolTest {
    private static final List<Component> LINES = List.of(
            new Component(Input.TOTAL_INPUT, CEN, BPH, "澄财预〔2026〕1号", yuan("30.00")), new Component(Input.TOTAL_INPUT, CTY, null, null, yuan("15.00")),
            new Component(Input.EARMARKED_SUBSIDIES, CTY, null, null, yuan("9.00")), new Component(Input.MAJOR_PUBLIC_HEALTH, CEN, null, null, yuan("4.00")),
            new Component(Input.DIRECTIVE_TASKS, CTY, null, null, yuan("2.00")));

    private static Given sources() {
        return given(source(CEN), source(CTY));
    }

    private static DeterminePurchasePool wish(String total, String earmarked, List<Component> lines, String pool) {
        return new DeterminePurchasePool(null, DOCUMENT, DIVISION, BPH, YEAR, yuan(total), yuan(earmarked), yuan("4.00"), yuan("2.00"), lines, yuan(pool));
    }

    @Test
    void the_pool_is_all_input_less_subsidies_major_public_health_and_directed_tasks() {
        sources().when(wish("45.00", "9.00", LINES, "30.00")).then(new PurchasePoolDetermined(DIVISION, BPH, YEAR, yuan("45.00"), yuan("9.00"),
                yuan("4.00"), yuan("2.00"), LINES, yuan("30.00")));
    }

    @Test
    void each_input_is_the_sum_of_its_lines_to_the_fen() {
        sources().when(wish("45.01", "9.00", LINES, "30.01")).thenRefused(COMPONENTS_DIFFER, "TOTAL_INPUT");
        sources().when(wish("45.00", "8.99", LINES, "30.01")).thenRefused(COMPONENTS_DIFFER, "EARMARKED_SUBSIDIES");
    }

    @Test
    void the_figure_of_the_document_is_computed_again() {
        sources().when(wish("45.00", "9.00", LINES, "30.01")).thenRefused(FORMULA_DIFFERS, "POOL");
    }

    @Test
    void no_more_is_taken_out_than_there_is() {
        List<Component> lines = List.of(new Component(Input.TOTAL_INPUT, CEN, null, null, yuan("15.00")), LINES.get(2), LINES.get(3), LINES.get(4));
        sources().when(wish("15.00", "9.00", lines, "0.00"));
        List<Component> fewer = List.of(new Component(Input.TOTAL_INPUT, CEN, null, null, yuan("14.99")), LINES.get(2), LINES.get(3), LINES.get(4));
        sources().when(wish("14.99", "9.00", fewer, "-0.01")).thenRefused(POOL_NEGATIVE, BPH);
    }

    @Test
    void what_does_not_exist_is_named() {
        given(source(CEN)).when(wish("45.00", "9.00", LINES, "30.00")).thenRefused(FUND_SOURCE_UNKNOWN, CTY);
        sources().when(new DeterminePurchasePool(null, DOCUMENT, DIVISION, new ProgrammeCode("XXX"), YEAR, yuan("45.00"), yuan("9.00"),
                yuan("4.00"), yuan("2.00"), LINES, yuan("30.00"))).thenRefused(PROGRAMME_UNKNOWN, "XXX");
        List<Component> none = List.of(new Component(Input.TOTAL_INPUT, CEN, null, null, yuan("0.00")));
        sources().when(wish("0.00", "9.00", none, "30.00")).thenRefused(AMOUNT_NOT_POSITIVE, CEN);
    }
}
