package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;
import java.util.Set;

/**
 * 暂停拨付: from its recording on, payments it matches as beneficiary or payee are refused.
 *
 * @param programme  only this programme; absent: every programme
 * @param amount     holds back this much and lets the rest of the available authority be paid; absent: everything
 * @param legalBasis the clause it rests on
 * @param reviewOn   when it must be looked at again
 * @param expiresOn  the last day it holds
 */
public record PaymentHoldPlaced(
        HoldId hold,
        InstitutionId institution,
        ProgrammeCode programme,
        Money amount,
        String legalBasis,
        LocalDate reviewOn,
        LocalDate expiresOn)
        implements Fact {
    public PaymentHoldPlaced {
        if (hold == null || institution == null || reviewOn == null || expiresOn == null) {
            throw new IllegalArgumentException("a hold needs its id, institution, review date and expiry");
        }
        Text.required("legal basis", legalBasis, 200);
        if (reviewOn.isAfter(expiresOn)) {
            throw new IllegalArgumentException("a hold is reviewed (" + reviewOn + ") before it expires (" + expiresOn + ")");
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.HOLD, hold).and(Tags.INSTITUTION, institution).and(Tags.PROGRAMME, programme).set();
    }
}
