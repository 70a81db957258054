package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.DrawId;
import fundtrail.contract.id.InstitutionId;
import java.util.Set;

/**
 * 风险金退回: the unused part of a draw goes back to the risk reserve, in red.
 *
 * @param reverses the position of the draw
 */
public record RiskReserveDrawReturned(
        DrawId draw,
        long reverses,
        InstitutionId institution,
        AllotmentId allotment,
        Money amount,
        String reason,
        Lines lines)
        implements Fact {
    public RiskReserveDrawReturned {
        Text.required("reason", reason, 400);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).and(Tags.DRAW, draw).and(Tags.REVERSES, reverses).set();
    }
}
