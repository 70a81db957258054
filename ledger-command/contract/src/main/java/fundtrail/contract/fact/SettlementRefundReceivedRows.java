package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.util.Set;

/**
 * Authority that comes back with a refund to more allotments than one fact holds (清算退回指标明细), in parts;
 * {@link SettlementRefundReceived} closes them in the same append and has the money.
 *
 * @param part from 1
 */
public record SettlementRefundReceivedRows(
        DivisionCode division, InstitutionId institution, ProgrammeCode programme, int budgetYear, int part, Lines lines) implements Fact {
    public SettlementRefundReceivedRows {
        if (division == null || institution == null || programme == null || part < 1) {
            throw new IllegalArgumentException("a part of a refund needs its division, institution, programme and number");
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).and(Tags.INSTITUTION, institution).and(Tags.PROGRAMME, programme).set();
    }
}
