package fundtrail.query.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Body;
import fundtrail.contract.Json;
import fundtrail.contract.Money;
import fundtrail.contract.Role;
import fundtrail.contract.Signature.Step;
import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import fundtrail.contract.fact.AuthorityMatrixSet.Signer;
import fundtrail.contract.id.DelegationId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import fundtrail.query.access.HeldRole;
import fundtrail.query.entity.AuthorityMatrix;
import fundtrail.query.entity.Delegation;
import fundtrail.query.entity.Proposal;
import fundtrail.query.entity.Proposal.Signed;
import fundtrail.query.entity.Proposal.State;
import fundtrail.query.read.NextHand.Claim;
import fundtrail.query.read.NextHand.Lent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** For whose hand a proposal waits: a batch by CL, then CK, then CA up to 1,000.00 or BH; a rate by HO, then CA of finance; people by AD, then CA. */
class NextHandTest {
    private static final DivisionCode COUNTY = new DivisionCode("330521");
    private static final DivisionCode NEIGHBOUR = new DivisionCode("330522");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final PersonRef ME = new PersonRef("p-me");
    private static final PersonRef AWAY = new PersonRef("p-away");
    private static final AuthorityMatrix MATRIX = new AuthorityMatrix(List.of(
            new Row("DisburseBatch", List.of(
                    Signer.anyOf(Role.CL),
                    Signer.anyOf(Role.CK),
                    List.of(new Signer(Role.CA, null, Money.yuan("1000.00")), new Signer(Role.BH, null, null)))),
            Row.of("RegisterPerson", Role.AD, Role.CA),
            Row.of("ErasePerson", Role.AD, Role.CA),
            Row.of("GrantRole", Role.AD, Role.CA),
            Row.of("RevokeRole", Role.AD, Role.CA),
            Row.of("GrantDelegation", Role.AD, Role.CA),
            new Row("FixRate", List.of(Signer.anyOf(Role.HO), List.of(new Signer(Role.CA, Body.FINANCE, null))))));

    @Test void the_next_hand_is_asked_for_and_no_other() {
        assertEquals(by(Step.CHECKER, Role.CK), claim(batch("10.00", "p-cl"), role(Role.CK)));
        assertEquals(Optional.empty(), claim(batch("10.00", "p-cl"), role(Role.CA)), "not yet");
        assertEquals(by(Step.APPROVER, Role.CA), claim(batch("10.00", "p-cl", "p-ck"), role(Role.CA)));
        assertEquals(Optional.empty(), claim(batch("10.00", "p-cl", "p-ck"), role(Role.CK)), "no longer");
    }

    @Test void a_limit_is_kept_to_the_fen() {
        assertEquals(by(Step.APPROVER, Role.CA), claim(batch("1000.00", "p-cl", "p-ck"), role(Role.CA)));
        assertEquals(Optional.empty(), claim(batch("1000.01", "p-cl", "p-ck"), role(Role.CA)));
        assertEquals(by(Step.APPROVER, Role.BH), claim(batch("1000.01", "p-cl", "p-ck"), role(Role.BH)));
    }

    @Test void a_role_elsewhere_or_of_another_body_is_not_asked() {
        assertEquals(Optional.empty(), claim(batch("10.00", "p-cl"), new HeldRole(Role.CK, NEIGHBOUR, Body.FINANCE, null)));
        var rate = proposal("FixRate", null, null, "p-ho");
        assertEquals(by(Step.APPROVER, Role.CA), claim(rate, new HeldRole(Role.CA, NEIGHBOUR, Body.FINANCE, null)), "of the whole ledger");
        assertEquals(Optional.empty(), claim(rate, new HeldRole(Role.CA, COUNTY, Body.HEALTH, null)));
    }

    @Test void nobody_signs_twice() {
        assertEquals(Optional.empty(), claim(batch("10.00", "p-me"), role(Role.CK)));
    }

    @Test void what_is_over_or_closed_waits_for_nobody() {
        var last = batch("10.00", "p-cl");
        assertEquals(TODAY, last.expiresOn());
        assertEquals(Optional.empty(), new NextHand(ME, TODAY.plusDays(1), MATRIX, List.of(role(Role.CK)), List.of()).of(last));
        assertEquals(Optional.empty(), claim(last.moved(State.RETURNED, null, "wrong account"), role(Role.CK)));
        assertEquals(Optional.empty(), claim(proposal("Unknown", COUNTY, null, "p-cl"), role(Role.CK)), "no row, no hand");
    }

    @Test void a_lent_hand_is_within_its_commands_its_limit_its_days_and_its_division() {
        var waiting = batch("500.00", "p-cl", "p-ck");
        assertEquals(Optional.of(new Claim(Step.APPROVER, Role.CA, AWAY)), lent(waiting, delegation("DisburseBatch", "500.00", COUNTY, TODAY)));
        assertEquals(Optional.empty(), lent(waiting, delegation("DisburseBatch", "499.99", COUNTY, TODAY)));
        assertEquals(Optional.empty(), lent(waiting, delegation("AllotBudget", null, COUNTY, TODAY)));
        assertEquals(Optional.empty(), lent(waiting, delegation("DisburseBatch", null, NEIGHBOUR, TODAY)));
        assertEquals(Optional.empty(), lent(waiting, delegation("DisburseBatch", null, COUNTY, TODAY.minusDays(1))));
        assertEquals(Optional.empty(), lent(waiting, delegation("DisburseBatch", null, COUNTY, TODAY).revoked(Instant.EPOCH)));
        assertEquals(Optional.empty(), lent(batch("1000.01", "p-cl", "p-ck"), delegation("DisburseBatch", null, COUNTY, TODAY)),
                "nobody lends more than he may sign");
    }

