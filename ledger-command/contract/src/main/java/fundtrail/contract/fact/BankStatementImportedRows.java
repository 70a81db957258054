package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.StatementId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Rows of a bank statement, in parts that fit an entry; {@link BankStatementImported} closes them in the same append.
 *
 * @param part from 1
 */
public record BankStatementImportedRows(
        StatementId statement, BankAccountId bankAccount, DivisionCode division, int part, List<Row> rows) implements Fact {
    /**
     * One movement as the bank tells it.
     *
     * @param row     its number on the statement, from 1, ascending
     * @param date    the day the bank booked it
     * @param bankRef the bank's reference; absent where the bank gives none, as for its own charges
     * @param amount  what came in; negative where it went out; never zero
     * @param text    the bank's words (摘要), without anything of a person; may be absent
     */
    public record Row(int row, LocalDate date, @MayBeAbsent String bankRef, Money amount, @MayBeAbsent String text) {
        public Row {
            if (row < 1) {
                throw new IllegalArgumentException("row " + row + ": rows of a statement are numbered from 1");
            }
            if (bankRef != null) {
                Text.required("bank reference", bankRef, 64);
            }
            Text.optional("text", text, 120);
            if (amount != null && amount.isZero()) {
                throw new IllegalArgumentException("row " + row + " of 0.00 moves nothing");
            }
        }
    }

    public BankStatementImportedRows {
        if (statement == null || bankAccount == null || division == null || part < 1) {
            throw new IllegalArgumentException("rows need their statement, bank account, division and the number of their part");
        }
        rows = List.copyOf(rows);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.STATEMENT, statement).and(Tags.BANK_ACCOUNT, bankAccount).set();
    }
}
