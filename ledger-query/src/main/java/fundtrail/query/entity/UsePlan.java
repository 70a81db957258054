package fundtrail.query.entity;

import fundtrail.contract.Money;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.time.YearMonth;

/** What a month is going to need of a source, by the last plan for it. */
public record UsePlan(DivisionCode division, YearMonth month, FundSourceCode fundSource, Money need) {
    public static String id(DivisionCode division, YearMonth month, FundSourceCode fundSource) {
        return division + "." + month + "." + fundSource;
    }
}
