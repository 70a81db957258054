package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.AgreementId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;
import java.util.Set;

/**
 * 责任书签订: what an institution takes on for a programme and budget year, and by what it is measured (目标责任书，明确…工作任务
 * 目标、绩效考核方式、奖惩机制). Once for each.
 *
 * @param from   its first day
 * @param to     its last day
 * @param amount the money it is about, where it names any; may be absent
 * @param tasks  what is taken on, in a sentence; may be absent where the document says it
 */
public record AgreementSigned(
        AgreementId agreement,
        DivisionCode division,
        InstitutionId institution,
        ProgrammeCode programme,
        int budgetYear,
        LocalDate from,
        LocalDate to,
        @MayBeAbsent Money amount,
        @MayBeAbsent String tasks)
        implements Fact {
    public AgreementSigned {
        if (from == null || to == null || to.isBefore(from)) {
            throw new IllegalArgumentException("an agreement lasts from a day to the same or a later one");
        }
        if (amount != null && !amount.isPositive()) {
            throw new IllegalArgumentException("the amount of an agreement is more than 0.00");
        }
        Text.optional("tasks", tasks, 400);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.AGREEMENT, agreement).and(Tags.INSTITUTION, institution).and(Tags.PROGRAMME, programme).set();
    }
}
