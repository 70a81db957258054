package fundtrail.command.opencase;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.CLAIM_ELSEWHERE;
import static fundtrail.command.decide.RefusalCode.CLAIM_IN_CASE;
import static fundtrail.command.decide.RefusalCode.CLAIM_NOT_FLAGGED;
import static fundtrail.command.decide.RefusalCode.CLAIM_TWICE;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Cases;
import fundtrail.command.known.Cases.Flag;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.CaseOpened;
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
        return accepted(new CaseOpened(wish.caseId(), first.division(), first.year().institution(), wish.subject(), wish.claims()));
    }

    /** The division of the first claim; {@code null} when it was never flagged. */
    public static DivisionCode division(OpenCase wish, Known known) {
        Flag first = known.recoveries().cases().flag(wish.claims().getFirst());
        return first == null ? null : first.division();
    }
}