    @Test void whoever_signed_lends_no_second_hand() {
        var signedByTheAbsent = batch("500.00", "p-cl", "p-away");
        assertEquals(Optional.empty(), lent(signedByTheAbsent, delegation("DisburseBatch", null, COUNTY, TODAY)));
        var inTheirStead = batch("500.00", "p-cl").moved(State.CHECKED,
                new Signed(Step.CHECKER, Role.CK, new PersonRef("p-other"), AWAY, 2, Instant.EPOCH), null);
        assertEquals(Optional.empty(), lent(inTheirStead, delegation("DisburseBatch", null, COUNTY, TODAY)));
    }

    @Test void a_role_of_ones_own_comes_before_a_lent_one() {
        var both = new NextHand(ME, TODAY, MATRIX, List.of(role(Role.BH)),
                List.of(new Lent(delegation("DisburseBatch", null, COUNTY, TODAY), List.of(role(Role.CA)))));
        assertEquals(by(Step.APPROVER, Role.BH), both.of(batch("10.00", "p-cl", "p-ck")));
    }

    @Test void of_what_is_lent_the_first_role_is_taken_and_of_one_role_what_was_lent_first() {
        var later = lentBy("p-later", 2, Role.CA);
        var head = lentBy("p-head", 0, Role.BH);
        var first = lentBy("p-first", 1, Role.CA);
        assertEquals(Optional.of(new Claim(Step.APPROVER, Role.CA, new PersonRef("p-first"))),
                new NextHand(ME, TODAY, MATRIX, List.of(), List.of(later, head, first)).of(batch("10.00", "p-cl", "p-ck")));
    }

    @Test void nobody_is_asked_in_anothers_stead_for_what_he_could_not_hold_beside_his_own_roles() {
        var waiting = batch("10.00", "p-cl", "p-ck");
        var lent = List.of(lentBy("p-away", 0, Role.CA));
        for (Role unfit : List.of(Role.CS, Role.IN, Role.AU, Role.AD)) {
            assertEquals(Optional.empty(), new NextHand(ME, TODAY, MATRIX, List.of(role(unfit)), lent).of(waiting), unfit.name());
        }
        assertEquals(Optional.of(new Claim(Step.APPROVER, Role.CA, AWAY)),
                new NextHand(ME, TODAY, MATRIX, List.of(role(Role.LO)), lent).of(waiting));
    }

    @Test void nobody_is_asked_about_himself_nor_anybody_in_his_stead() {
        for (String command : List.of("RegisterPerson", "ErasePerson", "GrantRole")) {
            assertEquals(by(Step.APPROVER, Role.CA), claim(about(command, "person", "p-other"), role(Role.CA)), command);
            assertEquals(Optional.empty(), claim(about(command, "person", "p-me"), role(Role.CA)), command);
            assertEquals(Optional.empty(), lent(about(command, "person", "p-away"), delegation(command, null, COUNTY, TODAY)), command);
        }
        assertEquals(Optional.empty(), claim(about("GrantDelegation", "to", "p-me"), role(Role.CA)));
        assertEquals(by(Step.APPROVER, Role.CA), claim(about("GrantDelegation", "from", "p-me"), role(Role.CA)));
        assertEquals(by(Step.APPROVER, Role.CA), claim(about("RevokeRole", "person", "p-me"), role(Role.CA)), "to take a power back");
    }

    private static Optional<Claim> claim(Proposal proposal, HeldRole... roles) {
        return new NextHand(ME, TODAY, MATRIX, List.of(roles), List.of()).of(proposal);
    }

    private static Optional<Claim> lent(Proposal proposal, Delegation delegation) {
        return new NextHand(ME, TODAY, MATRIX, List.of(), List.of(new Lent(delegation, List.of(role(Role.CA))))).of(proposal);
    }

    private static Optional<Claim> by(Step step, Role role) {
        return Optional.of(new Claim(step, role, null));
    }

    private static HeldRole role(Role role) {
        return new HeldRole(role, COUNTY, role.body(), null);
    }

    private static Delegation delegation(String command, String limit, DivisionCode division, LocalDate until) {
        return new Delegation(new DelegationId("d"), AWAY, ME, division, List.of(command), limit == null ? null : Money.yuan(limit),
                TODAY.minusDays(9), until, Instant.EPOCH, null);
    }

    private static Lent lentBy(String delegator, int grantedAfter, Role role) {
        return new Lent(new Delegation(new DelegationId("d-" + delegator), new PersonRef(delegator), ME, COUNTY, List.of("DisburseBatch"), null,
                TODAY, TODAY, Instant.EPOCH.plusSeconds(grantedAfter), null), List.of(role(role)));
    }

    private static Proposal about(String command, String member, String person) {
        return proposal(command, Json.MAPPER.createObjectNode().put(member, person), COUNTY, null, "p-ad");
    }

    private static Proposal batch(String amount, String... signers) {
        return proposal("DisburseBatch", COUNTY, Money.yuan(amount), signers);
    }

    private static Proposal proposal(String command, DivisionCode division, Money amount, String... signers) {
        return proposal(command, Json.MAPPER.createObjectNode(), division, amount, signers);
    }

    private static Proposal proposal(String command, JsonNode content, DivisionCode division, Money amount, String... signers) {
        List<Signed> hands = new ArrayList<>();
        for (String signer : signers) {
            hands.add(new Signed(Step.MAKER, Role.CL, new PersonRef(signer), null, hands.size(), Instant.EPOCH));
        }
        return new Proposal(new ProposalId("p"), command, content, "0".repeat(64), division, amount, TODAY, 0,
                null, null, hands.size() == 1 ? State.SUBMITTED : State.CHECKED, hands, null);
    }
}
