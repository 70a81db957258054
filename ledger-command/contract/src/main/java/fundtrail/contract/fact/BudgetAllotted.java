package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.util.Set;

/** 指标下达: authority of one source for one institution, programme and budget year. */
public record BudgetAllotted(
        AllotmentId allotment,
        InstitutionId institution,
        DivisionCode division,
        FundSourceCode fundSource,
        ProgrammeCode programme,
        int budgetYear,
        Classification classification,
        Money amount,
        Lines lines)
        implements Fact {

    /**
     * The national budget classification.
     *
     * @param functional functional class (功能科目), such as {@code 2100408}
     * @param economic   government economic class (政府经济科目), such as {@code 50502}
     * @param project    project code (项目代码); may be absent
     */
    public record Classification(String functional, String economic, @MayBeAbsent String project) {
        public Classification {
            if (functional == null || !functional.matches("[0-9]{3}([0-9]{2}){0,2}")) {
                throw new IllegalArgumentException("functional class \"" + functional + "\": 3, 5 or 7 digits, such as 2100408");
            }
            if (economic == null || !economic.matches("[0-9]{3}([0-9]{2})?")) {
                throw new IllegalArgumentException("economic class \"" + economic + "\": 3 or 5 digits, such as 50502");
            }
            Text.optional("project code", project, 40);
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).set();
    }
}
