package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.InspectionFindingRecorded;
import fundtrail.contract.fact.RectificationConfirmed;
import fundtrail.contract.fact.RectificationRequested;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FindingId;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What inspections found, and how far it has been put right. */
public final class Findings implements Room {
    /** How far a finding is. */
    public enum State {
        RECORDED,
        REQUESTED,
        CONFIRMED
    }

    /**
     * A finding.
     *
     * @param caseId absent of an inspection without a case
     * @param dueOn  by when it is to be put right; absent before that was asked
     */
    public record Finding(
            FindingId id,
            DivisionCode division,
            InstitutionId institution,
            @MayBeAbsent CaseId caseId,
            State state,
            @MayBeAbsent LocalDate dueOn) {}

    private final Table<FindingId, Finding> findings;
    private final Table<CaseId, List<FindingId>> ofCase;

    Findings(Memory memory) {
        findings = new Table<>(memory, "findings", Forms.FINDING, Form.json(Finding.class));
        ofCase = new Table<>(memory, "findingsOfCase", Forms.CASE, Form.list(FindingId.class));
    }

    /** The finding, or {@code null}. */
    public Finding of(FindingId id) {
        return findings.get(id);
    }

    /** The division whose finding it is, or {@code null}. */
    public DivisionCode divisionOf(FindingId id) {
        return findings.has(id) ? findings.get(id).division() : null;
    }

    /** The first finding of the case that is still to be put right; {@code null} when there is none. */
    public Finding openIn(CaseId id) {
        return ofCase.getOrDefault(id, List.of()).stream()
                .map(findings::get)
                .filter(one -> one.state() == State.REQUESTED)
                .findFirst()
                .orElse(null);
    }

    /** Whether anything was found in the case. */
    public boolean isInspected(CaseId id) {
        return ofCase.has(id);
    }

    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            case InspectionFindingRecorded fact -> {
                findings.put(fact.finding(), new Finding(
                        fact.finding(), fact.division(), fact.institution(), fact.caseId(), State.RECORDED, null));
                if (fact.caseId() != null) {
                    List<FindingId> more = new ArrayList<>(ofCase.getOrDefault(fact.caseId(), List.of()));
                    more.add(fact.finding());
                    ofCase.put(fact.caseId(), List.copyOf(more));
                }
            }
            case RectificationRequested fact -> change(fact.finding(), State.REQUESTED, fact.dueOn());
            case RectificationConfirmed fact -> change(fact.finding(), State.CONFIRMED, of(fact.finding()).dueOn());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void change(FindingId id, State state, LocalDate dueOn) {
        Finding before = of(id);
        findings.put(id, new Finding(id, before.division(), before.institution(), before.caseId(), state, dueOn));
    }
}
