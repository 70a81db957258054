package fundtrail.command.recordfundreceipt;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ACCOUNT_MISMATCH;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.BALANCE_OUT_OF_RANGE;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.FUND_SOURCE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.decide.RefusalCode.SOURCE_NOT_OWN_LEVEL;
import static fundtrail.command.decide.RefusalCode.TREASURY_ACCOUNT_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.YEAR_CLOSED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.command.known.Levels;
import fundtrail.command.posting.PostingRules;
import fundtrail.contract.Lines;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;

public final class RecordFundReceiptDecision {
    private RecordFundReceiptDecision() {}

    public static Decision decide(RecordFundReceipt wish, Moment moment, Known known) {
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
        if (!known.fundSources().has(wish.fundSource())) {
            return refused(FUND_SOURCE_UNKNOWN, wish.fundSource());
        }
        TreasuryAccountRegistered account = known.treasuryAccounts().get(wish.bankAccount());
        if (account == null) {
            return refused(TREASURY_ACCOUNT_UNKNOWN, wish.bankAccount());
        }
        Level level = known.fundSources().get(wish.fundSource()).level();
        if (!Levels.isOwn(level, wish.division())) {
            return refused(SOURCE_NOT_OWN_LEVEL, wish.fundSource()).with("level", level).with("division", wish.division());
        }
        if (!account.division().equals(wish.division()) || account.use() != Use.TREASURY) {
            return refused(ACCOUNT_MISMATCH, wish.bankAccount())
                    .with("division", account.division())
                    .with("use", account.use());
        }
        if (known.years().isClosed(wish.division(), wish.budgetYear())) {
            return refused(YEAR_CLOSED, wish.budgetYear()).with("division", wish.division());
        }
        Lines lines = PostingRules.fundReceived(
                wish.division(), wish.budgetYear(), wish.fundSource(), wish.bankAccount(), wish.amount());
        if (!known.balances().canTake(lines)) {
            return refused(BALANCE_OUT_OF_RANGE, wish.fundSource());
        }
        return accepted(new FundReceived(wish.division(), wish.budgetYear(), wish.fundSource(), wish.bankAccount(),
                wish.bankRef(), wish.amount(), lines));
    }
}
