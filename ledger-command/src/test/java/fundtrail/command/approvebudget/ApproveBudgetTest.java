package fundtrail.command.approvebudget;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.kit.Given;
import fundtrail.command.posting.PostingRules;
import fundtrail.contract.CompensationChannel;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.fact.BudgetApproved;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.FundSourceRegistered;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.ProgrammeCode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApproveBudgetTest {
    private static final DocumentRef OTHER_DOCUMENT =
            new DocumentRef("预算批复", "澄湖县财政局", "澄财预〔2026〕2号", DAY, "1".repeat(64));

    private static Given sources() {
        return given(source(CEN), source(CTY));
    }

    private static ApproveBudget wish(DocumentRef document, SourceAmount... sources) {
        return new ApproveBudget(DAY, document, DIVISION, YEAR, BPH, CompensationChannel.BASIC_SERVICE_PURCHASE, List.of(sources));
    }

    private static SourceAmount of(FundSourceCode source, String yuan) {
        return new SourceAmount(source, yuan(yuan));
    }

    private static FundSourceRegistered sourceOf(Level level) {
        FundSourceRegistered source = source(CEN);
        return new FundSourceRegistered(CEN, source.nameZh(), source.nameEn(), level, null, null, false,
                source.restitutionOpen(), source.restitutionClosed(), null);
    }

    @Test
    void a_budget_is_approved_source_by_source() {
        List<SourceAmount> sources = List.of(of(CEN, "60.00"), of(CTY, "40.01"));
        sources().when(wish(DOCUMENT, of(CEN, "60.00"), of(CTY, "40.01")))
                .then(new BudgetApproved(DIVISION, YEAR, BPH, CompensationChannel.BASIC_SERVICE_PURCHASE, sources,
                        PostingRules.budgetApproved(DIVISION, YEAR, sources)));
    }

    @Test
    void it_rests_on_a_document() {
        sources().when(wish(null, of(CEN, "1.00"))).thenRefused(DOCUMENT_REQUIRED, "ApproveBudget");
    }

    @Test
    void every_amount_is_at_least_one_fen() {
        assertEquals(1, sources().when(wish(DOCUMENT, of(CEN, "0.01"))).facts().size());
        sources().when(wish(DOCUMENT, of(CEN, "1.00"), of(CTY, "0.00"))).thenRefused(AMOUNT_NOT_POSITIVE, CTY);
        sources().when(wish(DOCUMENT, of(CEN, "-0.01"))).thenRefused(AMOUNT_NOT_POSITIVE, CEN);
    }

    @Test
    void a_source_stands_once() {
        sources().when(wish(DOCUMENT, of(CEN, "1.00"), of(CEN, "2.00"))).thenRefused(SOURCE_TWICE, CEN);
    }

    @Test
    void a_document_approves_a_programme_and_source_once() {
        Given given = sources().and(budget(CEN, "60.00"));
        Refused refused = given.when(wish(DOCUMENT, of(CTY, "1.00"), of(CEN, "60.00")))
                .thenRefused(NUMBER_USED, DOCUMENT.number());
        assertEquals("#" + given.positionOf(budget(CEN, "60.00")), refused.details().get("by"));
        assertEquals(1, given.when(wish(DOCUMENT, of(CTY, "1.00"))).facts().size());
        assertEquals(1, given.when(wish(OTHER_DOCUMENT, of(CEN, "60.00"))).facts().size());
    }

    @Test
    void sources_and_programmes_exist() {
        sources().when(wish(DOCUMENT, of(new FundSourceCode("XXX"), "1.00"))).thenRefused(FUND_SOURCE_UNKNOWN, "XXX");
        sources().when(new ApproveBudget(DAY, DOCUMENT, DIVISION, YEAR, new ProgrammeCode("XXX"), CompensationChannel.BASIC_SERVICE_PURCHASE,
                List.of(of(CEN, "1.00")))).thenRefused(PROGRAMME_UNKNOWN, "XXX");
    }

    @Test
    void a_county_approves_money_of_its_own_level_and_no_other() {
        for (Level level : Level.values()) {
            Given.When when = given(sourceOf(level)).when(wish(DOCUMENT, of(CEN, "1.00")));
            switch (level) {
                case COUNTY, TOWNSHIP, SOCIAL, GENERAL_TREASURY -> assertEquals(1, when.facts().size(), level.name());
                default -> when.thenRefused(SOURCE_NOT_OWN_LEVEL, CEN);
            }
        }
    }

    @Test
    void authority_ends_where_amounts_end() {
        Given given = sources().and(budget(CEN, "9999999999999.98"));
        assertEquals(1, given.when(wish(OTHER_DOCUMENT, of(CEN, "0.01"))).facts().size());
        given.when(wish(OTHER_DOCUMENT, of(CEN, "0.02"))).thenRefused(BALANCE_OUT_OF_RANGE, BPH);
    }

    @Test
    void the_list_of_sources_fits_one_fact() {
        assertThrows(IllegalArgumentException.class, () -> wish(DOCUMENT));
        SourceAmount[] tooMany = IntStream.rangeClosed(0, 40)
                .mapToObj(number -> of(new FundSourceCode("S" + number), "1.00"))
                .toArray(SourceAmount[]::new);
        assertThrows(IllegalArgumentException.class, () -> wish(DOCUMENT, tooMany));
    }
}
