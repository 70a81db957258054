package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Entry;
import fundtrail.contract.fact.BudgetApproved;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.ProgrammeCode;

/** Which document has approved a budget of which programme and source: one document does so once. */
public final class BudgetLines implements Room {
    private record BudgetLine(
            String body, String number, DivisionCode division, ProgrammeCode programme, FundSourceCode source) {}

    private final Table<BudgetLine, Long> lines;

    BudgetLines(Memory memory) {
        lines = new Table<>(memory, "budgetLines", Form.json(BudgetLine.class), Form.LONG);
    }

    /** The position at which this document approved a budget of the programme and source, or {@code null}. */
    public Long usedAt(DocumentRef document, DivisionCode division, ProgrammeCode programme, FundSourceCode source) {
        return lines.get(new BudgetLine(document.body(), document.number(), division, programme, source));
    }

    @Override
    public boolean fold(Entry entry) {
        if (!(entry.fact() instanceof BudgetApproved fact)) {
            return false;
        }
        DocumentRef document = entry.envelope().document();
        fact.sources().forEach(source -> lines.put(
                new BudgetLine(document.body(), document.number(), fact.division(), fact.programme(), source.fundSource()),
                entry.position()));
        return true;
    }
}
