package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.fact.BudgetAllotted.Classification;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.DrawId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.util.Set;

/**
 * 风险金动用: money of the risk reserve moved to the treasury, with authority to spend it on one institution, as the funding
 * plan says.
 *
 * @param revision        the funding plan's, of the programme and budget year
 * @param institution     the beneficiary
 * @param allotment       the allotment the draw makes, which batches pay from
 * @param fundSource      the reserve's source
 * @param reserveAccount  the account the reserve lies in
 * @param treasuryAccount the account it is moved to
 */
public record RiskReserveDrawn(
        DrawId draw,
        DivisionCode division,
        ProgrammeCode programme,
        int budgetYear,
        int revision,
        InstitutionId institution,
        AllotmentId allotment,
        FundSourceCode fundSource,
        Classification classification,
        Money amount,
        BankAccountId reserveAccount,
        BankAccountId treasuryAccount,
        Lines lines)
        implements Fact {
    public RiskReserveDrawn {
        if (revision < 1) {
            throw new IllegalArgumentException("revision " + revision + " of a funding plan: they count from 1");
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).and(Tags.DRAW, draw).set();
    }
}
