package fundtrail.query.fold;

import static fundtrail.query.entity.Kind.BANK_STATEMENT;
import static fundtrail.query.entity.Kind.BANK_STATEMENT_ROWS;
import static fundtrail.query.entity.Kind.CLOSED_YEAR;
import static fundtrail.query.entity.Kind.EXPLANATION;
import static fundtrail.query.entity.Kind.PERIOD;
import static fundtrail.query.entity.Kind.YEAR_END;

import fundtrail.contract.Entry;
import fundtrail.contract.fact.BankStatementImported;
import fundtrail.contract.fact.BankStatementImportedRows;
import fundtrail.contract.fact.PeriodClosed;
import fundtrail.contract.fact.PeriodReopened;
import fundtrail.contract.fact.ReconcilingItemExplained;
import fundtrail.contract.fact.YearClosed;
import fundtrail.query.entity.BankStatement;
import fundtrail.query.entity.BankStatementRows;
import fundtrail.query.entity.ClosedYear;
import fundtrail.query.entity.Explanation;
import fundtrail.query.entity.Period;
import fundtrail.query.entity.YearEnd;

/** Closed months and years, the bank's statements, and what was said of items that stand on one side alone. */
final class ClosingFold implements Fold {
    @Override
    public void fold(Entry entry, Earlier earlier, Outcome outcome) {
        switch (entry.fact()) {
            case PeriodClosed closed -> outcome.now(
                    PERIOD,
                    Period.id(closed.division(), closed.period()),
                    Shown.money(closed.division()),
                    new Period(closed.division(), closed.period(), closed.trialBalanceHash(), closed.vouchers(), entry.recordedAt(), null, null));
            case PeriodReopened reopened -> earlier.version(PERIOD, Period.id(reopened.division(), reopened.period())).ifPresent(known ->
                    outcome.now(PERIOD, known.id(), known.shownTo(), known.body().reopened(entry.recordedAt(), reopened.reason())));
            case YearClosed closed -> {
                String id = ClosedYear.id(closed.division(), closed.budgetYear());
                outcome.now(YEAR_END, id, Shown.rules(closed.division()), new YearEnd(closed.division(), closed.budgetYear()));
                outcome.now(CLOSED_YEAR, id, Shown.money(closed.division()), new ClosedYear(closed.division(), closed.budgetYear(),
                        closed.rowCount(), closed.linesHash(), closed.fundBalances(), entry.recordedAt(), entry.envelope().document()));
            }
            case BankStatementImportedRows part -> outcome.now(
                    BANK_STATEMENT_ROWS,
                    BankStatementRows.id(part.statement(), part.part()),
                    Shown.money(part.division()),
                    new BankStatementRows(part.statement(), part.part(), part.rows()));
            case BankStatementImported imported -> outcome.now(
                    BANK_STATEMENT,
                    imported.statement(),
                    Shown.money(imported.division()),
                    new BankStatement(imported.statement(), imported.bankAccount(), imported.division(), imported.from(), imported.to(),
                            imported.opening(), imported.closing(), imported.rowCount(), imported.rowsHash(), imported.fileHash()));
            case ReconcilingItemExplained explained -> explain(entry, explained, outcome);
            default -> { }
        }
    }

    private static void explain(Entry entry, ReconcilingItemExplained explained, Outcome outcome) {
        var explanation = new Explanation(explained.bankAccount(), explained.statement(), explained.row(), explained.position(),
                explained.explanation(), entry.recordedAt());
        var shownTo = Shown.money(explained.division());
        if (explained.statement() != null) {
            outcome.now(EXPLANATION, Explanation.id(explained.bankAccount(), explained.statement(), explained.row()), shownTo, explanation);
        }
        if (explained.position() != null) {
            outcome.now(EXPLANATION, Explanation.id(explained.bankAccount(), explained.position()), shownTo, explanation);
        }
    }
}
