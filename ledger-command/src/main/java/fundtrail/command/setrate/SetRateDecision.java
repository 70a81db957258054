package fundtrail.command.setrate;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.RateSet;

public final class SetRateDecision {
    private SetRateDecision() {}

    public static Decision decide(SetRate wish, Moment moment, Known known) {
        if (known.taskRates().beginsOn(wish.division(), wish.task(), wish.validFrom())) {
            return refused(ALREADY_EXISTS, wish.task() + " " + wish.validFrom());
        }
        if (!known.hasDivision(wish.division())) {
            return refused(DIVISION_UNKNOWN, wish.division());
        }
        return accepted(new RateSet(wish.division(), wish.task(), wish.nameZh(), wish.nameEn(), wish.rate(), wish.unit(),
                wish.validFrom(), wish.validTo(), wish.costing()));
    }
}
