package fundtrail.command.executebatch;

import static fundtrail.command.decide.RefusalCode.BATCH_NOT_PAID;
import static fundtrail.command.decide.RefusalCode.CASH_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.HOLDING_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.NOT_REVERSIBLE;
import static fundtrail.command.decide.RefusalCode.OFFSET_UNCONFIRMED;
import static fundtrail.command.decide.RefusalCode.OUTSTANDING_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.PAYMENT_NOT_OPEN;
import static fundtrail.command.decide.RefusalCode.RETURN_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.RETURN_NOT_WHOLE;
import static fundtrail.command.decide.RefusalCode.STAY_ACTIVE;
import static fundtrail.command.kit.Batches.B1;
import static fundtrail.command.kit.Batches.B2;
import static fundtrail.command.kit.Batches.CTY_H1;
import static fundtrail.command.kit.Batches.allottedAndUnfunded;
import static fundtrail.command.kit.Batches.approved;
import static fundtrail.command.kit.Batches.disburse;
import static fundtrail.command.kit.Batches.funded;
import static fundtrail.command.kit.Batches.offset;
import static fundtrail.command.kit.Batches.payment;
import static fundtrail.command.kit.Batches.row;
import static fundtrail.command.kit.ClaimedBack.CB;
import static fundtrail.command.kit.ClaimedBack.CR;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.CEN;
import static fundtrail.command.kit.Sample.CEN_H1;
import static fundtrail.command.kit.Sample.CT;
import static fundtrail.command.kit.Sample.CTY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.OTHER;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.received;
import static fundtrail.command.kit.Sample.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.agreerecoveryplan.AgreeRecoveryPlan;
import fundtrail.command.confirmpayment.ConfirmPayment;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decideappeal.DecideAppeal;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.fileappeal.FileAppeal;
import fundtrail.command.kit.Batches;
import fundtrail.command.kit.ClaimedBack;
import fundtrail.command.kit.Given;
import fundtrail.command.known.Clawback;
import fundtrail.command.known.Clawbacks.Term;
import fundtrail.command.memory.MemoryText;
import fundtrail.command.restorefundsource.RestoreFundSource;
import fundtrail.command.returnpayment.ReturnPayment;
import fundtrail.command.reverseentry.ReverseEntry;
import fundtrail.command.sendpaymentfile.SendPaymentFile;
import fundtrail.contract.Account;
import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.AdvancePaid;
import fundtrail.contract.fact.ClawbackRecovered;
import fundtrail.contract.fact.Instalment;
import fundtrail.contract.fact.PaymentConfirmed;
import fundtrail.contract.fact.PaymentFileSent;
import fundtrail.contract.fact.PaymentReturned;
import fundtrail.contract.fact.ReservationReleased;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** H1 owes 30.00 to CEN and 10.00 to CTY; an advance of 60.00 out of CTY is set off with 20.01 of it. */
class OffsetsPaidTest {
    private static final Row ROW = offset(row(1, CTY_H1, "60.00"), "20.01");
    private static final List<String> PAID = List.of("ADVANCES CTY 60.00", "TREASURY_CASH CTY -60.00", "RESERVED CTY 60.00", "EXPENDED CTY -60.00",
            "RECOVERY_HOLDING CEN 15.01", "CLAWBACK_RECEIVABLE CEN -15.01", "RECOVERY_HOLDING CTY 5.00", "CLAWBACK_RECEIVABLE CTY -5.00");
    private static final ExecuteBatch EXECUTION = new ExecuteBatch(null, B1);

    private static Given owing(Given given, Row... rows) {
        given.and(ClaimedBack.accounts()).and(ClaimedBack.determined(H1, "CEN 30.00 CTY 10.00"));
        given.when(disburse(B1, rows)).facts().forEach(given::and);
        return given;
    }

    private static Given paid() {
        Given given = owing(funded(), ROW);
        ClaimedBack.does(given, EXECUTION);
        return given;
    }

    private static Clawback clawback(Given given) {
        return given.known().recoveries().clawbacks().of(CB);
    }

    private static String setOff(Given given) {
        return given.known().recoveries().clawbacks().amount(clawback(given), CEN, Term.OFFSET) + " "
                + given.known().recoveries().clawbacks().amount(clawback(given), CTY, Term.OFFSET) + " promised "
                + given.known().recoveries().promised(clawback(given));
    }

