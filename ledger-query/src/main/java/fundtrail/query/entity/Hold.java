package fundtrail.query.entity;

import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.PaymentHoldReviewed;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A payment hold.
 *
 * @param programme     only this programme; absent: every programme
 * @param amount        what it holds back; absent: everything
 * @param spares        codes of subsidies that are paid all the same; absent: none
 * @param placedAt      when it was recorded; it holds from then
 * @param expiresOn     the last day it holds
 * @param reviewedAt    when its last review was recorded; absent before the first
 * @param finding       of that review
 * @param releasedAt    when its release was recorded; absent until it is
 * @param releaseReason absent until it is released
 */
public record Hold(
        HoldId hold,
        InstitutionId institution,
        @MayBeAbsent ProgrammeCode programme,
        @MayBeAbsent Money amount,
        @MayBeAbsent List<String> spares,
        String legalBasis,
        LocalDate reviewOn,
        LocalDate expiresOn,
        Instant placedAt,
        @MayBeAbsent DocumentRef document,
        @MayBeAbsent Instant reviewedAt,
        @MayBeAbsent String finding,
        @MayBeAbsent Instant releasedAt,
        @MayBeAbsent String releaseReason) {

    public Hold released(Instant at, String reason) {
        return new Hold(hold, institution, programme, amount, spares, legalBasis, reviewOn, expiresOn, placedAt, document,
                reviewedAt, finding, at, reason);
    }

    public Hold reviewed(PaymentHoldReviewed review, Instant at) {
        return new Hold(hold, institution, programme, review.amount(), spares, legalBasis, review.reviewOn(),
                review.expiresOn(), placedAt, document, at, review.finding(), releasedAt, releaseReason);
    }
}
