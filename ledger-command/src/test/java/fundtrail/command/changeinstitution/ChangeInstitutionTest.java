package fundtrail.command.changeinstitution;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.kit.Given;
import fundtrail.command.kit.Sample;
import fundtrail.contract.fact.InstitutionChanged;
import fundtrail.contract.fact.InstitutionChanged.LegalStatus;
import fundtrail.contract.fact.InstitutionRegistered.InstitutionType;
import fundtrail.contract.fact.InstitutionRegistered.Ownership;
import fundtrail.contract.id.CreditCode;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ChangeInstitutionTest {
    private static final CreditCode NEW_CODE = new CreditCode("12330521471100032E");

    private static Given twoInstitutions() {
        return given(institution(H1), institution(H2));
    }

    private static ChangeInstitution wish(LocalDate from, CreditCode code, LegalStatus status, InstitutionId legalPerson) {
        return new ChangeInstitution(DAY, null, H1, from, code, "青溪镇中心卫生院", InstitutionType.TOWNSHIP_HEALTH_CENTRE,
                Ownership.PUBLIC, status, legalPerson);
    }

    private static InstitutionChanged changed(LocalDate from, CreditCode code) {
        return new InstitutionChanged(H1, from, code, "青溪镇中心卫生院", InstitutionType.TOWNSHIP_HEALTH_CENTRE, Ownership.PUBLIC,
                LegalStatus.BRANCH, H2);
    }

    @Test
    void a_change_is_in_force_from_its_first_day_and_not_before() {
        LocalDate from = DAY.plusDays(10);
        twoInstitutions().when(wish(from, NEW_CODE, LegalStatus.BRANCH, H2)).then(changed(from, NEW_CODE));
        var known = twoInstitutions().and(changed(from, NEW_CODE)).known();
        assertEquals(institution(H1), known.institutions().on(H1, from.minusDays(1)));
        assertEquals(NEW_CODE, known.institutions().on(H1, from).creditCode());
        assertEquals("青溪镇中心卫生院", known.institutions().on(H1, from).name());
        assertEquals(H2, known.institutions().changeOn(H1, from).legalPerson());
    }

    @Test
    void each_change_begins_after_the_one_before() {
        Given given = twoInstitutions().and(changed(DAY, NEW_CODE));
        given.when(wish(DAY, NEW_CODE, LegalStatus.LEGAL_PERSON, null)).thenRefused(VALIDITY_OVERLAPS, H1);
        given.when(wish(DAY.plusDays(1), NEW_CODE, LegalStatus.LEGAL_PERSON, null)).facts();
    }

    @Test
    void it_may_keep_its_code_or_take_an_old_one_of_its_own_but_never_anothers() {
        twoInstitutions().when(wish(DAY, institution(H1).creditCode(), LegalStatus.LEGAL_PERSON, null)).facts();
        twoInstitutions().and(changed(DAY, NEW_CODE))
                .when(wish(DAY.plusDays(1), institution(H1).creditCode(), LegalStatus.LEGAL_PERSON, null)).facts();
        twoInstitutions().when(wish(DAY, institution(H2).creditCode(), LegalStatus.LEGAL_PERSON, null))
                .thenRefused(NUMBER_USED, institution(H2).creditCode());
    }

    @Test
    void what_ended_in_another_changes_no_more_and_is_nobodys_legal_person() {
        given(institution(H1), institution(H2), Sample.merged(H1, H2))
                .when(wish(DAY, NEW_CODE, LegalStatus.LEGAL_PERSON, null)).thenRefused(INSTITUTION_MERGED, H1);
        twoInstitutions().when(wish(DAY, NEW_CODE, LegalStatus.BRANCH, new InstitutionId("H9"))).thenRefused(INSTITUTION_UNKNOWN, "H9");
    }

    @Test
    void nobody_is_part_of_what_is_part_of_another_then_or_later() {
        for (LocalDate from : new LocalDate[] {DAY, DAY.plusDays(9)}) {
            given(institution(H1), institution(H2), new InstitutionChanged(H2, from, institution(H2).creditCode(), "柳桥镇卫生院",
                            InstitutionType.TOWNSHIP_HEALTH_CENTRE, Ownership.PUBLIC, LegalStatus.BRANCH, H1))
                    .when(wish(DAY, NEW_CODE, LegalStatus.BRANCH, H2)).thenRefused(LEGAL_PERSON_IS_BRANCH, H2);
        }
    }

    @Test
    void a_branch_and_only_a_branch_has_another_legal_person() {
        assertThrows(IllegalArgumentException.class, () -> wish(DAY, NEW_CODE, LegalStatus.BRANCH, null));
        assertThrows(IllegalArgumentException.class, () -> wish(DAY, NEW_CODE, LegalStatus.LEGAL_PERSON, H2));
        assertThrows(IllegalArgumentException.class, () -> wish(DAY, NEW_CODE, LegalStatus.BRANCH, H1));
    }
}
