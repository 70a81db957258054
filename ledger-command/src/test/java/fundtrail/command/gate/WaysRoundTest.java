package fundtrail.command.gate;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Office.*;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.Slices;
import fundtrail.command.closepayeeaccount.ClosePayeeAccount;
import fundtrail.command.decide.Command;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.RefusalCode;
import fundtrail.command.decide.Slice;
import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.executebatch.ExecuteBatch;
import fundtrail.command.grantrole.GrantRole;
import fundtrail.command.kit.Office;
import fundtrail.command.placepaymenthold.PlacePaymentHold;
import fundtrail.command.recordfundreceipt.RecordFundReceipt;
import fundtrail.command.registerinstitution.RegisterInstitution;
import fundtrail.command.registerpayeeaccount.RegisterPayeeAccount;
import fundtrail.command.registerperson.RegisterPerson;
import fundtrail.command.reverseentry.ReverseEntry;
import fundtrail.command.revokerole.RevokeRole;
import fundtrail.contract.Json;
import fundtrail.contract.Role;
import fundtrail.contract.Signature;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.InstitutionRegistered;
import fundtrail.contract.fact.PayeeAccountRegistered;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.fact.RoleRevoked;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import fundtrail.contract.id.RuleSetId;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The ways round two pairs of eyes that people have tried elsewhere, each closed. Those by delegates: {@link DelegatesTest}. */
class WaysRoundTest {
    private static final BatchId B1 = new BatchId("B1");
    private static final HoldId HOLD = new HoldId("hold-1");

    private final Office office = new Office()
            .with(institution(H1), institution(H2), source(CEN), treasuryAccount(), payeeAccount(H1), payeeAccount(H2),
                    budget(CEN, "100.00"), received(CEN, "100.00", "in-1"), allotted(CEN_H1, H1, CEN, "100.00"))
            .at(later(Duration.ofDays(1)));

    private static DisburseBatch pay(LocalDate effective, PayeeAccountId account) {
        Row row = new Row(1, PaymentKind.ADVANCE, H1, account, CEN_H1, yuan("10.00"), "补助", null, null);
        return new DisburseBatch(effective, B1, DIVISION, CT, null, 1, yuan("10.00"), List.of(row));
    }

    private static PlacePaymentHold holdOn(InstitutionId institution) {
        return new PlacePaymentHold(DOCUMENT, HOLD, institution, null, null, "财政违法行为处罚处分条例第二十四条",
                DAY.plusDays(30), DAY.plusDays(60));
    }

    private RefusalCode firstFault(Command batch) {
        Refused refused = office.asks(CLERK, batch).thenRefused(ROWS_REFUSED, B1);
        return refused.faults().getFirst().why().code();
    }

    /** Signers are copied from who called. A body has nowhere to name one, and what it does not know it refuses. */
    @Test
    void no_wish_has_a_place_for_a_signer() {
        Set<String> withPersons = new TreeSet<>();
        for (Slice<? extends Command> slice : new Slices().all()) {
            look(slice.command(), slice.name(), withPersons);
            assertThrows(Exception.class, () -> Json.MAPPER.readValue("{\"approver\":\"p-boss\"}", slice.command()), slice.name());
        }
        assertEquals(Set.of(), difference(withPersons, Set.of(
                "ErasePerson.person", "GrantDelegation.from", "GrantDelegation.to", "GrantRole.person", "RegisterPerson.person",
                "RecordTipOff.person", "RevokeRole.person")));
    }

    private static void look(Class<?> record, String path, Set<String> withPersons) {
        for (RecordComponent component : record.getRecordComponents()) {
            Class<?> type = component.getType();
            assertFalse(type == Signature.class || type == Signature.Step.class, path + "." + component.getName());
            if (type == PersonRef.class) {
                withPersons.add(path + "." + component.getName());
            } else if (type.isRecord()) {
                look(type, path + "." + component.getName(), withPersons);
            }
        }
    }

