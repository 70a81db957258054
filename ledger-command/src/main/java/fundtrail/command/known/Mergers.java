package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.fact.InstitutionMerged;
import fundtrail.contract.id.InstitutionId;
import java.util.ArrayList;
import java.util.List;

/** Which institution goes on in which. */
public final class Mergers implements Room {
    private final Table<InstitutionId, InstitutionId> successors;
    private final Table<InstitutionId, List<InstitutionId>> predecessors;

    Mergers(Memory memory) {
        successors = new Table<>(memory, "successors", Forms.INSTITUTION, Forms.INSTITUTION);
        predecessors = new Table<>(memory, "predecessors", Forms.INSTITUTION, Form.list(InstitutionId.class));
    }

    /** The institution it was merged into, or {@code null} while it goes on itself. */
    public InstitutionId successorOf(InstitutionId institution) {
        return successors.get(institution);
    }

    /** All that are one legal person by now, this institution among them: what stands against one, stands against all. */
    public List<InstitutionId> legalPersonOf(InstitutionId institution) {
        InstitutionId last = last(institution);
        List<InstitutionId> all = new ArrayList<>(List.of(last));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(predecessors.getOrDefault(all.get(i), List.of()));
        }
        return List.copyOf(all);
    }

    /** Whether both are one legal person by now. */
    public boolean areOne(InstitutionId one, InstitutionId other) {
        return last(one).equals(last(other));
    }

    private InstitutionId last(InstitutionId institution) {
        InstitutionId last = institution;
        for (InstitutionId next = last; next != null; next = successors.get(next)) {
            last = next;
        }
        return last;
    }

    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            case InstitutionMerged fact -> fold(fact);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void fold(InstitutionMerged fact) {
        successors.put(fact.from(), fact.into());
        List<InstitutionId> more = new ArrayList<>(predecessors.getOrDefault(fact.into(), List.of()));
        more.add(fact.from());
        predecessors.put(fact.into(), List.copyOf(more));
    }
}
