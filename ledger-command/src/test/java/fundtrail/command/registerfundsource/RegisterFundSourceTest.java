package fundtrail.command.registerfundsource;

import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.DOCUMENT_REQUIRED;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.CEN;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.source;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.contract.DocumentRef;
import fundtrail.contract.fact.FundSourceRegistered;
import org.junit.jupiter.api.Test;

class RegisterFundSourceTest {
    private static RegisterFundSource wish(FundSourceRegistered fact, DocumentRef document) {
        return new RegisterFundSource(null, document, fact.fundSource(), fact.nameZh(), fact.nameEn(), fact.level(),
                fact.natureCode(), fact.projectCode(), fact.directFund(), fact.restitutionOpen(),
                fact.restitutionClosed(), fact.governingRule());
    }

    @Test
    void a_fund_source_is_registered_as_wished() {
        given().when(wish(source(CEN), DOCUMENT)).then(source(CEN));
    }

    @Test
    void it_rests_on_a_document() {
        given().when(wish(source(CEN), null)).thenRefused(DOCUMENT_REQUIRED, "RegisterFundSource");
    }

    @Test
    void a_code_is_given_once() {
        given(source(CEN)).when(wish(source(CEN), DOCUMENT)).thenRefused(ALREADY_EXISTS, CEN);
    }

    @Test
    void names_stand_on_one_line() {
        FundSourceRegistered source = source(CEN);
        assertThrows(IllegalArgumentException.class, () -> new RegisterFundSource(null, DOCUMENT, CEN, "中央\n资金", "Central",
                source.level(), null, null, false, source.restitutionOpen(), source.restitutionClosed(), null));
    }
}
