package fundtrail.command.allotbudget;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.decide.RefusalCode.CLASS_UNKNOWN;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fundtrail.command.kit.Given;
import fundtrail.contract.Fact;
import fundtrail.contract.Line;
import fundtrail.contract.fact.BudgetAllotted.Classification;
import fundtrail.contract.fact.InstitutionRegistered.InstitutionType;
import fundtrail.contract.fact.InstitutionRegistered.Ownership;
import fundtrail.contract.fact.InstitutionRegistered;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllotBudgetTest {
    private static Given budgetOf100() {
        return given(institution(H1), source(CEN), budget(CEN, "100.00"));
    }

    private static AllotBudget wish(String yuan) {
        return new AllotBudget(DAY, DOCUMENT, CEN_H1, H1, DIVISION, CEN, BPH, YEAR, CLASSES, yuan(yuan));
    }

    @Test
    void the_last_fen_of_a_budget_may_be_allotted() {
        budgetOf100().and(allotted(new AllotmentId("A0"), H1, CEN, "40.00"))
                .when(wish("60.00"))
                .then(allotted(CEN_H1, H1, CEN, "60.00"));
    }

    @Test
    void one_fen_more_than_the_unallotted_authority_is_refused() {
        budgetOf100().and(allotted(new AllotmentId("A0"), H1, CEN, "40.00"))
                .when(wish("60.01"))
                .thenRefused(UNALLOTTED_EXCEEDED, CEN);
    }

    @Test
    void authority_of_another_source_does_not_help() {
        given(institution(H1), source(CEN), source(CTY), budget(CTY, "100.00"))
                .when(wish("0.01"))
                .thenRefused(UNALLOTTED_EXCEEDED, CEN);
    }

    @Test
    void nothing_is_allotted_twice_under_one_id() {
        budgetOf100().and(allotted(CEN_H1, H1, CEN, "1.00")).when(wish("1.00")).thenRefused(ALREADY_EXISTS, CEN_H1);
    }

    @Test
    void an_amount_of_zero_or_less_is_refused_before_anything_is_looked_up() {
        given().when(wish("0.00")).thenRefused(AMOUNT_NOT_POSITIVE, CEN_H1);
        given().when(wish("-1.00")).thenRefused(AMOUNT_NOT_POSITIVE, CEN_H1);
    }

    @Test
    void what_does_not_exist_is_named() {
        budgetOf100().when(new AllotBudget(DAY, DOCUMENT, CEN_H1, H1, new DivisionCode("330522"), CEN, BPH, YEAR, CLASSES,
                yuan("1.00"))).thenRefused(JURISDICTION_OUTSIDE, "AllotBudget");
        budgetOf100().when(new AllotBudget(DAY, DOCUMENT, CEN_H1, new InstitutionId("H9"), DIVISION, CEN, BPH, YEAR,
                CLASSES, yuan("1.00"))).thenRefused(INSTITUTION_UNKNOWN, "H9");
        budgetOf100().when(new AllotBudget(DAY, DOCUMENT, CEN_H1, H1, DIVISION, new FundSourceCode("XXX"), BPH, YEAR,
                CLASSES, yuan("1.00"))).thenRefused(FUND_SOURCE_UNKNOWN, "XXX");
        budgetOf100().when(new AllotBudget(DAY, DOCUMENT, CEN_H1, H1, DIVISION, CEN, new ProgrammeCode("XXX"), YEAR,
                CLASSES, yuan("1.00"))).thenRefused(PROGRAMME_UNKNOWN, "XXX");
    }

    @Test
    void an_allotment_rests_on_a_document_and_counts_from_today_at_the_latest() {
        budgetOf100().when(new AllotBudget(DAY, null, CEN_H1, H1, DIVISION, CEN, BPH, YEAR, CLASSES, yuan("1.00")))
                .thenRefused(DOCUMENT_REQUIRED, "AllotBudget");
        budgetOf100().when(new AllotBudget(DAY.plusDays(1), DOCUMENT, CEN_H1, H1, DIVISION, CEN, BPH, YEAR, CLASSES,
                yuan("1.00"))).thenRefused(DATE_IN_FUTURE, DAY.plusDays(1));
    }

    @Test
    void what_is_allotted_to_a_lower_divisions_bureau_has_no_programme_in_the_books() {
        InstitutionRegistered bureau = new InstitutionRegistered(H1, institution(H1).creditCode(), "邻湖县财政局",
                InstitutionType.FINANCE_BUREAU, Ownership.PUBLIC, DIVISION);
        Fact fact = given(bureau, source(CEN), budget(CEN, "100.00")).when(wish("60.00")).facts().getFirst();
        Line allotted = fact.lines().list().getLast();
        assertEquals(H1, allotted.institution());
        assertNull(allotted.programme());
        assertEquals(yuan("60.00"), given(bureau, source(CEN), budget(CEN, "100.00"), fact).known().balances().unpaid(H1, null));
    }

    @Test
    void authority_goes_to_institutions_of_its_own_division() {
        InstitutionRegistered elsewhere = new InstitutionRegistered(H1, institution(H1).creditCode(), "邻湖县人民医院",
                InstitutionType.LEAD_HOSPITAL, Ownership.PUBLIC, new DivisionCode("330522"));
        given(elsewhere, source(CEN), budget(CEN, "100.00")).when(wish("1.00")).thenRefused(INSTITUTION_ELSEWHERE, H1);
    }

    private static AllotBudget classed(String functional, String economic) {
        return new AllotBudget(DAY, DOCUMENT, CEN_H1, H1, DIVISION, CEN, BPH, YEAR, new Classification(functional, economic, null), yuan("1.00"));
    }

    @Test
    void its_codes_belong_to_a_class_of_expenditure() {
        for (String functional : List.of("201", "22499", "2270101", "2340299")) {
            budgetOf100().when(classed(functional, "50502")).facts();
        }
        for (String functional : List.of("9999999", "200", "2250101", "235")) {
            budgetOf100().when(classed(functional, "50502")).thenRefused(CLASS_UNKNOWN, functional);
        }
        for (String economic : List.of("501", "51499", "59999", "30299", "399")) {
            budgetOf100().when(classed("2100408", economic)).facts();
        }
        for (String economic : List.of("999", "515", "500", "31401")) {
            budgetOf100().when(classed("2100408", economic)).thenRefused(CLASS_UNKNOWN, economic);
        }
    }
}
