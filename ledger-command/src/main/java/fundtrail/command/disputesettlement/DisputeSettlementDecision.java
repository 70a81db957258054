package fundtrail.command.disputesettlement;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_CONFIRMED;
import static fundtrail.command.decide.RefusalCode.REVISION_DIFFERS;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_OPEN;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.known.Known;
import fundtrail.command.known.Settlements.Settlement;
import fundtrail.contract.fact.SettlementDisputed;

public final class DisputeSettlementDecision {
    private DisputeSettlementDecision() {}

    public static Decision decide(DisputeSettlement wish, Moment moment, Known known) {
        InstitutionYear year = new InstitutionYear(wish.institution(), wish.programme(), wish.budgetYear());
        Settlement settlement = known.purchases().settlements().of(year);
        if (settlement == null) {
            return refused(SETTLEMENT_UNKNOWN, year);
        }
        if (settlement.open()) {
            return refused(SETTLEMENT_OPEN, year);
        }
        if (settlement.revision() != wish.revision()) {
            return refused(REVISION_DIFFERS, year).with("revision", settlement.revision()).with("stated", wish.revision());
        }
        if (settlement.confirmed()) {
            return refused(ALREADY_CONFIRMED, year).with("revision", settlement.revision());
        }
        return accepted(new SettlementDisputed(known.divisionOf(wish.institution()), wish.institution(), wish.programme(),
                wish.budgetYear(), wish.revision(), wish.reason()));
    }
}
