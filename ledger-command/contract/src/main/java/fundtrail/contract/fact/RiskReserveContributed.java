package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.DrawId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.util.Set;

/**
 * 风险金缴存: money paid into the division's risk reserve (风险保障基金), by the government out of a source of its own level or
 * by an institution.
 *
 * @param fundSource     the government's source; absent where an institution contributes
 * @param institution    who contributes; absent where the government does
 * @param bankAccount    the treasury account the government's money comes from; absent where an institution contributes
 * @param reserveAccount the account the reserve lies in
 * @param bankRef        the bank's reference, unique for ever; absent where the government contributes and named none
 * @param replenishes    the draw it makes good; absent unless it does
 */
public record RiskReserveContributed(
        DivisionCode division,
        int budgetYear,
        Contributor contributor,
        FundSourceCode fundSource,
        InstitutionId institution,
        Money amount,
        BankAccountId bankAccount,
        BankAccountId reserveAccount,
        String bankRef,
        DrawId replenishes,
        Lines lines)
        implements Fact {

    /** Who contributes. */
    public enum Contributor {
        GOVERNMENT,
        INSTITUTION
    }

    public RiskReserveContributed {
        boolean ofGovernment = fundSource != null && bankAccount != null && institution == null;
        boolean ofInstitution = institution != null && bankRef != null && fundSource == null && bankAccount == null;
        if (!(contributor == Contributor.GOVERNMENT ? ofGovernment : ofInstitution)) {
            throw new IllegalArgumentException("a contribution is the government's, with source and treasury account,"
                    + " or an institution's, with the bank's reference");
        }
        Text.optional("bank reference", bankRef, 64);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).and(Tags.INSTITUTION, institution).and(Tags.DRAW, replenishes).set();
    }
}
