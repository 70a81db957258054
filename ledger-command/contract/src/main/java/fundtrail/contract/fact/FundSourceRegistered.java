package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.FundSourceCode;
import java.util.Set;

/**
 * 资金来源登记: who provides the money, and where money recovered from it goes back to.
 *
 * @param natureCode        nature of funds (资金性质), such as {@code 111}; may be absent
 * @param projectCode       the upper level's project code, such as {@code Z195110010005}; may be absent
 * @param directFund        whether it carries the label 01中央直达资金 from end to end
 * @param restitutionOpen   where recovered money goes while its budget year is open
 * @param restitutionClosed where it goes once that year is closed
 * @param governingRule     the rule it is spent under
 */
public record FundSourceRegistered(
        FundSourceCode fundSource,
        String nameZh,
        String nameEn,
        Level level,
        String natureCode,
        String projectCode,
        boolean directFund,
        RestitutionTarget restitutionOpen,
        RestitutionTarget restitutionClosed,
        String governingRule)
        implements Fact {

    /** Who provides it. */
    public enum Level {
        CENTRAL,
        PROVINCIAL,
        CITY,
        COUNTY,
        TOWNSHIP,
        INSURANCE,
        PATIENT,
        SOCIAL,
        RISK_RESERVE,
        GENERAL_TREASURY;

        /** Whether such money is approved, received and spent through the treasury; the others have postings of their own. */
        public boolean isTreasuryMoney() {
            return this != INSURANCE && this != PATIENT && this != RISK_RESERVE;
        }
    }

    /** Where money of this source returns to. */
    public enum RestitutionTarget {
        ALLOTMENT,
        TREASURY,
        UPPER_LEVEL,
        INSURANCE_ACCOUNT,
        RISK_RESERVE
    }

    public FundSourceRegistered {
        if (fundSource == null || level == null || restitutionOpen == null || restitutionClosed == null) {
            throw new IllegalArgumentException("a fund source needs its code, level and both restitution targets");
        }
        Text.required("fund source name (Chinese)", nameZh, 80);
        Text.required("fund source name (English)", nameEn, 80);
        Text.optional("nature code", natureCode, 20);
        Text.optional("project code", projectCode, 40);
        Text.optional("governing rule", governingRule, 200);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.FUND_SOURCE, fundSource).set();
    }
}
