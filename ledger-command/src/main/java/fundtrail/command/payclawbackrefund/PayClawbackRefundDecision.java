package fundtrail.command.payclawbackrefund;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ACCOUNT_CLOSED;
import static fundtrail.command.decide.RefusalCode.ACCOUNT_TOO_NEW;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.CLAWBACK_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_DETERMINATION;
import static fundtrail.command.decide.RefusalCode.HOLDING_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.HOLD_ACTIVE;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.decide.RefusalCode.PAYEE_ACCOUNT_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.PAYEE_MISMATCH;
import static fundtrail.command.decide.RefusalCode.REFUND_DUE_EXCEEDED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Clawback;
import fundtrail.command.known.Clawbacks;
import fundtrail.command.known.HoldWatch;
import fundtrail.command.known.Known;
import fundtrail.command.known.Known.PayeeAccount;
import fundtrail.command.posting.ClawbackPostings;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.ClawbackRefundPaid;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.id.FundSourceCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A source whose money has not come back yet waits alone: of the others what is due and held is paid. */
public final class PayClawbackRefundDecision {
    private PayClawbackRefundDecision() {}

    public static Decision decide(PayClawbackRefund wish, Moment moment, Known known) {
        if (!wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.clawback()).with("amount", wish.amount());
        }
        Long used = known.usedBankRef(wish.bankRef());
        if (used != null) {
            return refused(NUMBER_USED, wish.bankRef()).with("by", "#" + used);
        }
        PayeeAccount payee = known.payeeAccounts().get(wish.payeeAccount());
        if (payee == null) {
            return refused(PAYEE_ACCOUNT_UNKNOWN, wish.payeeAccount());
        }
        Clawback clawback = known.recoveries().clawbacks().of(wish.clawback());
        if (clawback == null) {
            return refused(CLAWBACK_UNKNOWN, wish.clawback());
        }
        if (!known.mergers().areOne(payee.account().institution(), clawback.institution())) {
            return refused(PAYEE_MISMATCH, wish.payeeAccount()).with("institution", clawback.institution());
        }
        if (payee.closed()) {
            return refused(ACCOUNT_CLOSED, wish.payeeAccount());
        }
        LocalDate payableFrom = known.rules().afterWorkingDays(
                payee.recordedOn(), known.rules().inForce(moment.today()).payeeAccountWaitDays());
        if (moment.today().isBefore(payableFrom)) {
            return refused(ACCOUNT_TOO_NEW, wish.payeeAccount()).with("payableFrom", payableFrom);
        }
        if (moment.effectiveDate().isBefore(clawback.determinedOn())) {
            return refused(DATE_BEFORE_DETERMINATION, wish.clawback())
                    .with("date", moment.effectiveDate())
                    .with("determined", clawback.determinedOn());
        }
        PaymentHoldPlaced hold = new HoldWatch(known, moment.today()).stopping(clawback.year(), payee.account().institution());
        if (hold != null) {
            return refused(HOLD_ACTIVE, hold.institution()).with("hold", hold.hold()).with("reviewOn", hold.reviewOn())
                    .with("expiresOn", hold.expiresOn());
        }
        Map<FundSourceCode, Money> due = known.recoveries().clawbacks().refundDue(clawback);
        Money allDue = Money.sum(due.values());
        if (!allDue.covers(wish.amount())) {
            return refused(REFUND_DUE_EXCEEDED, wish.clawback()).with("refundDue", allDue).with("amount", wish.amount());
        }
        Map<FundSourceCode, Money> heldOfDue = known.recoveries().free(clawback, wish.bankAccount());
        heldOfDue.replaceAll((source, free) -> free.covers(due.get(source)) ? due.get(source) : free);
        Money payable = Money.sum(heldOfDue.values());
        if (!payable.covers(wish.amount())) {
            return refused(HOLDING_EXCEEDED, wish.clawback())
                    .with("account", wish.bankAccount())
                    .with("held", payable)
                    .with("amount", wish.amount());
        }
        List<SourceAmount> bySource = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        Clawbacks.shares(wish.amount(), heldOfDue).forEach((source, amount) -> {
            bySource.add(new SourceAmount(source, amount));
            lines.addAll(ClawbackPostings.refunded(clawback.purse(source), wish.bankAccount(), amount));
        });
        return accepted(new ClawbackRefundPaid(wish.clawback(), clawback.division(), clawback.institution(), payee.account().institution(),
                wish.payeeAccount(), wish.bankAccount(), wish.bankRef(), wish.amount(), bySource, new Lines(lines)));
    }
}
