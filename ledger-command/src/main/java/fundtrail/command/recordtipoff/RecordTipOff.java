package fundtrail.command.recordtipoff;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Text;
import fundtrail.contract.fact.TipOffRecorded;
import fundtrail.contract.fact.TipOffRecorded.Channel;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.TipOffId;
import java.time.LocalDate;

/**
 * Records a tip-off. Fields as in {@link TipOffRecorded}; it names its institution, or the division where it names none.
 *
 * @param person a random reference made for this tip-off, under which its inspector keeps the informant outside the
 *               ledger; absent of one that nobody signed
 */
public record RecordTipOff(
        TipOffId tipOff,
        @MayBeAbsent DivisionCode division,
        @MayBeAbsent InstitutionId institution,
        Channel channel,
        LocalDate receivedOn,
        String subject,
        @MayBeAbsent String contentHash,
        @MayBeAbsent PersonRef person)
        implements Command {
    public RecordTipOff {
        Form.text("subject", subject, 400);
        if (contentHash != null) {
            Text.sha256("content", contentHash);
        }
        if ((division == null) == (institution == null)) {
            throw new IllegalArgumentException("a tip-off names its institution, or else a division");
        }
    }
}
