package fundtrail.command.placepaymenthold;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;
import java.util.List;

/**
 * Holds payments to an institution back, from its recording on. Fields as in
 * {@link fundtrail.contract.fact.PaymentHoldPlaced} and {@link fundtrail.contract.fact.PaymentHoldGrounded}.
 *
 * @param amount absent where claims are named: it then is what they come to
 * @param claims flagged claims of one programme and year; 1 to {@value #MOST_CLAIMS}, or absent
 * @param spares 1 to {@value #MOST_SPARED}, or absent
 */
public record PlacePaymentHold(
        @MayBeAbsent DocumentRef document,
        HoldId hold,
        InstitutionId institution,
        @MayBeAbsent ProgrammeCode programme,
        @MayBeAbsent Money amount,
        @MayBeAbsent List<ClaimId> claims,
        @MayBeAbsent List<String> spares,
        @MayBeAbsent CaseId caseId,
        String legalBasis,
        LocalDate reviewOn,
        LocalDate expiresOn)
        implements Command {
    private static final int MOST_CLAIMS = 150;
    private static final int MOST_SPARED = 20;

    /** @throws IllegalArgumentException when it would expire before it is reviewed, or names both claims and an amount */
    public PlacePaymentHold {
        Form.text("legalBasis", legalBasis, 200);
        if (reviewOn != null && expiresOn != null && reviewOn.isAfter(expiresOn)) {
            throw new IllegalArgumentException("a hold is reviewed (" + reviewOn + ") before it expires (" + expiresOn + ")");
        }
        if (claims != null) {
            Form.count("claims", claims, 1, MOST_CLAIMS);
            if (amount != null) {
                throw new IllegalArgumentException("a hold on claims holds back what they come to, and names no amount");
            }
        }
        if (spares != null) {
            Form.count("spares", spares, 1, MOST_SPARED);
        }
    }

    /** One that is about no claims, spares nothing and belongs to no case. */
    public PlacePaymentHold(DocumentRef document, HoldId hold, InstitutionId institution, ProgrammeCode programme, Money amount,
            String legalBasis, LocalDate reviewOn, LocalDate expiresOn) {
        this(document, hold, institution, programme, amount, null, null, null, legalBasis, reviewOn, expiresOn);
    }
}