    private static ConfirmPayment confirmation() {
        return new ConfirmPayment(null, payment(B1, ROW), "out-1");
    }

    private static ReturnPayment returned(String yuan) {
        return new ReturnPayment(null, payment(B1, ROW), yuan(yuan), "back-1", "户名不符");
    }

    private static RestoreFundSource restored(String yuan) {
        return new RestoreFundSource(null, DOCUMENT, CB, CT, CT, CR, yuan(yuan));
    }

    @Test
    void it_is_paid_gross_and_the_recovering_sources_get_what_was_outstanding_to_them() {
        Given given = owing(funded(), ROW);
        AdvancePaid fact = (AdvancePaid) ClaimedBack.does(given, EXECUTION);
        assertEquals(PAID, ClaimedBack.lines(fact));
        assertEquals(yuan("39.99"), fact.byBank());
        assertEquals(yuan("260.01"), given.known().balances().cashIn(CT));
        assertEquals("15.01 5.00 promised 0.00", setOff(given));
        ClaimedBack.holds(given.known(), clawback(given));
    }

    @Test
    void the_last_of_several_offsets_leaves_nothing_outstanding_to_any_source() {
        Given given = owing(funded(), ROW, offset(row(2, CEN_H1, "60.00"), "19.99"));
        given.when(EXECUTION).facts().forEach(given::and);
        assertEquals("30.00 10.00 promised 0.00", setOff(given));
        assertEquals(Money.ZERO, Money.sum(given.known().recoveries().clawbacks().outstanding(clawback(given)).values()));
    }

    @Test
    void the_paying_source_needs_the_whole_amount_but_the_bank_account_only_what_leaves_it() {
        Given given = allottedAndUnfunded().and(received(CTY, "59.99", "in-1"), received(CEN, "10.00", "in-2"));
        owing(given, ROW).when(EXECUTION).thenRefused(CASH_EXCEEDED, CTY);
        ClaimedBack.does(given.and(received(CTY, "0.01", "in-3")), EXECUTION);
    }

    @Test
    void a_stay_since_its_approval_releases_the_row_and_what_it_was_promised() {
        Given given = owing(funded(), ROW, row(2, CEN_H1, "10.00"));
        ClaimedBack.does(given, new FileAppeal(null, H1, CB, null, true, "属实"));
        List<Fact> facts = given.when(EXECUTION).facts();
        assertEquals(STAY_ACTIVE.name(), assertInstanceOf(ReservationReleased.class, facts.getFirst()).refusal());
        assertNull(assertInstanceOf(AdvancePaid.class, facts.getLast()).offsets());
        facts.forEach(given::and);
        assertEquals("0.00 0.00 promised 0.00", setOff(given));
    }

    @Test
    void an_appeal_that_left_too_little_outstanding_releases_the_row() {
        Given given = owing(funded(), ROW);
        ClaimedBack.does(given, new FileAppeal(null, H1, CB, null, false, "属实"));
        ClaimedBack.does(given.by(OTHER),
                new DecideAppeal(null, DOCUMENT, CB, ClaimedBack.amounts("claim-1 20.00"), "部分属实"));
        assertEquals(OUTSTANDING_EXCEEDED.name(), ((ReservationReleased) given.when(EXECUTION).facts().getFirst()).refusal());
    }

    @Test
    void the_bank_is_asked_for_and_confirms_what_leaves_the_account() {
        Given given = paid();
        assertEquals(yuan("39.99"), ((PaymentFileSent) given.when(new SendPaymentFile(null, B1, "a".repeat(64))).facts().getFirst()).total());
        assertEquals(yuan("39.99"), ((PaymentConfirmed) given.when(confirmation()).facts().getFirst()).amount());
    }

    private static Given whollySetOff(Row... more) {
        Given given = owing(funded().and(approved(B2, row(1, CEN_H1, "60.00"))).and(Batches.paid(B2, row(1, CEN_H1, "60.00"))), Stream.concat(Stream.of(offset(row(1, CTY_H1, "40.00"), "40.00")), Stream.of(more)).toArray(Row[]::new));
        given.when(EXECUTION).facts().forEach(given::and);
        return given;
    }

