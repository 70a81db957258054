package fundtrail.query.entity;

import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A payment hold.
 *
 * @param programme     only this programme; absent: every programme
 * @param amount        what it holds back; absent: everything
 * @param placedAt      when it was recorded; it holds from then
 * @param expiresOn     the last day it holds
 * @param releasedAt    when its release was recorded; absent until it is
 * @param releaseReason absent until it is released
 */
public record Hold(
        HoldId hold,
        InstitutionId institution,
        @MayBeAbsent ProgrammeCode programme,
        @MayBeAbsent Money amount,
        String legalBasis,
        LocalDate reviewOn,
        LocalDate expiresOn,
        Instant placedAt,
        @MayBeAbsent DocumentRef document,
        @MayBeAbsent Instant releasedAt,
        @MayBeAbsent String releaseReason) {

    public Hold released(Instant at, String reason) {
        return new Hold(hold, institution, programme, amount, legalBasis, reviewOn, expiresOn, placedAt, document, at, reason);
    }
}
