package fundtrail.query;

import static fundtrail.contract.Line.credit;
import static fundtrail.contract.Line.debit;
import static fundtrail.query.Chenghu.COUNTY;

import fundtrail.contract.Account;
import fundtrail.contract.Fraction;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BudgetAllotted.Classification;
import fundtrail.contract.fact.RateSet;
import fundtrail.contract.fact.ReserveInterestReceived;
import fundtrail.contract.fact.RiskReserveContributed;
import fundtrail.contract.fact.RiskReserveContributed.Contributor;
import fundtrail.contract.fact.RiskReserveDrawReturned;
import fundtrail.contract.fact.RiskReserveDrawn;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DrawId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.TaskCode;
import java.time.LocalDate;

/** The made-up county's risk reserve. */
public final class ChenghuReserve {
    static final BankAccountId CR = new BankAccountId("CR");
    private static final int YEAR = 2018;
    private static final FundSourceCode RSV = new FundSourceCode("RSV");
    private static final Purse RESERVE = Purse.of(COUNTY, YEAR, RSV);

    private ChenghuReserve() {}

    static TreasuryAccountRegistered account() {
        return new TreasuryAccountRegistered(CR, COUNTY, TreasuryAccountRegistered.Use.RESERVE, "澄湖县财政局风险金（虚构）",
                "9900000000000009", "虚构银行澄湖支行");
    }

    static RateSet rate(String rate) {
        return new RateSet(COUNTY, new TaskCode("MCH-01"), "妇幼随访", "Maternal follow-up", Fraction.parse(rate), "人次",
                LocalDate.of(2018, 1, 1), null, null);
    }

    /** What an institution paid in. */
    static RiskReserveContributed contributed(String institution, String bankRef, String yuan) {
        return new RiskReserveContributed(COUNTY, YEAR, Contributor.INSTITUTION, null, new InstitutionId(institution), Money.yuan(yuan),
                null, CR, bankRef, null, received(yuan));
    }

    /** What the government paid in out of the county's own source, to make a draw good where one is named. */
    static RiskReserveContributed contributed(String yuan, String replenishes) {
        Money amount = Money.yuan(yuan);
        Purse own = Purse.of(COUNTY, YEAR, new FundSourceCode("CTY"));
        return new RiskReserveContributed(COUNTY, YEAR, Contributor.GOVERNMENT, own.fundSource(), null, amount, Chenghu.TREASURY, CR, null,
                replenishes == null ? null : new DrawId(replenishes), Lines.of(
                        debit(Account.TRANSFER_TO_RESERVE, own, amount),
                        credit(Account.TREASURY_CASH, own.in(Chenghu.TREASURY), amount),
                        debit(Account.RESERVE_CASH, RESERVE.in(CR), amount),
                        credit(Account.RISK_RESERVE, RESERVE, amount),
                        debit(Account.UNALLOTTED, own, amount),
                        credit(Account.EXPENDED, own, amount)));
    }

    static ReserveInterestReceived interest(String bankRef, String yuan) {
        return new ReserveInterestReceived(COUNTY, YEAR, CR, bankRef, Money.yuan(yuan), received(yuan));
    }

    /** A draw for H1, which makes the allotment RSV-H1. */
    static RiskReserveDrawn drawn(String draw, String yuan) {
        return new RiskReserveDrawn(new DrawId(draw), COUNTY, Chenghu.BPH, YEAR, 1, new InstitutionId("H1"), new AllotmentId("RSV-H1"), RSV,
                new Classification("2100408", "50502", null), Money.yuan(yuan), CR, Chenghu.TREASURY, moved(yuan));
    }

    static RiskReserveDrawReturned returned(String draw, long reverses, String yuan) {
        return new RiskReserveDrawReturned(new DrawId(draw), reverses, new InstitutionId("H1"), new AllotmentId("RSV-H1"), Money.yuan(yuan),
                "未使用", moved(yuan).red());
    }

    private static Lines received(String yuan) {
        Money amount = Money.yuan(yuan);
        return Lines.of(debit(Account.RESERVE_CASH, RESERVE.in(CR), amount), credit(Account.RISK_RESERVE, RESERVE, amount));
    }

    private static Lines moved(String yuan) {
        Money amount = Money.yuan(yuan);
        Purse allotment = RESERVE.of(new InstitutionId("H1"), Chenghu.BPH).under(new AllotmentId("RSV-H1"));
        return Lines.of(
                debit(Account.TREASURY_CASH, RESERVE.in(Chenghu.TREASURY), amount),
                credit(Account.RESERVE_CASH, RESERVE.in(CR), amount),
                debit(Account.RISK_RESERVE, RESERVE, amount),
                credit(Account.TRANSFER_FROM_RESERVE, RESERVE, amount),
                debit(Account.AUTHORITY, RESERVE, amount),
                credit(Account.ALLOTTED, allotment, amount));
    }
}
