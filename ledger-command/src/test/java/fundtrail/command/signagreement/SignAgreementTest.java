package fundtrail.command.signagreement;

import static fundtrail.command.decide.RefusalCode.AGREEMENT_STANDS;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_MERGED;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_OUTSIDE;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.PROGRAMME_UNKNOWN;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.H2;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.institution;
import static fundtrail.command.kit.Sample.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.kit.Given;
import fundtrail.command.kit.Sample;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AgreementSigned;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.id.AgreementId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProgrammeCode;
import org.junit.jupiter.api.Test;

class SignAgreementTest {
    private static final AgreementId A1 = new AgreementId("A1");

    private static SignAgreement wish(AgreementId id, InstitutionId institution, String amount) {
        return new SignAgreement(null, DOCUMENT, id, institution, BPH, YEAR, DAY, DAY.plusDays(360), amount == null ? null : yuan(amount), "完成年度任务");
    }

    private static AgreementSigned signed(AgreementId id) {
        return new AgreementSigned(id, DIVISION, H1, BPH, YEAR, DAY, DAY.plusDays(360), yuan("1.00"), "完成年度任务");
    }

    @Test
    void an_institution_takes_on_a_year() {
        given(institution(H1)).when(wish(A1, H1, "1.00")).then(signed(A1));
    }

    @Test
    void there_is_one_for_an_institution_programme_and_year() {
        given(institution(H1), signed(A1)).when(wish(new AgreementId("A2"), H1, null)).thenRefused(AGREEMENT_STANDS, "H1 BPH 2026");
        given(institution(H1), institution(H2), signed(A1)).when(wish(A1, H2, null)).thenRefused(ALREADY_EXISTS, A1);
    }

    @Test
    void what_does_not_exist_or_goes_on_in_another_signs_nothing() {
        given().when(wish(A1, H1, null)).thenRefused(INSTITUTION_UNKNOWN, H1);
        given(institution(H1), institution(H2), Sample.merged(H1, H2)).when(wish(A1, H1, null)).thenRefused(INSTITUTION_MERGED, H1);
        given(institution(H1)).when(wish(A1, H1, "0.00")).thenRefused(AMOUNT_NOT_POSITIVE, A1);
        given(institution(H1)).when(new SignAgreement(null, DOCUMENT, A1, H1, new ProgrammeCode("XXX"), YEAR, DAY, DAY, null, null))
                .thenRefused(PROGRAMME_UNKNOWN, "XXX");
        assertThrows(IllegalArgumentException.class, () -> new SignAgreement(null, DOCUMENT, A1, H1, BPH, YEAR, DAY, DAY.minusDays(1), null, null));
    }

    @Test
    void a_signatory_signs_for_his_own_institution_only() {
        PersonRef signatory = new PersonRef("p-signatory");
        Given ledger = given(institution(H1), institution(H2), new PersonRegistered(signatory, "2".repeat(64)),
                new RoleGranted(signatory, Role.IS, DIVISION, H2)).by(signatory);
        ledger.when(wish(A1, H1, null)).thenRefused(INSTITUTION_OUTSIDE, "SignAgreement");
        assertEquals(1, ledger.when(wish(A1, H2, null)).facts().size());
    }
}
