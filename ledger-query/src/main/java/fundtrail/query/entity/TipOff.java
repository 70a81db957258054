package fundtrail.query.entity;

import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.TipOffRecorded.Channel;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.TipOffId;
import java.time.LocalDate;

/**
 * What somebody told. Who told is no part of it: that is a fact of its own, shown to its inspector alone.
 *
 * @param institution absent where it names none of the ledger's
 * @param subject     in words from which the informant cannot be told
 * @param contentHash SHA-256 over a salt and what was said, which lies outside the ledger; may be absent
 * @param caseId      the case that took it up last; absent while none did
 */
public record TipOff(
        TipOffId tipOff,
        DivisionCode division,
        @MayBeAbsent InstitutionId institution,
        Channel channel,
        LocalDate receivedOn,
        String subject,
        @MayBeAbsent String contentHash,
        @MayBeAbsent CaseId caseId) {

    public TipOff takenUp(CaseId opened) {
        return new TipOff(tipOff, division, institution, channel, receivedOn, subject, contentHash, opened);
    }
}
