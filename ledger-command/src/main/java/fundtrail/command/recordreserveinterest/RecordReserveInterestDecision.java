package fundtrail.command.recordreserveinterest;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.BALANCE_OUT_OF_RANGE;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.decide.RefusalCode.YEAR_CLOSED;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.command.posting.ReservePostings;
import fundtrail.command.reserve.ReserveAccounts;
import fundtrail.contract.Lines;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.ReserveInterestReceived;

public final class RecordReserveInterestDecision {
    private RecordReserveInterestDecision() {}

    public static Decision decide(RecordReserveInterest wish, Moment moment, Known known) {
        if (!wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.bankRef()).with("amount", wish.amount());
        }
        Long used = known.usedBankRef(wish.bankRef());
        if (used != null) {
            return refused(NUMBER_USED, wish.bankRef()).with("by", "#" + used);
        }
        if (!known.hasDivision(wish.division())) {
            return refused(DIVISION_UNKNOWN, wish.division());
        }
        Refused missing = ReserveAccounts.missing(wish.division(), null, wish.reserveAccount(), known);
        Refused unfit = missing != null ? missing : ReserveAccounts.unfit(wish.division(), null, wish.reserveAccount(), known);
        if (unfit != null) {
            return unfit;
        }
        if (known.years().isClosed(wish.division(), wish.budgetYear())) {
            return refused(YEAR_CLOSED, wish.budgetYear()).with("division", wish.division());
        }
        Purse reserve = Purse.of(wish.division(), wish.budgetYear(), known.riskReserve().source());
        Lines lines = ReservePostings.received(reserve, wish.reserveAccount(), wish.amount());
        if (!known.balances().canTake(lines)) {
            return refused(BALANCE_OUT_OF_RANGE, wish.reserveAccount());
        }
        return accepted(new ReserveInterestReceived(
                wish.division(), wish.budgetYear(), wish.reserveAccount(), wish.bankRef(), wish.amount(), lines));
    }
}
