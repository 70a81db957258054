package fundtrail.command.executebatch;

import static fundtrail.command.kit.Batches.*;
import static fundtrail.command.kit.Kinds.SUB;
import static fundtrail.command.kit.Kinds.SUB_H1;
import static fundtrail.command.kit.Kinds.capitation;
import static fundtrail.command.kit.Kinds.inForce;
import static fundtrail.command.kit.Kinds.subsidy;
import static fundtrail.command.kit.Kinds.task;
import static fundtrail.command.kit.Sample.*;
import static fundtrail.contract.Account.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.decide.RefusalCode;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.Kinds;
import fundtrail.contract.Account;
import fundtrail.contract.Fact;
import fundtrail.contract.Fraction;
import fundtrail.contract.Line;
import fundtrail.contract.fact.CapitationPrepaid;
import fundtrail.contract.fact.DirectiveTaskPaid;
import fundtrail.contract.fact.Paid;
import fundtrail.contract.fact.PaymentBasis;
import fundtrail.contract.fact.SubsidyPaid;
import fundtrail.contract.id.ProgrammeCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each kind of payment is a fact of its own, debited to its own account. */
class PaidKindsTest {
    private static Given ruled() {
        return funded().and(inForce(Kinds.RULES), budget(CEN, "100.00"), Kinds.allotted(SUB_H1, SUB, "50502", "100.00"));
    }

    private static Paid paid(Row row) {
        return (Paid) ruled().and(approved(B1, row)).by(OTHER).when(new ExecuteBatch(null, B1)).facts().getFirst();
    }

    private static void posts(Fact fact, Account debit, ProgrammeCode programme, String yuan) {
        List<Line> lines = fact.lines().list();
        assertEquals(List.of(debit, TREASURY_CASH, RESERVED, EXPENDED), lines.stream().map(Line::account).toList());
        assertEquals(List.of(yuan, "-" + yuan, yuan, "-" + yuan), lines.stream().map(line -> line.signed().toString()).toList());
        assertEquals(H1 + " " + programme + " " + null,
                lines.getFirst().institution() + " " + lines.getFirst().programme() + " " + lines.getFirst().allotment());
        assertEquals(CT + " " + null, lines.get(1).bankAccount() + " " + lines.get(1).institution());
    }

    @Test
    void a_capitation_prepayment_is_an_advance_by_the_head() {
        Paid fact = paid(capitation(1, CEN_H1, "29.17", 7, "10", 5));
        assertEquals(new PaymentBasis.Heads(7, Fraction.of(10), 5), ((CapitationPrepaid) fact).heads());
        posts(fact, ADVANCES, BPH, "29.17");
    }

    @Test
    void a_subsidy_is_an_expense_of_its_own() {
        Paid fact = paid(subsidy("10.00", "EQUIPMENT", null));
        assertEquals("EQUIPMENT", ((SubsidyPaid) fact).subsidy().category());
        posts(fact, SUBSIDY_EXPENSE, SUB, "10.00");
    }

    @Test
    void directed_tasks_are_an_expense_of_the_programme() {
        Paid fact = paid(task("7.50", "3", "2.5"));
        assertEquals(Fraction.parse("2.5"), ((DirectiveTaskPaid) fact).task().rate());
        posts(fact, PROGRAM_EXPENSE, BPH, "7.50");
    }

    @Test
    void advances_above_a_cap_that_came_down_since_are_released_the_first_of_them_until_the_rest_fits() {
        Row first = row(1, CEN_H1, "50.00");
        Row second = row(2, CTY_H1, "60.00");
        Given given = funded().and(approved(B1, first, second)).and(inForce(Kinds.rules(Fraction.parse("0.4"))));
        given.by(OTHER).when(new ExecuteBatch(null, B1)).then(
                refused(B1, first, RefusalCode.ADVANCE_CAP_EXCEEDED, null), fundtrail.command.kit.Batches.paid(B1, second));
    }
}