    @Test
    void a_payment_wholly_set_off_is_confirmed_as_it_is_executed_and_no_bank_is_asked() {
        Given given = owing(funded(), offset(row(1, CTY_H1, "40.00"), "40.00"));
        List<Fact> facts = given.when(EXECUTION).facts();
        assertEquals(List.of(new PaymentConfirmed(payment(B1, ROW), H1, Money.ZERO, null)), facts.subList(1, facts.size()));
        facts.forEach(given::and);
        assertEquals(yuan("300.00"), given.known().balances().cashIn(CT));
        given.when(confirmation()).thenRefused(PAYMENT_NOT_OPEN, payment(B1, ROW));
        given.when(new SendPaymentFile(null, B1, "a".repeat(64))).thenRefused(BATCH_NOT_PAID, B1);
        given.when(returned("0.01")).thenRefused(RETURN_EXCEEDED, payment(B1, ROW));
        Refused refused = given.when(new ReverseEntry(null, DOCUMENT, given.last() - 1, "误付")).thenRefused(NOT_REVERSIBLE, given.last() - 1);
        assertEquals("SET_OFF", refused.details().get("why"));
    }

    @Test
    void what_was_wholly_set_off_goes_back_to_its_sources_the_same_day() throws IOException {
        Given given = whollySetOff();
        ClaimedBack.does(given, ClaimedBack.waiver(H1));
        given.when(restored("40.01")).thenRefused(HOLDING_EXCEEDED, CB);
        ClaimedBack.does(given, restored("40.00"));
        ClaimedBack.holds(given.known(), clawback(given));
        assertEquals(Money.ZERO, Money.sum(given.known().recoveries().unconfirmed(clawback(given)).values()));
        assertEquals(MemoryText.of(given.known().memory()), MemoryText.of(ClaimedBack.writtenAndRead(given.known()).memory()));
    }

    @Test
    void the_bank_is_asked_for_the_other_rows_of_its_batch() {
        Given given = whollySetOff(row(2, CEN_H1, "10.00"));
        PaymentFileSent file = (PaymentFileSent) given.when(new SendPaymentFile(null, B1, "a".repeat(64))).facts().getFirst();
        assertEquals("1 10.00", file.payments() + " " + file.total());
    }

    @Test
    void a_confirmation_names_the_bank_exactly_where_money_left_it() {
        assertThrows(IllegalArgumentException.class, () -> new PaymentConfirmed(payment(B1, ROW), H1, Money.ZERO, "out-1"));
        assertThrows(IllegalArgumentException.class, () -> new PaymentConfirmed(payment(B1, ROW), H1, yuan("0.01"), null));
    }

    @Test
    void what_was_set_off_goes_back_to_its_sources_once_the_bank_has_confirmed_and_not_a_day_before() {
        Given given = paid();
        ClaimedBack.does(given, ClaimedBack.waiver(H1));
        given.when(restored("0.01")).thenRefused(HOLDING_EXCEEDED, CB);
        ClaimedBack.does(given, confirmation());
        given.when(restored("20.02")).thenRefused(HOLDING_EXCEEDED, CB);
    }

    @Test
    void before_the_bank_confirmed_it_comes_back_whole_in_red_and_is_owed_again() {
        Given given = paid();
        given.when(returned("39.98")).thenRefused(RETURN_NOT_WHOLE, payment(B1, ROW));
        given.when(returned("60.00")).thenRefused(RETURN_EXCEEDED, payment(B1, ROW));
        PaymentReturned fact = (PaymentReturned) ClaimedBack.does(given, returned("39.99"));
        assertEquals(List.of("ADVANCES CTY -60.00", "TREASURY_CASH CTY 60.00", "EXPENDED CTY 60.00", "ALLOTTED CTY -60.00",
                "RECOVERY_HOLDING CEN -15.01", "CLAWBACK_RECEIVABLE CEN 15.01", "RECOVERY_HOLDING CTY -5.00", "CLAWBACK_RECEIVABLE CTY 5.00"),
                ClaimedBack.lines(fact));
        assertEquals(yuan("-60.00"), fact.lines().list().getFirst().amount(), "in red");
        assertEquals(yuan("60.00"), fact.undone());
        assertEquals("0.00 0.00 promised 0.00", setOff(given));
        assertEquals(yuan("300.00"), given.known().balances().cashIn(CT));
        ClaimedBack.holds(given.known(), clawback(given));
        given.when(disburse(B2, ROW)).facts();
    }