    private static Set<String> difference(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    @Test
    void nobody_checks_or_approves_his_own_proposal_in_another_role() {
        office.with(new RoleGranted(CLERK, Role.CK, DIVISION, null), new RoleGranted(CLERK, Role.CA, DIVISION, null));
        ProposalId proposal = office.proposes(CLERK, pay(null, accountOf(H1)));
        office.checks(CLERK, proposal).thenRefused(SIGNER_CONFLICT, proposal);
        office.checks(CHECKER, proposal).facts();
        office.approves(CLERK, proposal).thenRefused(SIGNER_CONFLICT, proposal);
        office.with(new RoleGranted(CHECKER, Role.CA, DIVISION, null)).approves(CHECKER, proposal)
                .thenRefused(SIGNER_CONFLICT, proposal);
    }

    @Test
    void nobody_makes_room_for_a_second_signature_by_giving_up_the_first_role() {
        office.with(new RoleGranted(CLERK, Role.CK, DIVISION, null));
        ProposalId proposal = office.proposes(CLERK, pay(null, accountOf(H1)));
        office.carries(new RevokeRole(CLERK, Role.CL, DIVISION, null), ADMIN, ACCOUNTANT).facts();
        office.checks(CLERK, proposal).thenRefused(SIGNER_CONFLICT, proposal);
    }

    @Test
    void a_registry_row_stands_for_one_person() {
        String hash = ((PersonRegistered) office.log().get(1).fact()).registryHash();
        office.asks(ADMIN, new RegisterPerson(new PersonRef("p-second-account"), hash)).thenRefused(NUMBER_USED, hash);
    }

    @Test
    void a_payment_dated_before_a_hold_is_held_all_the_same() {
        office.asks(INSPECTOR, holdOn(H1)).facts();
        assertEquals(HOLD_ACTIVE, firstFault(pay(DAY, accountOf(H1))));
    }

    @Test
    void a_hold_stops_an_approved_batch_at_its_execution_whatever_date_that_bears() {
        office.carries(pay(null, accountOf(H1)), CLERK, CHECKER, ACCOUNTANT).facts();
        office.asks(INSPECTOR, holdOn(H1)).facts();
        assertEquals("ReservationReleased",
                office.asks(CASHIER, new ExecuteBatch(DAY.plusDays(1), B1)).facts().getFirst().getClass().getSimpleName());
    }

    @Test
    void a_hold_or_a_signature_is_not_reversed_away() {
        office.asks(INSPECTOR, holdOn(H1)).facts();
        long hold = office.log().size() - 1L;
        office.asks(CLERK, new ReverseEntry(null, DOCUMENT, hold, "误录")).thenRefused(NOT_REVERSIBLE, hold);
        office.proposes(CLERK, register("H2-two"));
        long proposed = office.log().size() - 1L;
        office.asks(CLERK, new ReverseEntry(null, DOCUMENT, proposed, "误录")).thenRefused(NOT_REVERSIBLE, proposed);
    }

    @Test
    void a_held_institution_is_not_paid_through_another_ones_account() {
        office.asks(INSPECTOR, holdOn(H1)).facts();
        assertEquals(PAYEE_MISMATCH, firstFault(pay(null, accountOf(H2))));
    }

    @Test
    void nor_under_a_second_registration_nor_through_an_account_two_of_them_share() {
        InstitutionRegistered held = institution(H1);
        office.asks(CLERK, new RegisterInstitution(null, new InstitutionId("H1-again"), held.creditCode(), held.name(), held.type(),
                held.ownership(), DIVISION)).thenRefused(NUMBER_USED, held.creditCode());
        PayeeAccountRegistered theirs = payeeAccount(H1);
        String spaced = theirs.accountNumber().substring(0, 4) + " -" + theirs.accountNumber().substring(4);
        office.asks(CLERK, new RegisterPayeeAccount(new PayeeAccountId("H2-too"), H2, theirs.accountName(), spaced, theirs.bank()))
                .thenRefused(NUMBER_USED, spaced);
    }

    @Test
    void an_account_changed_today_is_paid_on_the_next_working_day_at_the_earliest() {
        office.carries(new ClosePayeeAccount(accountOf(H1), "改开他行"), CLERK, CHECKER).facts();
        office.carries(register("H1-new"), CLERK, CHECKER).facts();
        PayeeAccountId changed = new PayeeAccountId("H1-new");
        assertEquals(ACCOUNT_CLOSED, firstFault(pay(null, accountOf(H1))));
        assertEquals(ACCOUNT_TOO_NEW, firstFault(pay(null, changed)));
        assertEquals(ACCOUNT_TOO_NEW, firstFault(pay(DAY, changed)));
        office.at(later(Duration.ofDays(2)));
        assertEquals(1, office.asks(CLERK, pay(null, changed)).facts().stream()
                .filter(fact -> fact.getClass().getSimpleName().equals("ProposalSubmitted")).count());
    }

    @Test
    void no_rules_let_an_account_be_paid_on_the_day_it_is_registered() {
        RuleSetPublished rules = (RuleSetPublished) opening().getLast();
        assertThrows(IllegalArgumentException.class, () -> new RuleSetPublished(
                new RuleSetId("hasty"), DAY, rules.programmes(), List.of(), List.of(), 0, 7, 60));
    }

    private static RegisterPayeeAccount register(String id) {
        return new RegisterPayeeAccount(new PayeeAccountId(id), new InstitutionId(id.substring(0, 2)), "青溪镇卫生院", "99" + id,
                "虚构银行澄湖支行");
    }

    @Test
    void an_administrator_makes_no_people_alone_and_gives_himself_nothing() {
        ProposalId person = office.proposes(ADMIN, new RegisterPerson(new PersonRef("p-puppet"), "a".repeat(64)));
        office.approves(ADMIN, person).thenRefused(ROLE_MISSING, "RegisterPerson");
        office.asks(ADMIN, new GrantRole(ADMIN, Role.CA, DIVISION, null)).thenRefused(ROLES_INCOMPATIBLE, ADMIN);
        office.asks(ADMIN, new GrantRole(ADMIN, Role.HO, DIVISION, null)).thenRefused(OWN_MATTER, ADMIN);
    }

    @Test
    void whoever_signed_a_batch_does_not_pay_it_out() {
        office.with(new RoleGranted(ACCOUNTANT, Role.CS, DIVISION, null))
                .carries(pay(null, accountOf(H1)), CLERK, CHECKER, ACCOUNTANT).facts();
        office.asks(ACCOUNTANT, new ExecuteBatch(null, B1)).thenRefused(PAYER_CONFLICT, B1);
        office.lends(CASHIER, CHECKER, "ExecuteBatch").asks(CHECKER, new ExecuteBatch(null, B1))
                .thenRefused(DELEGATE_UNFIT, "ExecuteBatch");
        assertEquals(1, office.asks(CASHIER, new ExecuteBatch(null, B1)).facts().size());
    }

    /** Division codes are compared whole: neither the city above nor the county beside it, nor one that begins alike. */
    @Test
    void a_role_serves_in_its_own_division_and_in_none_whose_code_begins_alike() {
        for (String code : List.of("330500", "330522", "330000", "330520")) {
            Office other = new WaysRoundTest().office.with(
                    new RoleRevoked(CASHIER, Role.CS, DIVISION, null), new RoleGranted(CASHIER, Role.CS, new DivisionCode(code), null));
            other.asks(CASHIER, new RecordFundReceipt(null, null, DIVISION, YEAR, CEN, CT, "in-2", yuan("1.00")))
                    .thenRefused(JURISDICTION_OUTSIDE, "RecordFundReceipt");
        }
        for (String trick : List.of("3305", "33052", "330521 ", "3305210", "33052１", "330521%", "330521.", "")) {
            assertThrows(IllegalArgumentException.class, () -> new DivisionCode(trick), trick);
        }
    }
}
