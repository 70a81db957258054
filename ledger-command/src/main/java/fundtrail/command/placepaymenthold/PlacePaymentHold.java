package fundtrail.command.placepaymenthold;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;

/**
 * Holds payments to an institution back, from its recording on. Fields as in
 * {@link fundtrail.contract.fact.PaymentHoldPlaced}.
 */
public record PlacePaymentHold(
        @MayBeAbsent DocumentRef document,
        HoldId hold,
        InstitutionId institution,
        @MayBeAbsent ProgrammeCode programme,
        @MayBeAbsent Money amount,
        String legalBasis,
        LocalDate reviewOn,
        LocalDate expiresOn)
        implements Command {
    /** @throws IllegalArgumentException when it would expire before it is reviewed */
    public PlacePaymentHold {
        Form.text("legalBasis", legalBasis, 200);
        if (reviewOn != null && expiresOn != null && reviewOn.isAfter(expiresOn)) {
            throw new IllegalArgumentException("a hold is reviewed (" + reviewOn + ") before it expires (" + expiresOn + ")");
        }
    }
}
