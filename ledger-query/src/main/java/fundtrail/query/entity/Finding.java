package fundtrail.query.entity;

import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FindingId;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;

/**
 * What an inspection found, and how far it has been put right.
 *
 * @param caseId       absent of an inspection without a case
 * @param evidenceHash SHA-256 of the evidence, which lies outside the ledger; may be absent
 * @param measures     what the institution was told to do last; absent before
 * @param dueOn        by when; absent as they are
 * @param outcome      how it was seen that it has been put right; absent until then
 */
public record Finding(
        FindingId finding,
        DivisionCode division,
        InstitutionId institution,
        @MayBeAbsent CaseId caseId,
        LocalDate inspectedOn,
        String found,
        @MayBeAbsent String evidenceHash,
        State state,
        @MayBeAbsent String measures,
        @MayBeAbsent LocalDate dueOn,
        @MayBeAbsent String outcome) {

    /** How far it is. */
    public enum State {
        FOUND,
        /** 待整改. */
        TO_BE_PUT_RIGHT,
        /** 已整改. */
        PUT_RIGHT
    }

    public Finding requested(String toDo, LocalDate due) {
        return new Finding(finding, division, institution, caseId, inspectedOn, found, evidenceHash, State.TO_BE_PUT_RIGHT, toDo, due, null);
    }

    public Finding confirmed(String seen) {
        return new Finding(finding, division, institution, caseId, inspectedOn, found, evidenceHash, State.PUT_RIGHT, measures, dueOn, seen);
    }
}
