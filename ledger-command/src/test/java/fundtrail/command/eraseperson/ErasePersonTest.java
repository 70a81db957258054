package fundtrail.command.eraseperson;

import static fundtrail.command.decide.RefusalCode.DOCUMENT_REQUIRED;
import static fundtrail.command.decide.RefusalCode.OWN_MATTER;
import static fundtrail.command.decide.RefusalCode.PERSON_ERASED;
import static fundtrail.command.decide.RefusalCode.PERSON_NOT_REGISTERED;
import static fundtrail.command.decide.RefusalCode.PERSON_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.ROLES_REMAIN;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Office.ACCOUNTANT;
import static fundtrail.command.kit.Office.ADMIN;
import static fundtrail.command.kit.Office.LEGAL;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.TESTER;
import static fundtrail.command.kit.Sample.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.grantrole.GrantRole;
import fundtrail.command.kit.Office;
import fundtrail.command.known.Known;
import fundtrail.command.registerperson.RegisterPerson;
import fundtrail.command.revokerole.RevokeRole;
import fundtrail.contract.Role;
import fundtrail.contract.fact.PersonErased;
import fundtrail.contract.fact.PersonErased.Reason;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.ProposalApproved;
import fundtrail.contract.id.PersonRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErasePersonTest {
    private static final PersonRef LI = new PersonRef("p-li");
    private static final String ROW = "a".repeat(64);

    @Test
    void one_who_holds_no_role_can_be_erased() {
        given(new PersonRegistered(LI, ROW)).when(erasing(LI)).then(new PersonErased(LI, Reason.TERM_EXPIRED));
    }

    @Test
    void erasing_rests_on_a_document() {
        given(new PersonRegistered(LI, ROW))
                .when(new ErasePerson(null, LI, Reason.TERM_EXPIRED))
                .thenRefused(DOCUMENT_REQUIRED, "ErasePerson");
    }

    @Test
    void nobody_is_erased_who_was_never_there_or_is_erased_already() {
        given().when(erasing(LI)).thenRefused(PERSON_NOT_REGISTERED, LI);
        given(new PersonRegistered(LI, ROW), new PersonErased(LI, Reason.UNLAWFUL)).when(erasing(LI)).thenRefused(PERSON_ERASED, LI);
    }

    @Test
    void one_who_still_holds_a_role_is_not_erased() {
        Office office = new Office();
        Decision.Refused refused = office.asks(ADMIN, erasing(LEGAL)).thenRefused(ROLES_REMAIN, LEGAL);
        assertEquals("[LO]", refused.details().get("roles"));
        office.carries(new RevokeRole(LEGAL, Role.LO, DIVISION, null), ADMIN, ACCOUNTANT).facts();
        assertEquals(2, office.carries(erasing(LEGAL), ADMIN, ACCOUNTANT).facts().size());
    }

    @Test
    void a_role_granted_between_the_signatures_stops_the_last_one() {
        Office office = new Office().with(new PersonRegistered(LI, ROW));
        var proposal = office.proposes(ADMIN, erasing(LI));
        office.carries(new GrantRole(LI, Role.HO, DIVISION, null), ADMIN, ACCOUNTANT).facts();
        office.approves(ACCOUNTANT, proposal).thenRefused(ROLES_REMAIN, LI);
    }

    /** A hand need not hold a role any more when the last one is set: the middle one of three may have lost it. */
    @Test
    void nobody_has_a_hand_in_his_own_erasure() {
        Known known = given(new PersonRegistered(LI, ROW)).known();
        Moment moment = new Moment(DAY.atStartOfDay(ZONE).toInstant(), DAY, DAY, List.of(TESTER, LI, new PersonRef("p-third")), null);
        Decision decision = ErasePersonDecision.decide(erasing(LI), moment, known);
        assertEquals(Decision.refused(OWN_MATTER, LI), decision);
    }

    @Test
    void an_erased_person_signs_nothing_gets_no_role_and_never_comes_back() {
        Office office = new Office();
        office.carries(new RevokeRole(LEGAL, Role.LO, DIVISION, null), ADMIN, ACCOUNTANT).facts();
        List<?> facts = office.carries(erasing(LEGAL), ADMIN, ACCOUNTANT).facts();
        assertEquals(ProposalApproved.class, facts.getFirst().getClass());
        assertEquals(new PersonErased(LEGAL, Reason.TERM_EXPIRED), facts.getLast());
        office.asks(LEGAL, new GrantRole(LI, Role.HO, DIVISION, null)).thenRefused(PERSON_UNKNOWN, LEGAL);
        office.asks(ADMIN, new GrantRole(LEGAL, Role.LO, DIVISION, null)).thenRefused(PERSON_NOT_REGISTERED, LEGAL);
        office.asks(ADMIN, new RegisterPerson(LEGAL, ROW)).thenRefused(PERSON_ERASED, LEGAL);
    }

    @Test
    void a_lost_erasure_is_taken_back() {
        Known known = given(new PersonRegistered(LI, ROW)).and(new PersonErased(LI, Reason.UNLAWFUL)).known();
        assertNull(known.people().person(LI));
        assertEquals(List.of(LI), known.people().erasedUpTo(Long.MAX_VALUE));
        assertEquals(List.of(), known.people().erasedUpTo(0), "not before its position");
        known.takeBack(given(new PersonRegistered(LI, ROW)).last() + 1);
        assertEquals(ROW, known.people().person(LI).registryHash());
        assertEquals(List.of(), known.people().erasedUpTo(Long.MAX_VALUE));
    }

    private static ErasePerson erasing(PersonRef person) {
        return new ErasePerson(DOCUMENT, person, Reason.TERM_EXPIRED);
    }
}
