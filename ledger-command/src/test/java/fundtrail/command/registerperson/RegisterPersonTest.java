package fundtrail.command.registerperson;

import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.kit.Given.given;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.id.PersonRef;
import org.junit.jupiter.api.Test;

class RegisterPersonTest {
    private static final PersonRef LI = new PersonRef("p-li");
    private static final String ROW = "a".repeat(64);

    @Test
    void a_person_is_registered_by_reference_and_registry_row() {
        given().when(new RegisterPerson(LI, ROW)).then(new PersonRegistered(LI, ROW));
    }

    @Test
    void the_same_person_is_registered_once() {
        given(new PersonRegistered(LI, ROW)).when(new RegisterPerson(LI, "b".repeat(64))).thenRefused(ALREADY_EXISTS, LI);
    }

    @Test
    void one_registry_row_is_one_person() {
        given(new PersonRegistered(LI, ROW))
                .when(new RegisterPerson(new PersonRef("p-li-2"), ROW))
                .thenRefused(NUMBER_USED, ROW);
    }

    @Test
    void a_registry_row_is_named_by_its_hash() {
        assertThrows(IllegalArgumentException.class, () -> new RegisterPerson(LI, "not a hash"));
    }
}
