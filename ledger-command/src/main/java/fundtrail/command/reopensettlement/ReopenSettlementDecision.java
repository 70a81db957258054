package fundtrail.command.reopensettlement;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_MERGED;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_OPEN;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.known.Known;
import fundtrail.command.known.Settlements.Settlement;
import fundtrail.contract.fact.SettlementReopened;
import fundtrail.contract.id.InstitutionId;

public final class ReopenSettlementDecision {
    private ReopenSettlementDecision() {}

    public static Decision decide(ReopenSettlement wish, Moment moment, Known known) {
        InstitutionYear year = new InstitutionYear(wish.institution(), wish.programme(), wish.budgetYear());
        Settlement settlement = known.purchases().settlements().of(year);
        if (settlement == null) {
            return refused(SETTLEMENT_UNKNOWN, year);
        }
        InstitutionId successor = known.mergers().successorOf(wish.institution());
        if (successor != null) {
            return refused(INSTITUTION_MERGED, wish.institution()).with("into", successor);
        }
        if (settlement.open()) {
            return refused(SETTLEMENT_OPEN, year);
        }
        return accepted(new SettlementReopened(known.divisionOf(wish.institution()), wish.institution(), wish.programme(),
                wish.budgetYear(), settlement.revision(), wish.ground(), wish.reference(), wish.reason()));
    }
}
