package fundtrail.command.recordinspectionfinding;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Text;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.FindingId;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;

/** Records what an inspection found. Fields as in {@link fundtrail.contract.fact.InspectionFindingRecorded}. */
public record RecordInspectionFinding(
        FindingId finding,
        InstitutionId institution,
        @MayBeAbsent CaseId caseId,
        LocalDate inspectedOn,
        String found,
        @MayBeAbsent String evidenceHash)
        implements Command {
    public RecordInspectionFinding {
        Form.text("found", found, 400);
        if (evidenceHash != null) {
            Text.sha256("evidence", evidenceHash);
        }
    }
}
