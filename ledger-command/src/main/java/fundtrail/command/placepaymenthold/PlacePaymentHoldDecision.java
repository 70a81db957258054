package fundtrail.command.placepaymenthold;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.CASE_CLOSED;
import static fundtrail.command.decide.RefusalCode.CASE_ELSEWHERE;
import static fundtrail.command.decide.RefusalCode.CASE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.CLAIM_ELSEWHERE;
import static fundtrail.command.decide.RefusalCode.CLAIM_HELD;
import static fundtrail.command.decide.RefusalCode.CLAIM_NOT_FLAGGED;
import static fundtrail.command.decide.RefusalCode.CLAIM_TWICE;
import static fundtrail.command.decide.RefusalCode.CLAIM_UNPRICED;
import static fundtrail.command.decide.RefusalCode.DATE_PASSED;
import static fundtrail.command.decide.RefusalCode.HOLD_TOO_LONG;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.PROGRAMME_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.SUBSIDY_CATEGORY_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Cases;
import fundtrail.command.known.Cases.Case;
import fundtrail.command.known.Cases.Flag;
import fundtrail.command.known.ClaimsPaid;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.known.Known;
import fundtrail.contract.Money;
import fundtrail.contract.fact.PaymentHoldGrounded;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

public final class PlacePaymentHoldDecision {
    private PlacePaymentHoldDecision() {}

    public static Decision decide(PlacePaymentHold wish, Moment moment, Known known) {
        if (wish.reviewOn().isBefore(moment.today())) {
            return refused(DATE_PASSED, wish.reviewOn()).with("today", moment.today());
        }
        if (wish.amount() != null && !wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.hold()).with("amount", wish.amount());
        }
        List<ClaimId> claims = wish.claims() == null ? List.of() : wish.claims();
        Set<ClaimId> once = new HashSet<>();
        for (ClaimId claim : claims) {
            if (!once.add(claim)) {
                return refused(CLAIM_TWICE, claim);
            }
        }
        if (known.holds().get(wish.hold()) != null) {
            return refused(ALREADY_EXISTS, wish.hold());
        }
        if (!known.institutions().has(wish.institution())) {
            return refused(INSTITUTION_UNKNOWN, wish.institution());
        }
        if (wish.programme() != null && !known.rules().hasProgramme(wish.programme(), moment.today())) {
            return refused(PROGRAMME_UNKNOWN, wish.programme()).with("date", moment.today());
        }
        for (String category : wish.spares() == null ? List.<String>of() : wish.spares()) {
            RuleSetPublished inForce = known.rules().inForce(moment.today());
            if (inForce == null || inForce.payments() == null || inForce.payments().category(category) == null) {
                return refused(SUBSIDY_CATEGORY_UNKNOWN, category).with("date", moment.today());
            }
        }
        Case inquiry = wish.caseId() == null ? null : known.recoveries().cases().of(wish.caseId());
        if (wish.caseId() != null && inquiry == null) {
            return refused(CASE_UNKNOWN, wish.caseId());
        }
        LocalDate last = known.rules().lastDayOfHold(moment.today());
        if (wish.expiresOn().isAfter(last)) {
            return refused(HOLD_TOO_LONG, wish.hold()).with("expiresOn", wish.expiresOn()).with("last", last);
        }
        Cases cases = known.recoveries().cases();
        for (ClaimId claim : claims) {
            if (cases.flag(claim) == null) {
                return refused(CLAIM_NOT_FLAGGED, claim);
            }
        }
        if (inquiry != null && !inquiry.open()) {
            return refused(CASE_CLOSED, wish.caseId());
        }
        if (inquiry != null && !known.mergers().areOne(inquiry.institution(), wish.institution())) {
            return refused(CASE_ELSEWHERE, wish.caseId()).with("institution", inquiry.institution());
        }
        return claims.isEmpty() ? placed(wish, wish.programme(), wish.amount(), known) : onClaims(wish, moment, known);
    }

    /** What the claims come to is held back; where nothing says yet what they would be paid, they cannot be. */
    private static Decision onClaims(PlacePaymentHold wish, Moment moment, Known known) {
        List<Flag> flags = wish.claims().stream().map(known.recoveries().cases()::flag).toList();
        InstitutionYear year = flags.getFirst().year();
        for (Flag flag : flags) {
            if (!flag.year().equals(year) || !known.mergers().areOne(year.institution(), wish.institution())
                    || wish.programme() != null && !wish.programme().equals(year.programme())) {
                return refused(CLAIM_ELSEWHERE, flag.claim()).with("claim", flags.getFirst().claim());
            }
        }
        for (ClaimId claim : wish.claims()) {
            HoldId held = known.holds().holding(claim, moment.today());
            if (held != null) {
                return refused(CLAIM_HELD, claim).with("hold", held);
            }
        }
        ClaimsPaid worth = new ClaimsPaid(year, flags.getFirst().division(), known);
        Money all = Money.ZERO;
        for (Flag flag : flags) {
            Money one = worth.worth(flag);
            if (!one.isPositive()) {
                return refused(CLAIM_UNPRICED, flag.claim());
            }
            all = all.plus(one);
        }
        return placed(wish, year.programme(), all, known);
    }

    private static Decision placed(PlacePaymentHold wish, ProgrammeCode programme, Money amount, Known known) {
        PaymentHoldPlaced placed = new PaymentHoldPlaced(wish.hold(), wish.institution(), programme, amount, wish.spares(),
                wish.legalBasis(), wish.reviewOn(), wish.expiresOn());
        return wish.caseId() == null && wish.claims() == null
                ? accepted(placed)
                : accepted(placed, new PaymentHoldGrounded(
                        wish.hold(), known.divisionOf(wish.institution()), wish.institution(), wish.caseId(), wish.claims()));
    }
}
