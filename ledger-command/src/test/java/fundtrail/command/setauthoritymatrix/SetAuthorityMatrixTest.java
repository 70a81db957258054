package fundtrail.command.setauthoritymatrix;

import static fundtrail.command.decide.RefusalCode.LOCKS_OUT;
import static fundtrail.command.decide.RefusalCode.MATRIX_ADMINISTRATORS;
import static fundtrail.command.decide.RefusalCode.MATRIX_INCOMPLETE;
import static fundtrail.command.decide.RefusalCode.MATRIX_LIMIT_VOID;
import static fundtrail.command.decide.RefusalCode.MATRIX_ONE_BODY;
import static fundtrail.command.decide.RefusalCode.MATRIX_ONE_HAND;
import static fundtrail.command.decide.RefusalCode.MATRIX_UNSAFE;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.yuan;
import static fundtrail.contract.Role.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.Slices;
import fundtrail.command.authority.DefaultMatrix;
import fundtrail.command.decide.Command;
import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.Slice;
import fundtrail.command.kit.Given;
import fundtrail.contract.Body;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import fundtrail.contract.fact.AuthorityMatrixSet.Signer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SetAuthorityMatrixTest {
    private static List<Row> rows() {
        return new ArrayList<>(DefaultMatrix.matrix().rows());
    }

    private static List<Row> rowsWith(Row changed) {
        return rows().stream().map(row -> row.command().equals(changed.command()) ? changed : row).toList();
    }

    @Test
    void a_matrix_with_a_row_for_every_command_is_set() {
        given().when(new SetAuthorityMatrix(rows())).then(new AuthorityMatrixSet(rows()));
    }

    @Test
    void missing_unknown_and_doubled_commands_are_named() {
        List<Row> rows = rows();
        rows.removeIf(row -> row.command().equals("AllotBudget") || row.command().equals("PlacePaymentHold"));
        rows.add(Row.of("PayEverybody", CL));
        rows.add(Row.of("GrantRole", AD));
        Refused refused = given().when(new SetAuthorityMatrix(rows)).thenRefused(MATRIX_INCOMPLETE, "rows");
        assertEquals("[AllotBudget, PlacePaymentHold]", refused.details().get("missing"));
        assertEquals("[PayEverybody]", refused.details().get("unknown"));
        assertEquals("[GrantRole]", refused.details().get("twice"));
    }

    @Test
    void a_doubled_command_alone_is_refused() {
        List<Row> rows = rows();
        rows.add(Row.of("GrantRole", AD));
        given().when(new SetAuthorityMatrix(rows)).thenRefused(MATRIX_INCOMPLETE, "rows");
    }

    @Test
    void administrators_auditors_and_supervisors_sign_for_no_money() {
        for (Role role : List.of(AD, AU, SU, CS, IN, IA, IS)) {
            Refused refused = given()
                    .when(new SetAuthorityMatrix(rowsWith(new Row("DisburseBatch", List.of(Signer.anyOf(CL), Signer.anyOf(CA, role))))))
                    .thenRefused(MATRIX_UNSAFE, "DisburseBatch");
            assertEquals("[" + role + "]", refused.details().get("roles"));
        }
    }

    @Test
    void what_one_person_could_do_alone_is_left_to_nobody_alone() {
        for (Slice<? extends Command> slice : new Slices().all()) {
            Given.When when = given().when(new SetAuthorityMatrix(rowsWith(Row.of(slice.name(), CA))));
            if (slice.fewestHands() == 2) {
                when.thenRefused(MATRIX_ONE_HAND, slice.name());
            } else {
                assertEquals(1, when.facts().size());
            }
        }
    }

    @Test
    void administrators_make_people_and_powers_with_nobody_but_others() {
        for (String command : List.of("RegisterPerson", "GrantRole", "SetAuthorityMatrix")) {
            given().when(new SetAuthorityMatrix(rowsWith(new Row(command, List.of(Signer.anyOf(AD), Signer.anyOf(CA, AD))))))
                    .thenRefused(MATRIX_ADMINISTRATORS, command);
        }
    }

    @Test
    void what_two_bodies_answer_for_is_signed_by_two_whoever_holds_the_roles() {
        List<Slice<? extends Command>> joint = new Slices().all().stream()
                .<Slice<? extends Command>>map(slice -> slice.name().equals("AllotBudget") ? slice.jointly() : slice)
                .toList();
        Row oneBody = Row.of("AllotBudget", BO, HO, CA);
        Row perhapsOne = new Row("AllotBudget", List.of(List.of(new Signer(BO, Body.FINANCE, null), new Signer(HO, null, null)),
                List.of(new Signer(CA, Body.FINANCE, null))));
        Row two = new Row("AllotBudget", List.of(List.of(new Signer(BO, Body.FINANCE, null)), Signer.anyOf(HO), Signer.anyOf(CA)));
        for (Row row : List.of(oneBody, perhapsOne)) {
            Refused refused = (Refused) SetAuthorityMatrixDecision.decide(
                    new SetAuthorityMatrix(rowsWith(row)), joint, given().known());
            assertEquals(MATRIX_ONE_BODY, refused.code());
        }
        assertEquals(Decision.accepted(new AuthorityMatrixSet(rowsWith(two))),
                SetAuthorityMatrixDecision.decide(new SetAuthorityMatrix(rowsWith(two)), joint, given().known()));
    }

    @Test
    void a_limit_where_there_is_no_amount_is_refused_and_not_ignored() {
        given().when(new SetAuthorityMatrix(rowsWith(new Row("ExecuteBatch", List.of(List.of(new Signer(CS, null, yuan("1.00"))))))))
                .thenRefused(MATRIX_LIMIT_VOID, "ExecuteBatch");
        assertThrows(IllegalArgumentException.class, () -> new Signer(CA, null, yuan("0.00")));
    }

    @Test
    void a_matrix_under_which_nobody_could_grant_roles_is_refused() {
        given().when(new SetAuthorityMatrix(rowsWith(Row.of("GrantRole", AD, CA, BH))))
                .thenRefused(LOCKS_OUT, DIVISION);
        given().when(new SetAuthorityMatrix(rowsWith(Row.of("GrantRole", IS, AD))))
                .thenRefused(LOCKS_OUT, DIVISION);
    }

    @Test
    void a_row_has_one_to_three_signatures_and_each_names_a_role() {
        assertThrows(IllegalArgumentException.class, () -> new Row("AllotBudget", List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Row("AllotBudget", List.of(Signer.anyOf(BO), List.of())));
        assertThrows(IllegalArgumentException.class,
                () -> Row.of("AllotBudget", BO, CK, CA, BH));
    }
}
