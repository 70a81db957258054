package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.formula.SettlementOfSource;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.util.List;
import java.util.Set;

/**
 * 清算定案: what an institution has earned in a year against what it has got, source by source. Once for an institution,
 * programme and budget year; each reopening is followed by the next revision, which posts the differences.
 *
 * @param revision from 1
 * @param bySource in ascending order of the sources' codes
 */
public record SettlementFinalized(
        DivisionCode division,
        InstitutionId institution,
        ProgrammeCode programme,
        int budgetYear,
        int revision,
        List<SettlementOfSource> bySource,
        Lines lines)
        implements Fact {
    public SettlementFinalized {
        bySource = List.copyOf(bySource);
    }

    public Money entitlement() {
        return Money.sum(bySource.stream().map(SettlementOfSource::entitlement).toList());
    }

    public Money payable() {
        return Money.sum(bySource.stream().map(SettlementOfSource::payable).toList());
    }

    public Money receivable() {
        return Money.sum(bySource.stream().map(SettlementOfSource::receivable).toList());
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).and(Tags.INSTITUTION, institution).and(Tags.PROGRAMME, programme).set();
    }
}
