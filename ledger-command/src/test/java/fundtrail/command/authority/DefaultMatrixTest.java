package fundtrail.command.authority;

import static fundtrail.command.kit.Given.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.Slices;
import fundtrail.command.decide.Slice;
import fundtrail.command.known.Known;
import fundtrail.command.setauthoritymatrix.SetAuthorityMatrix;
import fundtrail.contract.EntryCodec;
import fundtrail.contract.Json;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import fundtrail.contract.fact.RuleSetPublished;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a ledger opens with serves every command. */
class DefaultMatrixTest {
    @Test
    void it_has_exactly_the_commands_there_are_each_once() {
        List<String> rows = DefaultMatrix.matrix().rows().stream().map(Row::command).sorted().toList();
        assertEquals(new Slices().all().stream().map(Slice::name).sorted().toList(), rows);
    }

    @Test
    void it_could_be_set_by_the_command_for_it() {
        given().when(new SetAuthorityMatrix(DefaultMatrix.matrix().rows())).then(DefaultMatrix.matrix());
    }

    @Test
    void no_payment_is_made_by_fewer_than_three_hands_and_none_of_them_executes_it() {
        Row batch = row("DisburseBatch");
        assertEquals(Row.of("DisburseBatch", Role.CL, Role.CK, Role.CA), batch);
        assertEquals(Row.of("ExecuteBatch", Role.CS), row("ExecuteBatch"));
    }

    @Test
    void it_fits_one_fact_with_room_for_what_surrounds_it() {
        assertTrue(Json.canonical(DefaultMatrix.matrix()).length < EntryCodec.MAX_ENTRY_BYTES / 2);
    }

    @Test
    void the_default_rules_are_in_force_on_every_date_a_ledger_can_hold() {
        RuleSetPublished rules = DefaultRules.ruleSet();
        Known known = given(rules).known();
        assertNotNull(known.rules().inForce(LocalDate.of(1949, 1, 1)));
        assertEquals(rules.programmes().size(),
                rules.programmes().stream().map(RuleSetPublished.Programme::code).collect(Collectors.toSet()).size());
    }

    private static Row row(String command) {
        return DefaultMatrix.matrix().rows().stream().filter(row -> row.command().equals(command)).findFirst().orElseThrow();
    }
}
