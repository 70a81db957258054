package fundtrail.query.entity;

import fundtrail.contract.fact.BankStatementImportedRows.Row;
import fundtrail.contract.id.StatementId;
import java.util.List;

/** One part of a bank statement's rows, under {@link #id}. */
public record BankStatementRows(StatementId statement, int part, List<Row> rows) {
    public BankStatementRows {
        rows = List.copyOf(rows);
    }

    /** Parts of a statement in the order of their ids are parts in order. */
    public static String id(StatementId statement, int part) {
        return "%s/%05d".formatted(statement, part);
    }
}
