package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.Line;
import fundtrail.contract.id.DivisionCode;

/** Where the books of each division begin: opening balances come before everything else that posts there. */
public final class Beginnings {
    private final Table<DivisionCode, Long> first;

    Beginnings(Memory memory) {
        first = new Table<>(memory, "beginnings", Forms.DIVISION, Form.LONG);
    }

    /** The position of the first fact that posted in the division's books, or {@code null} while there is none. */
    public Long firstPosting(DivisionCode division) {
        return first.get(division);
    }

    void fold(Entry entry) {
        for (Line line : entry.fact().lines()) {
            if (!first.has(line.division())) {
                first.put(line.division(), entry.position());
            }
        }
    }
}
