package fundtrail.command.collectcharge;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ACCOUNT_MISMATCH;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.BALANCE_OUT_OF_RANGE;
import static fundtrail.command.decide.RefusalCode.CHARGE_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.CHARGE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_DETERMINATION;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.decide.RefusalCode.TREASURY_ACCOUNT_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Charges.Charge;
import fundtrail.command.known.Known;
import fundtrail.command.posting.ClawbackPostings;
import fundtrail.contract.Lines;
import fundtrail.contract.fact.ChargeCollected;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;

public final class CollectChargeDecision {
    private CollectChargeDecision() {}

    public static Decision decide(CollectCharge wish, Moment moment, Known known) {
        if (!wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.charge()).with("amount", wish.amount());
        }
        Long used = known.usedBankRef(wish.bankRef());
        if (used != null) {
            return refused(NUMBER_USED, wish.bankRef()).with("by", "#" + used);
        }
        TreasuryAccountRegistered account = known.treasuryAccounts().get(wish.bankAccount());
        if (account == null) {
            return refused(TREASURY_ACCOUNT_UNKNOWN, wish.bankAccount());
        }
        Charge charge = known.recoveries().charges().of(wish.charge());
        if (charge == null) {
            return refused(CHARGE_UNKNOWN, wish.charge());
        }
        if (!account.division().equals(charge.division()) || account.use() != Use.TREASURY) {
            return refused(ACCOUNT_MISMATCH, wish.bankAccount()).with("division", account.division()).with("use", account.use());
        }
        if (moment.effectiveDate().isBefore(charge.effectiveDate())) {
            return refused(DATE_BEFORE_DETERMINATION, wish.charge())
                    .with("date", moment.effectiveDate())
                    .with("determined", charge.effectiveDate());
        }
        if (!charge.open().covers(wish.amount())) {
            return refused(CHARGE_EXCEEDED, wish.charge()).with("open", charge.open()).with("amount", wish.amount());
        }
        Lines lines = ClawbackPostings.collected(charge.debtor(), wish.bankAccount(), wish.amount());
        if (!known.balances().canTake(lines)) {
            return refused(BALANCE_OUT_OF_RANGE, wish.bankAccount());
        }
        return accepted(new ChargeCollected(
                wish.charge(), charge.division(), charge.institution(), wish.bankAccount(), wish.bankRef(), wish.amount(), lines));
    }
}
