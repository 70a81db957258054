package fundtrail.command.opencase;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.CLAIM_ELSEWHERE;
import static fundtrail.command.decide.RefusalCode.CLAIM_IN_CASE;
import static fundtrail.command.decide.RefusalCode.CLAIM_NOT_FLAGGED;
import static fundtrail.command.decide.RefusalCode.CLAIM_TWICE;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_DETERMINATION;
import static fundtrail.command.decide.RefusalCode.TIP_OFF_ELSEWHERE;
import static fundtrail.command.decide.RefusalCode.TIP_OFF_FOLLOWED;
import static fundtrail.command.decide.RefusalCode.TIP_OFF_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Cases;
import fundtrail.command.known.Cases.Flag;
import fundtrail.command.known.Known;
import fundtrail.command.known.TipOffs.TipOff;
import fundtrail.contract.fact.CaseOpened;
import fundtrail.contract.fact.InformantRecorded;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.DivisionCode;
import java.util.HashSet;
import java.util.Set;

public final class OpenCaseDecision {
    private OpenCaseDecision() {}

    public static Decision decide(OpenCase wish, Moment moment, Known known) {
        Set<ClaimId> once = new HashSet<>();
        for (ClaimId claim : wish.claims()) {
            if (!once.add(claim)) {
                return refused(CLAIM_TWICE, claim);
            }
        }
        if (known.recoveries().cases().of(wish.caseId()) != null) {
            return refused(ALREADY_EXISTS, wish.caseId());
        }
        TipOff tipOff = wish.tipOff() == null ? null : known.recoveries().tipOffs().of(wish.tipOff());
        if (wish.tipOff() != null && (tipOff == null || !tipOff.division().equals(division(wish, known)))) {
            return refused(TIP_OFF_UNKNOWN, wish.tipOff());
        }
        Cases cases = known.recoveries().cases();
        for (ClaimId claim : wish.claims()) {
            if (cases.flag(claim) == null) {
                return refused(CLAIM_NOT_FLAGGED, claim);
            }
        }
        for (ClaimId claim : wish.claims()) {
            if (cases.flag(claim).inCase() != null) {
                return refused(CLAIM_IN_CASE, claim).with("case", cases.flag(claim).inCase());
            }
        }
        Flag first = cases.flag(wish.claims().getFirst());
        for (ClaimId claim : wish.claims()) {
            if (!cases.flag(claim).year().institution().equals(first.year().institution())) {
                return refused(CLAIM_ELSEWHERE, claim).with("claim", first.claim());
            }
        }
        if (tipOff != null && !isAbout(tipOff, first, known)) {
            return refused(TIP_OFF_ELSEWHERE, wish.tipOff()).with("about", tipOff.institution()).with("institution", first.year().institution());
        }
        if (tipOff != null && tipOff.inCase() != null) {
            return refused(TIP_OFF_FOLLOWED, wish.tipOff()).with("case", tipOff.inCase());
        }
        for (ClaimId claim : wish.claims()) {
            if (moment.effectiveDate().isBefore(cases.flag(claim).flaggedOn())) {
                return refused(DATE_BEFORE_DETERMINATION, claim)
                        .with("date", moment.effectiveDate())
                        .with("determined", cases.flag(claim).flaggedOn());
            }
        }
        CaseOpened opened = new CaseOpened(wish.caseId(), first.division(), first.year().institution(), wish.origin(), wish.tipOff(),
                wish.subject(), wish.claims(), wish.responsible());
        return isNewTo(moment, tipOff) ? accepted(opened, new InformantRecorded(tipOff.id(), tipOff.informant())) : accepted(opened);
    }

    /** Whether it names the institution of the claims, or one that went over to the same; one that names none may be about any. */
    private static boolean isAbout(TipOff tipOff, Flag claim, Known known) {
        return tipOff.institution() == null
                || known.mergers().last(tipOff.institution()).equals(known.mergers().last(claim.year().institution()));
    }

    /** Whether it has an informant under a reference that the case's inspector does not know: then it is told him, and nobody else. */
    private static boolean isNewTo(Moment moment, TipOff tipOff) {
        return tipOff != null && tipOff.informant() != null && !tipOff.keptBy().containsAll(moment.hands());
    }

    /** The division of the first claim; {@code null} when it was never flagged. */
    public static DivisionCode division(OpenCase wish, Known known) {
        Flag first = known.recoveries().cases().flag(wish.claims().getFirst());
        return first == null ? null : first.division();
    }
}
