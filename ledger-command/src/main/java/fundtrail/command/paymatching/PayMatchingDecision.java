package fundtrail.command.paymatching;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ACCOUNT_MISMATCH;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.BALANCE_OUT_OF_RANGE;
import static fundtrail.command.decide.RefusalCode.MATCHING_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.decide.RefusalCode.TRANCHE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.TREASURY_ACCOUNT_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.YEAR_CLOSED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.command.known.Transfers.Tranche;
import fundtrail.command.posting.AuthorityPostings;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.MatchingFundsPaid;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;

public final class PayMatchingDecision {
    private PayMatchingDecision() {}

    public static Decision decide(PayMatching wish, Moment moment, Known known) {
        if (!wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.tranche()).with("amount", wish.amount());
        }
        Long used = known.usedBankRef(wish.bankRef());
        if (used != null) {
            return refused(NUMBER_USED, wish.bankRef()).with("by", "#" + used);
        }
        TreasuryAccountRegistered account = known.treasuryAccounts().get(wish.bankAccount());
        if (account == null) {
            return refused(TREASURY_ACCOUNT_UNKNOWN, wish.bankAccount());
        }
        Tranche tranche = known.transfers().tranche(wish.division(), wish.tranche());
        if (tranche == null) {
            return refused(TRANCHE_UNKNOWN, wish.tranche()).with("division", wish.division());
        }
        if (!account.division().equals(wish.division()) || account.use() != Use.TREASURY) {
            return refused(ACCOUNT_MISMATCH, wish.bankAccount()).with("division", account.division()).with("use", account.use());
        }
        if (known.years().isClosed(wish.division(), tranche.budgetYear())) {
            return refused(YEAR_CLOSED, tranche.budgetYear()).with("division", wish.division());
        }
        Money unpaid = known.transfers().unpaidMatching(wish.division(), wish.tranche(), wish.fundSource());
        if (!unpaid.covers(wish.amount())) {
            return refused(MATCHING_EXCEEDED, wish.tranche())
                    .with("unpaid", unpaid)
                    .with("amount", wish.amount())
                    .with("missing", wish.amount().minus(unpaid));
        }
        Lines lines = AuthorityPostings.received(Purse.of(wish.division(), tranche.budgetYear(), wish.fundSource()), tranche.id(),
                wish.bankAccount(), wish.amount());
        if (!known.balances().canTake(lines)) {
            return refused(BALANCE_OUT_OF_RANGE, wish.fundSource());
        }
        return accepted(new MatchingFundsPaid(
                wish.tranche(), wish.division(), wish.fundSource(), wish.bankAccount(), wish.bankRef(), wish.amount(), lines));
    }
}
