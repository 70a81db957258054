package fundtrail.command.moveyearcash;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ACCOUNT_MISMATCH;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.BALANCE_OUT_OF_RANGE;
import static fundtrail.command.decide.RefusalCode.CASH_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.FUND_SOURCE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.TREASURY_ACCOUNT_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.YEAR_CLOSED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.command.posting.YearPostings;
import fundtrail.contract.Account;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;
import fundtrail.contract.fact.YearCashMoved;

/**
 * The year it leaves may be closed: cash restored to it after its close would otherwise lie there for ever. A closed year takes
 * no more than it owes: what an appeal gave back after restitution is refunded by cash of its own year.
 */
public final class MoveYearCashDecision {
    private MoveYearCashDecision() {}

    public static Decision decide(MoveYearCash wish, Moment moment, Known known) {
        if (!wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.fundSource()).with("amount", wish.amount());
        }
        if (!known.hasDivision(wish.division())) {
            return refused(DIVISION_UNKNOWN, wish.division());
        }
        if (!known.fundSources().has(wish.fundSource())) {
            return refused(FUND_SOURCE_UNKNOWN, wish.fundSource());
        }
        TreasuryAccountRegistered account = known.treasuryAccounts().get(wish.bankAccount());
        if (account == null) {
            return refused(TREASURY_ACCOUNT_UNKNOWN, wish.bankAccount());
        }
        if (!account.division().equals(wish.division()) || account.use() != Use.TREASURY) {
            return refused(ACCOUNT_MISMATCH, wish.bankAccount())
                    .with("division", account.division())
                    .with("use", account.use());
        }
        Money owed = known.balances().ofSource(Account.REFUND_DUE, wish.division(), wish.toYear(), wish.fundSource()).negated();
        if (known.years().isClosed(wish.division(), wish.toYear()) && !owed.covers(wish.amount())) {
            return refused(YEAR_CLOSED, wish.toYear()).with("division", wish.division());
        }
        Purse source = Purse.of(wish.division(), wish.fromYear(), wish.fundSource());
        Money cash = known.balances().fund(Account.TREASURY_CASH, source.in(wish.bankAccount()));
        if (!cash.covers(wish.amount())) {
            return refused(CASH_EXCEEDED, wish.bankAccount())
                    .with("cash", cash)
                    .with("needed", wish.amount())
                    .with("missing", wish.amount().minus(cash));
        }
        Money ofSource = known.balances().treasuryCash(wish.division(), wish.fromYear(), wish.fundSource());
        if (!ofSource.covers(wish.amount())) { // of several accounts one may hold what the others lack
            return refused(CASH_EXCEEDED, wish.fundSource())
                    .with("cash", ofSource)
                    .with("needed", wish.amount())
                    .with("missing", wish.amount().minus(ofSource));
        }
        Lines lines = YearPostings.cashMoved(source, wish.bankAccount(), wish.toYear(), wish.amount());
        if (!known.balances().canTake(lines)) {
            return refused(BALANCE_OUT_OF_RANGE, wish.fundSource());
        }
        return accepted(new YearCashMoved(wish.division(), wish.fundSource(), wish.bankAccount(), wish.fromYear(), wish.toYear(),
                wish.amount(), lines));
    }
}
