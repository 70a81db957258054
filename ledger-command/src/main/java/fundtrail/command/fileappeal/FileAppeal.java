package fundtrail.command.fileappeal;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;

/**
 * The institution appeals against a claw-back or a hold; it names one of the two.
 *
 * @param stay whether nothing shall be offset until it is decided; of a claw-back
 */
public record FileAppeal(
        @MayBeAbsent LocalDate effectiveDate,
        InstitutionId institution,
        @MayBeAbsent ClawbackId clawback,
        @MayBeAbsent HoldId hold,
        boolean stay,
        String grounds)
        implements Command {
    public FileAppeal {
        Form.text("grounds", grounds, 400);
        if ((clawback == null) == (hold == null)) {
            throw new IllegalArgumentException("an appeal is against a claw-back or against a hold");
        }
    }
}
