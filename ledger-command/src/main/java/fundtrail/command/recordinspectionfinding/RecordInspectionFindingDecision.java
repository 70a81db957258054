package fundtrail.command.recordinspectionfinding;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.CASE_CLOSED;
import static fundtrail.command.decide.RefusalCode.CASE_ELSEWHERE;
import static fundtrail.command.decide.RefusalCode.CASE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DATE_IN_FUTURE;
import static fundtrail.command.decide.RefusalCode.DATE_TOO_EARLY;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Cases.Case;
import fundtrail.command.known.Known;
import fundtrail.command.known.Years;
import fundtrail.contract.fact.InspectionFindingRecorded;
import java.time.LocalDate;

public final class RecordInspectionFindingDecision {
    private RecordInspectionFindingDecision() {}

    public static Decision decide(RecordInspectionFinding wish, Moment moment, Known known) {
        if (wish.inspectedOn().isAfter(moment.today())) {
            return refused(DATE_IN_FUTURE, wish.inspectedOn()).with("today", moment.today());
        }
        LocalDate earliest = moment.today().minusYears(Years.KEPT);
        if (wish.inspectedOn().isBefore(earliest)) {
            return refused(DATE_TOO_EARLY, wish.inspectedOn()).with("earliest", earliest);
        }
        if (known.recoveries().findings().of(wish.finding()) != null) {
            return refused(ALREADY_EXISTS, wish.finding());
        }
        if (!known.institutions().has(wish.institution())) {
            return refused(INSTITUTION_UNKNOWN, wish.institution());
        }
        Case inquiry = wish.caseId() == null ? null : known.recoveries().cases().of(wish.caseId());
        if (wish.caseId() != null && inquiry == null) {
            return refused(CASE_UNKNOWN, wish.caseId());
        }
        if (inquiry != null && !inquiry.open()) {
            return refused(CASE_CLOSED, wish.caseId());
        }
        if (inquiry != null && !known.mergers().areOne(inquiry.institution(), wish.institution())) {
            return refused(CASE_ELSEWHERE, wish.caseId()).with("institution", inquiry.institution());
        }
        return accepted(new InspectionFindingRecorded(wish.finding(), known.divisionOf(wish.institution()), wish.institution(),
                wish.caseId(), wish.inspectedOn(), wish.found(), wish.evidenceHash()));
    }
}
