package fundtrail.command.known;

import fundtrail.command.memory.Fingerprint;
import fundtrail.command.memory.Fingerprints;
import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BankStatementImported;
import fundtrail.contract.fact.BankStatementImportedRows;
import fundtrail.contract.fact.ReconcilingItemExplained;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.StatementId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** How far the bank's statements of each account go, and what moved in it: by the bank's rows, and by facts in the books. */
public final class Statements implements Room {
    /** The latest statement of an account. */
    public record Last(StatementId statement, LocalDate to, Money closing) {}

    private final Table<StatementId, BankAccountId> statements;
    private final Table<BankAccountId, Last> last;
    private final Table<String, StatementId> files;
    private final Fingerprints rows;
    private final Fingerprints moves;

    Statements(Memory memory) {
        statements = new Table<>(memory, "statements", Forms.STATEMENT, Forms.BANK_ACCOUNT);
        last = new Table<>(memory, "lastStatements", Forms.BANK_ACCOUNT, Form.json(Last.class));
        files = new Table<>(memory, "statementFiles", Form.TEXT, Forms.STATEMENT);
        rows = new Fingerprints(memory, "statementRows", 1);
        moves = new Fingerprints(memory, "cashMoves", 1);
    }

    public boolean has(StatementId statement) {
        return statements.has(statement);
    }

    /** The account's latest statement, or {@code null}. */
    public Last last(BankAccountId account) {
        return last.get(account);
    }

    /** The statement that came from the file with this SHA-256, or {@code null}. */
    public StatementId ofFile(String sha256) {
        return files.get(sha256);
    }

    /** What a row of a statement of the account moved, or {@code null} when there is no such row. */
    public Money row(BankAccountId account, StatementId statement, int row) {
        return account.equals(statements.get(statement)) ? amount(rows.get(stated(statement, row))) : null;
    }

    /** What the fact at a position moved in the account, or {@code null} when it moved nothing there. */
    public Money move(BankAccountId account, long position) {
        return amount(moves.get(posted(account, position)));
    }

    private static Money amount(long[] found) {
        return found == null ? null : Money.ofFen(found[0]);
    }

    private static Fingerprint stated(StatementId statement, int row) {
        return Fingerprint.of(statement.value(), Integer.toString(row));
    }

    private static Fingerprint posted(BankAccountId account, long position) {
        return Fingerprint.of(account.value(), Long.toString(position));
    }

    /** What a fact moves in each account; lines of one account that cancel out, as of two years' cash, move nothing. */
    void post(Entry entry) {
        Map<BankAccountId, Long> moved = new HashMap<>();
        for (Line line : entry.fact().lines()) {
            if (line.bankAccount() != null) {
                moved.merge(line.bankAccount(), line.signed().fen(), Math::addExact);
            }
        }
        moved.forEach((account, fen) -> {
            if (fen != 0) {
                moves.put(posted(account, entry.position()), fen);
            }
        });
    }

    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            case BankStatementImportedRows part -> part.rows().forEach(row ->
                    rows.put(stated(part.statement(), row.row()), row.amount().fen()));
            case BankStatementImported fact -> {
                statements.put(fact.statement(), fact.bankAccount());
                last.put(fact.bankAccount(), new Last(fact.statement(), fact.to(), fact.closing()));
                if (fact.fileHash() != null) {
                    files.put(fact.fileHash(), fact.statement());
                }
            }
            case ReconcilingItemExplained fact -> { }
            default -> {
                return false;
            }
        }
        return true;
    }
}
