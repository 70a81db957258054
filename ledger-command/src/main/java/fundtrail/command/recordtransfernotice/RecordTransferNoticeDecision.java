package fundtrail.command.recordtransfernotice;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.BALANCE_OUT_OF_RANGE;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.FUND_SOURCE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.NOTICE_NOT_FROM_ABOVE;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.decide.RefusalCode.PROGRAMME_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.SOURCE_NOT_UPPER_LEVEL;
import static fundtrail.command.decide.RefusalCode.YEAR_CLOSED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.command.known.Levels;
import fundtrail.command.posting.AuthorityPostings;
import fundtrail.contract.Lines;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.TransferNotified;

public final class RecordTransferNoticeDecision {
    private RecordTransferNoticeDecision() {}

    public static Decision decide(RecordTransferNotice wish, Moment moment, Known known) {
        if (!wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.tranche()).with("amount", wish.amount());
        }
        if (known.transfers().tranche(wish.division(), wish.tranche()) != null) {
            return refused(ALREADY_EXISTS, wish.tranche());
        }
        Long used = known.transfers().notifiedAt(wish.document(), wish.division(), wish.fundSource());
        if (used != null) {
            return refused(NUMBER_USED, wish.document().number()).with("by", "#" + used);
        }
        if (!known.hasDivision(wish.division())) {
            return refused(DIVISION_UNKNOWN, wish.division());
        }
        if (!known.fundSources().has(wish.fundSource())) {
            return refused(FUND_SOURCE_UNKNOWN, wish.fundSource());
        }
        if (wish.programme() != null && !known.rules().hasProgramme(wish.programme(), moment.effectiveDate())) {
            return refused(PROGRAMME_UNKNOWN, wish.programme()).with("date", moment.effectiveDate());
        }
        Level level = known.fundSources().get(wish.fundSource()).level();
        if (!Levels.isAbove(level, wish.division())) {
            return refused(SOURCE_NOT_UPPER_LEVEL, wish.fundSource()).with("level", level).with("division", wish.division());
        }
        if (!Levels.isAbove(wish.fromLevel(), wish.division()) || wish.fromLevel().compareTo(level) < 0) {
            return refused(NOTICE_NOT_FROM_ABOVE, wish.tranche()).with("fromLevel", wish.fromLevel()).with("level", level);
        }
        if (known.years().isClosed(wish.division(), wish.budgetYear())) {
            return refused(YEAR_CLOSED, wish.budgetYear()).with("division", wish.division());
        }
        Lines lines = AuthorityPostings.transferNotified(
                Purse.of(wish.division(), wish.budgetYear(), wish.fundSource()), wish.amount());
        if (!known.balances().canTake(lines)) {
            return refused(BALANCE_OUT_OF_RANGE, wish.fundSource());
        }
        return accepted(new TransferNotified(wish.tranche(), wish.division(), wish.budgetYear(), wish.fromLevel(), wish.fundSource(),
                wish.programme(), wish.channel(), wish.amount(), wish.advance(), lines));
    }
}