    @Test
    void once_confirmed_only_what_the_bank_had_paid_can_come_back_and_the_offset_stays() {
        Given given = paid();
        ClaimedBack.does(given, confirmation());
        given.when(returned("40.00")).thenRefused(RETURN_EXCEEDED, payment(B1, ROW));
        PaymentReturned fact = (PaymentReturned) ClaimedBack.does(given, returned("39.99"));
        assertNull(fact.offsets());
        assertEquals(List.of("TREASURY_CASH CTY 39.99", "ADVANCES CTY -39.99", "EXPENDED CTY 39.99", "ALLOTTED CTY -39.99"), ClaimedBack.lines(fact));
        assertEquals("15.01 5.00 promised 0.00", setOff(given));
        assertEquals(yuan("20.01"), given.known().balances().fund(Account.ADVANCES,
                Purse.of(DIVISION, YEAR, CTY).of(H1, BPH)));
    }

    @Test
    void reversed_before_the_bank_had_it_the_row_is_to_be_paid_and_set_off_again() {
        Given given = paid();
        ClaimedBack.does(given, new ReverseEntry(null, DOCUMENT, given.last(), "误付"));
        assertEquals("0.00 0.00 promised 20.01", setOff(given));
        ClaimedBack.holds(given.known(), clawback(given));
        assertEquals(PAID, ClaimedBack.lines(ClaimedBack.does(given, EXECUTION)));
        assertEquals("15.01 5.00 promised 0.00", setOff(given));
    }

    @Test
    void what_a_snapshot_keeps_of_it_is_what_was_known() throws IOException {
        Given given = paid();
        assertEquals(MemoryText.of(given.known().memory()), MemoryText.of(ClaimedBack.writtenAndRead(given.known()).memory()));
    }

    @Test
    void an_appeal_gives_back_nothing_that_the_bank_may_still_send_back() {
        Given given = paid();
        ClaimedBack.does(given, new FileAppeal(null, H1, CB, null, false, "属实"));
        DecideAppeal all = new DecideAppeal(null, DOCUMENT, CB, ClaimedBack.amounts("claim-1 40.00"), "属实");
        given.by(OTHER).when(all).thenRecorded(OFFSET_UNCONFIRMED, CB);
        given.when(new DecideAppeal(null, DOCUMENT, CB, ClaimedBack.amounts("claim-1 19.98"), "部分属实")).facts();
        ClaimedBack.does(given, returned("39.99"));
        ClaimedBack.does(given, all);
        assertEquals(Money.ZERO, Money.sum(given.known().recoveries().clawbacks().refundDue(clawback(given)).values()));
        ClaimedBack.holds(given.known(), clawback(given));
        Given confirmed = paid();
        ClaimedBack.does(confirmed, confirmation());
        ClaimedBack.does(confirmed, new FileAppeal(null, H1, CB, null, false, "属实"));
        ClaimedBack.does(confirmed.by(OTHER), all);
        assertEquals(yuan("20.01"), Money.sum(confirmed.known().recoveries().clawbacks().refundDue(clawback(confirmed)).values()));
    }

    @Test
    void instalments_are_agreed_on_what_no_payment_can_bring_back() {
        Given given = paid();
        given.when(plan("19.99")).thenRecorded(OFFSET_UNCONFIRMED, CB);
        ClaimedBack.does(given, returned("39.99"));
        ClaimedBack.does(given, plan("40.00"));
        assertEquals(List.of(new Instalment(Batches.PAYDAY.plusDays(30), yuan("40.00"))),
                ((ClawbackRecovered) ClaimedBack.does(given, ClaimedBack.recovery("40.00", "in-9"))).instalments());
    }

    private static AgreeRecoveryPlan plan(String yuan) {
        return new AgreeRecoveryPlan(null, DOCUMENT, CB, List.of(new Instalment(Batches.PAYDAY.plusDays(30), yuan(yuan))));
    }
}
