package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.Period;
import java.util.List;
import java.util.Set;

/**
 * 结账: a month of a division's books is closed. Nothing counts in it any more, so its vouchers keep their numbers and its
 * trial balance stays what it is; both can be had again from the facts and compared.
 *
 * @param trialBalanceHash see {@link fundtrail.contract.TrialBalance#hash}
 * @param vouchers         how many of each type the month has: their numbers go from 1 to that
 */
public record PeriodClosed(DivisionCode division, Period period, String trialBalanceHash, List<VoucherCount> vouchers)
        implements Fact {

    /**
     * The vouchers of one type.
     *
     * @param type  the voucher word (凭证字), such as {@code 记}
     * @param count how many there are, from 0
     */
    public record VoucherCount(String type, int count) {
        public VoucherCount {
            Text.required("voucher type", type, 4);
            if (count < 0) {
                throw new IllegalArgumentException("there cannot be " + count + " vouchers");
            }
        }
    }

    public PeriodClosed {
        if (division == null || period == null) {
            throw new IllegalArgumentException("what is closed is a period of a division");
        }
        Text.sha256("trial balance", trialBalanceHash);
        vouchers = List.copyOf(vouchers);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.PERIOD, division + "/" + period).set();
    }
}
