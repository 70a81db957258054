package fundtrail.query.entity;

import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.PeriodClosed.VoucherCount;
import fundtrail.contract.id.DivisionCode;
import java.time.Instant;
import java.util.List;

/**
 * A month of a division's books that was closed at least once.
 *
 * @param trialBalanceHash what its last close said of its trial balance
 * @param vouchers         how many of each type there were then
 * @param closedAt         when its last close was recorded
 * @param reopenedAt       when it was opened again; absent while it is closed
 * @param reason           why it was opened again; absent while it is closed
 */
public record Period(
        DivisionCode division,
        fundtrail.contract.id.Period period,
        String trialBalanceHash,
        List<VoucherCount> vouchers,
        Instant closedAt,
        @MayBeAbsent Instant reopenedAt,
        @MayBeAbsent String reason) {

    public Period {
        vouchers = List.copyOf(vouchers);
    }

    /** Under which it is kept: in the order of divisions, then of months. */
    public static String id(DivisionCode division, fundtrail.contract.id.Period period) {
        return division + "/" + period;
    }

    public Period reopened(Instant at, String why) {
        return new Period(division, period, trialBalanceHash, vouchers, closedAt, at, why);
    }

    public boolean isClosed() {
        return reopenedAt == null;
    }
}
