package fundtrail.command.kit;

import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.CLASSES;
import static fundtrail.command.kit.Sample.CT;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.yuan;

import fundtrail.command.posting.ReservePostings;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.FundSourceRegistered;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.fact.FundingPlanApproved;
import fundtrail.contract.fact.RiskReserveContributed;
import fundtrail.contract.fact.RiskReserveContributed.Contributor;
import fundtrail.contract.fact.RiskReserveDrawn;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.formula.FundingPlan;
import fundtrail.contract.formula.FundingPlan.PlanLine;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DrawId;
import fundtrail.contract.id.FundSourceCode;
import java.util.List;

/** Short words for the risk reserve. */
public final class Reserve {
    public static final FundSourceCode RSV = new FundSourceCode("RSV");
    public static final BankAccountId CR = new BankAccountId("CR");
    public static final DrawId D1 = new DrawId("D1");
    public static final AllotmentId RSV_H1 = new AllotmentId("RSV-H1");
    public static final Purse OF_RESERVE = Purse.of(DIVISION, YEAR, RSV);

    private Reserve() {}

    public static FundSourceRegistered source() {
        return new FundSourceRegistered(RSV, "风险保障基金", "Risk reserve", Level.RISK_RESERVE, null, null, false,
                RestitutionTarget.ALLOTMENT, RestitutionTarget.RISK_RESERVE, null);
    }

    public static TreasuryAccountRegistered account() {
        return new TreasuryAccountRegistered(CR, DIVISION, TreasuryAccountRegistered.Use.RESERVE, "澄湖县财政局风险金",
                "9900000000000002", "虚构银行澄湖支行");
    }

    /** What H1 paid in. */
    public static RiskReserveContributed contributed(String yuan, String bankRef) {
        return new RiskReserveContributed(DIVISION, YEAR, Contributor.INSTITUTION, null, H1, yuan(yuan), null, CR, bankRef, null,
                ReservePostings.received(OF_RESERVE, CR, yuan(yuan)));
    }

    /** The funding plan's first revision, which lets so much be drawn for H1. */
    public static FundingPlanApproved planned(String yuan) {
        return new FundingPlanApproved(DIVISION, BPH, YEAR, 1, List.of(new PlanLine(H1, RSV, yuan(yuan))),
                List.of(new FundingPlan.Draw(H1, yuan(yuan))), List.of(), yuan(yuan));
    }

    /** A draw for H1, which makes {@link #RSV_H1}. */
    public static RiskReserveDrawn drawn(String yuan) {
        Money amount = yuan(yuan);
        return new RiskReserveDrawn(D1, DIVISION, BPH, YEAR, 1, H1, RSV_H1, RSV, CLASSES, amount, CR, CT,
                ReservePostings.drawn(OF_RESERVE.of(H1, BPH).under(RSV_H1), CT, CR, amount));
    }
}
