package fundtrail.command.registerperson;

import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.decide.RefusalCode.OWN_MATTER;
import static fundtrail.command.decide.RefusalCode.PERSON_ERASED;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Office.ACCOUNTANT;
import static fundtrail.command.kit.Office.ADMIN;
import static fundtrail.command.kit.Office.LEGAL;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.TESTER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.kit.Office;
import fundtrail.command.known.Known;
import fundtrail.contract.Role;
import fundtrail.contract.fact.PersonErased;
import fundtrail.contract.fact.PersonErased.Reason;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.id.PersonRef;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegisterPersonTest {
    private static final PersonRef LI = new PersonRef("p-li");
    private static final String ROW = "a".repeat(64);
    private static final String NEW_ROW = "b".repeat(64);

    @Test
    void a_person_is_registered_by_reference_and_registry_row() {
        given().when(new RegisterPerson(LI, ROW)).then(new PersonRegistered(LI, ROW));
    }

    @Test
    void a_registered_person_is_registered_anew_with_another_row() {
        given(new PersonRegistered(LI, ROW)).when(new RegisterPerson(LI, NEW_ROW)).then(new PersonRegistered(LI, NEW_ROW));
    }

    @Test
    void with_the_same_row_a_person_is_registered_once() {
        given(new PersonRegistered(LI, ROW)).when(new RegisterPerson(LI, ROW)).thenRefused(ALREADY_EXISTS, LI);
    }

    @Test
    void a_row_that_was_replaced_does_not_come_back() {
        given(new PersonRegistered(LI, ROW))
                .and(new PersonRegistered(LI, NEW_ROW))
                .when(new RegisterPerson(LI, ROW))
                .thenRefused(NUMBER_USED, ROW);
    }

    @Test
    void one_registry_row_is_one_person() {
        given(new PersonRegistered(LI, ROW))
                .when(new RegisterPerson(new PersonRef("p-li-2"), ROW))
                .thenRefused(NUMBER_USED, ROW);
    }

    @Test
    void nobody_has_a_hand_in_his_own_row() {
        given(new PersonRegistered(TESTER, ROW)).when(new RegisterPerson(TESTER, NEW_ROW)).thenRefused(OWN_MATTER, TESTER);
        Office office = new Office();
        office.asks(ADMIN, new RegisterPerson(ADMIN, NEW_ROW)).thenRefused(OWN_MATTER, ADMIN);
        var proposal = office.proposes(ADMIN, new RegisterPerson(ACCOUNTANT, NEW_ROW));
        office.approves(ACCOUNTANT, proposal).thenRefused(OWN_MATTER, ACCOUNTANT);
    }

    @Test
    void nobody_has_his_row_signed_in_his_stead_either() {
        Office office = new Office().lends(ACCOUNTANT, LEGAL, "RegisterPerson");
        var proposal = office.proposes(ADMIN, new RegisterPerson(ACCOUNTANT, NEW_ROW));
        office.approves(LEGAL, proposal).thenRefused(OWN_MATTER, ACCOUNTANT);
    }

    @Test
    void an_erased_person_is_not_registered_anew() {
        given(new PersonRegistered(LI, ROW), new PersonErased(LI, Reason.UNLAWFUL))
                .when(new RegisterPerson(LI, NEW_ROW))
                .thenRefused(PERSON_ERASED, LI);
    }

    @Test
    void whoever_is_registered_anew_keeps_the_roles() {
        Office office = new Office();
        office.carries(new RegisterPerson(LEGAL, NEW_ROW), ADMIN, ACCOUNTANT).facts();
        assertEquals(Set.of(new RoleGranted(LEGAL, Role.LO, DIVISION, null)), office.known().people().grantsOf(LEGAL));
        assertEquals(NEW_ROW, office.known().people().person(LEGAL).registryHash());
    }

    @Test
    void a_lost_registration_leaves_the_one_before() {
        Known known = given(new PersonRegistered(LI, ROW)).and(new PersonRegistered(LI, NEW_ROW)).known();
        long first = given(new PersonRegistered(LI, ROW)).last();
        assertTrue(known.people().isRegisteredUpTo(first + 1, LI, NEW_ROW));
        assertFalse(known.people().isRegisteredUpTo(first, LI, NEW_ROW), "not before its position");
        assertFalse(known.people().isRegisteredUpTo(first + 1, LI, ROW), "the row before counts no more");
        known.takeBack(first + 1);
        assertTrue(known.people().isRegisteredUpTo(first, LI, ROW));
        assertFalse(known.people().isRegisteredUpTo(first + 1, LI, NEW_ROW));
    }

    @Test
    void a_registry_row_is_named_by_its_hash() {
        assertThrows(IllegalArgumentException.class, () -> new RegisterPerson(LI, "not a hash"));
    }
}
