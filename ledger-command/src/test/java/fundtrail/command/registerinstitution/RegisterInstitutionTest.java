package fundtrail.command.registerinstitution;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;

import fundtrail.contract.fact.InstitutionRegistered.InstitutionType;
import fundtrail.contract.fact.InstitutionRegistered.Ownership;
import fundtrail.contract.fact.InstitutionRegistered;
import fundtrail.contract.id.DivisionCode;
import org.junit.jupiter.api.Test;

class RegisterInstitutionTest {
    private static RegisterInstitution wish(InstitutionRegistered fact) {
        return new RegisterInstitution(
                null, fact.institution(), fact.creditCode(), fact.name(), fact.type(), fact.ownership(), fact.division());
    }

    @Test
    void an_institution_is_registered_as_wished() {
        given().when(wish(institution(H1))).then(institution(H1));
    }

    @Test
    void an_id_or_a_credit_code_is_given_once() {
        given(institution(H1)).when(wish(institution(H1))).thenRefused(ALREADY_EXISTS, H1);
        InstitutionRegistered other = institution(H2);
        given(institution(H1))
                .when(wish(new InstitutionRegistered(H2, institution(H1).creditCode(), other.name(), other.type(),
                        other.ownership(), other.division())))
                .thenRefused(NUMBER_USED, institution(H1).creditCode());
    }

    /** Its books may be kept in another ledger; money is passed down to it all the same. */
    @Test
    void a_lower_divisions_bureau_is_registered_wherever_its_books_are_and_nobody_else_is() {
        DivisionCode elsewhere = new DivisionCode("330621");
        InstitutionRegistered bureau = new InstitutionRegistered(H1, institution(H1).creditCode(), "邻县财政局", InstitutionType.FINANCE_BUREAU,
                Ownership.PUBLIC, elsewhere);
        given().when(wish(bureau)).then(bureau);
        given().when(wish(new InstitutionRegistered(H1, bureau.creditCode(), "卫生院", InstitutionType.TOWNSHIP_HEALTH_CENTRE,
                Ownership.PUBLIC, elsewhere))).thenRefused(JURISDICTION_OUTSIDE, "RegisterInstitution");
    }
}
