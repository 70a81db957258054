package fundtrail.command.recordrestitutionreturn;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALLOTMENT_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.BALANCE_OUT_OF_RANGE;
import static fundtrail.command.decide.RefusalCode.CASH_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.CLAWBACK_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_ORIGINAL;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.decide.RefusalCode.RESTORATION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.RESTORED_EXCEEDED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Clawback;
import fundtrail.command.known.Known;
import fundtrail.command.known.Restorations.Part;
import fundtrail.command.known.Restorations.Restoration;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.fact.RestitutionReturned;

/** What came back is held again; a restoration into the own accounts comes back only as far as the money is still there. */
public final class RecordRestitutionReturnDecision {
    private RecordRestitutionReturnDecision() {}

    public static Decision decide(RecordRestitutionReturn wish, Moment moment, Known known) {
        if (!wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.clawback()).with("amount", wish.amount());
        }
        Long used = known.usedBankRef(wish.bankRef());
        if (used != null) {
            return refused(NUMBER_USED, wish.bankRef()).with("by", "#" + used);
        }
        Clawback clawback = known.recoveries().clawbacks().of(wish.clawback());
        if (clawback == null) {
            return refused(CLAWBACK_UNKNOWN, wish.clawback());
        }
        Restoration restoration = known.recoveries().restorations().of(wish.restoration(), wish.fundSource());
        if (restoration == null || !restoration.clawback().equals(wish.clawback())) {
            return refused(RESTORATION_UNKNOWN, wish.clawback())
                    .with("position", "#" + wish.restoration())
                    .with("source", wish.fundSource());
        }
        if (moment.effectiveDate().isBefore(restoration.effectiveDate())) {
            return refused(DATE_BEFORE_ORIGINAL, wish.restoration())
                    .with("date", moment.effectiveDate())
                    .with("original", restoration.effectiveDate());
        }
        TakenBack taken = new TakenBack(clawback, restoration, wish.amount(), known);
        Part spent = taken.spentAgain();
        if (spent != null) {
            Money available = known.balances().available(spent.allotment());
            return refused(ALLOTMENT_EXCEEDED, spent.allotment())
                    .with("available", available)
                    .with("asked", spent.amount())
                    .with("missing", spent.amount().minus(available));
        }
        if (restoration.to() != null && !taken.cash().covers(wish.amount())) {
            return refused(CASH_EXCEEDED, restoration.to())
                    .with("cash", taken.cash())
                    .with("needed", wish.amount())
                    .with("missing", wish.amount().minus(taken.cash()));
        }
        if (!restoration.left().covers(wish.amount())) {
            return refused(RESTORED_EXCEEDED, wish.clawback())
                    .with("source", wish.fundSource())
                    .with("restored", restoration.amount())
                    .with("left", restoration.left())
                    .with("amount", wish.amount());
        }
        Lines lines = taken.lines();
        if (!known.balances().canTake(lines)) {
            return refused(BALANCE_OUT_OF_RANGE, restoration.from());
        }
        return accepted(new RestitutionReturned(wish.clawback(), clawback.division(), clawback.institution(), wish.restoration(),
                restoration.from(), wish.bankRef(), wish.fundSource(), restoration.target(), wish.amount(), wish.reason(), lines));
    }
}
