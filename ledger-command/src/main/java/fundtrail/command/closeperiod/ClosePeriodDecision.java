package fundtrail.command.closeperiod;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.BALANCE_OUT_OF_RANGE;
import static fundtrail.command.decide.RefusalCode.BATCH_OPEN;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.PERIOD_NOT_OVER;
import static fundtrail.command.decide.RefusalCode.PERIOD_OUT_OF_ORDER;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.contract.TrialBalance;
import fundtrail.contract.fact.PeriodClosed;
import fundtrail.contract.fact.PeriodClosed.VoucherCount;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.Period;
import java.util.List;

/** A month may be closed on its last day, when all that is approved in it is paid or released. */
public final class ClosePeriodDecision {
    /** The one type of voucher (通用记账凭证): each posting fact is one. */
    private static final String VOUCHER = "记";

    private ClosePeriodDecision() {}

    public static Decision decide(ClosePeriod wish, Moment moment, Known known) {
        if (moment.today().isBefore(wish.period().lastDay())) {
            return refused(PERIOD_NOT_OVER, wish.period()).with("today", moment.today()).with("lastDay", wish.period().lastDay());
        }
        if (!known.hasDivision(wish.division())) {
            return refused(DIVISION_UNKNOWN, wish.division());
        }
        Period next = known.periods().next(wish.division());
        if (next != null && !next.equals(wish.period())) {
            return refused(PERIOD_OUT_OF_ORDER, wish.period()).with("next", next);
        }
        BatchId open = known.periods().openBatch(wish.division(), wish.period().lastDay());
        if (open != null) {
            return refused(BATCH_OPEN, open).with("period", wish.period());
        }
        TrialBalance trialBalance = known.periods().turnovers().trialBalance(wish.division(), wish.period());
        if (trialBalance == null) {
            return refused(BALANCE_OUT_OF_RANGE, wish.period());
        }
        int vouchers = known.periods().turnovers().vouchers(wish.division(), wish.period());
        return accepted(new PeriodClosed(
                wish.division(), wish.period(), trialBalance.hash(), List.of(new VoucherCount(VOUCHER, vouchers))));
    }
}
