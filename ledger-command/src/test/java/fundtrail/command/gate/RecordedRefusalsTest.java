package fundtrail.command.gate;

import static fundtrail.command.decide.RefusalCode.ROLE_MISSING;
import static fundtrail.command.decide.RefusalCode.TOO_MANY_REFUSALS;
import static fundtrail.command.decide.RefusalCode.UNALLOTTED_EXCEEDED;
import static fundtrail.command.kit.Office.*;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fundtrail.command.allotbudget.AllotBudget;
import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.command.kit.Batches;
import fundtrail.command.kit.Office;
import fundtrail.command.kit.Office.Answer;
import fundtrail.command.recordfundreceipt.RecordFundReceipt;
import fundtrail.command.registerperson.RegisterPerson;
import fundtrail.contract.Envelope;
import fundtrail.contract.fact.CommandRefused;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.PersonRef;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which refusals leave a trace: those that touch money's safety, the first of their day, up to a number a day. */
class RecordedRefusalsTest {
    private static final CommandRefused EXCEEDED =
            new CommandRefused(BUDGET_OFFICER, "AllotBudget", "UNALLOTTED_EXCEEDED", "CEN");

    private final Office office = new Office().with(institution(H1), source(CEN), source(CTY), treasuryAccount());

    private static AllotBudget allot(FundSourceCode source, String yuan) {
        return new AllotBudget(DAY, DOCUMENT, new AllotmentId("A"), H1, DIVISION, source, BPH, YEAR, CLASSES, yuan(yuan));
    }

    private static RecordFundReceipt receipt() {
        return new RecordFundReceipt(DAY, null, DIVISION, YEAR, CEN, CT, "bank-1", yuan("1.00"));
    }

    @Test
    void the_ledger_notes_a_refusal_that_touches_money_itself_without_key_or_signature() {
        Answer answer = office.asks(BUDGET_OFFICER, allot(CEN, "1.00"));
        answer.thenRefused(UNALLOTTED_EXCEEDED, CEN);
        assertEquals(List.of(EXCEEDED), answer.noted());
        Envelope envelope = answer.recorded().getFirst().envelope();
        assertEquals(Envelope.LEDGER, envelope.actor());
        assertEquals(List.of(), envelope.signatures());
        assertNull(envelope.key());
        assertEquals(DAY, envelope.effectiveDate());
    }

    @Test
    void other_refusals_leave_no_trace() {
        assertEquals(List.of(), office.asks(BUDGET_OFFICER, allot(CEN, "0.00")).noted());
        assertEquals(List.of(), office.asks(BUDGET_OFFICER, allot(new FundSourceCode("XXX"), "1.00")).noted());
    }

    @Test
    void a_wrong_role_is_noted_on_money_and_not_elsewhere() {
        assertEquals(List.of(new CommandRefused(CLERK, "RecordFundReceipt", "ROLE_MISSING", "RecordFundReceipt")),
                office.asks(CLERK, receipt()).noted());
        Answer aboutPeople = office.asks(CLERK, new RegisterPerson(new PersonRef("p-new"), "a".repeat(64)));
        aboutPeople.thenRefused(ROLE_MISSING, "RegisterPerson");
        assertEquals(List.of(), aboutPeople.noted());
    }

    @Test
    void only_the_first_of_its_day_is_noted_for_each_person_command_code_and_subject() {
        assertEquals(1, office.asks(BUDGET_OFFICER, allot(CEN, "1.00")).noted().size());
        assertEquals(0, office.asks(BUDGET_OFFICER, allot(CEN, "2.00")).noted().size());
        assertEquals(1, office.asks(BUDGET_OFFICER, allot(CTY, "2.00")).noted().size());
        assertEquals(1, office.asks(CLERK, allot(CEN, "2.00")).noted().size());
        assertEquals(1, office.asks(CLERK, receipt()).noted().size());
    }

    @Test
    void the_next_day_it_is_noted_again() {
        office.asks(BUDGET_OFFICER, allot(CEN, "1.00")).refused();
        office.at(later(Duration.ofHours(13).plusMinutes(59)));
        assertEquals(List.of(), office.asks(BUDGET_OFFICER, allot(CEN, "1.00")).noted());
        office.at(later(Duration.ofHours(14)));
        assertEquals(List.of(EXCEEDED), office.asks(BUDGET_OFFICER, allot(CEN, "1.00")).noted());
    }

    @Test
    void after_a_hundred_noted_refusals_a_person_is_done_for_the_day() {
        for (int source = 1; source <= Gate.RECORDED_REFUSALS_A_DAY; source++) {
            FundSourceCode code = new FundSourceCode("S" + source);
            office.with(source(code));
            assertEquals(1, office.asks(BUDGET_OFFICER, allot(code, "1.00")).noted().size());
        }
        Answer oneMore = office.asks(BUDGET_OFFICER, allot(CEN, "1.00"));
        oneMore.thenRefused(TOO_MANY_REFUSALS, BUDGET_OFFICER);
        assertEquals(List.of(), oneMore.noted());
        assertEquals(1, office.asks(CLERK, receipt()).noted().size());
        office.at(later(Duration.ofDays(1)));
        assertEquals(1, office.asks(BUDGET_OFFICER, allot(CEN, "1.00")).noted().size());
    }

    @Test
    void one_bad_file_is_not_the_end_of_a_day() {
        DisburseBatch.Row[] rows = new DisburseBatch.Row[30];
        office.with(payeeAccount(H1), budget(CEN, "100.00"));
        for (int row = 0; row < rows.length; row++) {
            AllotmentId allotment = new AllotmentId("CEN-H1-" + row);
            office.with(allotted(allotment, H1, CEN, "1.00"));
            rows[row] = new DisburseBatch.Row(row + 1, PaymentKind.ADVANCE, H1, accountOf(H1), allotment, yuan("1.01"), "补助", null, null);
        }
        office.at(later(Duration.ofDays(1)));
        assertEquals(Gate.RECORDED_REFUSALS_A_WISH, office.asks(CLERK, Batches.disburse(Batches.B1, rows)).noted().size());
        assertEquals(Gate.RECORDED_REFUSALS_A_WISH, office.asks(CLERK, Batches.disburse(Batches.B1, rows)).noted().size());
    }

    @Test
    void of_a_refused_batch_every_row_that_touches_moneys_safety_is_noted_once() {
        office.with(payeeAccount(H1), budget(CEN, "10.00"), allotted(CEN_H1, H1, CEN, "10.00"))
                .at(later(Duration.ofDays(1)));
        DisburseBatch batch = Batches.disburse(Batches.B1, Batches.row(1, CEN_H1, "10.01"),
                Batches.row(2, CEN_H1, "10.02"), Batches.row(3, CEN_H1, "0.00"));
        assertEquals(List.of(new CommandRefused(CLERK, "DisburseBatch", "ALLOTMENT_EXCEEDED", "CEN-H1")),
                office.asks(CLERK, batch).noted());
    }
}
