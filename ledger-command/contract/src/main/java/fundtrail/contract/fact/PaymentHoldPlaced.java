package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * 暂停拨付: from its recording on, payments it matches as beneficiary or payee are refused.
 *
 * @param programme  only this programme; absent: every programme
 * @param amount     holds back this much and lets the rest of the available authority be paid; absent: everything
 * @param spares     codes of subsidies that are paid all the same, as its legal basis has it; absent: none
 * @param legalBasis the clause it rests on
 * @param reviewOn   when it must be looked at again
 * @param expiresOn  the last day it holds
 */
public record PaymentHoldPlaced(
        HoldId hold,
        InstitutionId institution,
        @MayBeAbsent ProgrammeCode programme,
        @MayBeAbsent Money amount,
        @MayBeAbsent List<String> spares,
        String legalBasis,
        LocalDate reviewOn,
        LocalDate expiresOn)
        implements Fact {
    private static final int LONGEST_CATEGORY = 40;

    public PaymentHoldPlaced {
        if (hold == null || institution == null || reviewOn == null || expiresOn == null) {
            throw new IllegalArgumentException("a hold needs its id, institution, review date and expiry");
        }
        Text.required("legal basis", legalBasis, 200);
        if (reviewOn.isAfter(expiresOn)) {
            throw new IllegalArgumentException("a hold is reviewed (" + reviewOn + ") before it expires (" + expiresOn + ")");
        }
        if (spares != null) {
            spares = List.copyOf(spares);
            spares.forEach(one -> Text.required("subsidy category", one, LONGEST_CATEGORY));
            if (spares.isEmpty()) {
                throw new IllegalArgumentException("what a hold spares is absent where it spares nothing");
            }
        }
    }

    /** One that spares nothing. */
    public PaymentHoldPlaced(HoldId hold, InstitutionId institution, ProgrammeCode programme, Money amount, String legalBasis,
            LocalDate reviewOn, LocalDate expiresOn) {
        this(hold, institution, programme, amount, null, legalBasis, reviewOn, expiresOn);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.HOLD, hold).and(Tags.INSTITUTION, institution).and(Tags.PROGRAMME, programme).set();
    }
}
