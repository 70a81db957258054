package fundtrail.command.importbankstatement;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Text;
import fundtrail.contract.fact.BankStatementImportedRows.Row;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.StatementId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Takes in what the bank says of an account over some days (银行对账单). Fields as in
 * {@link fundtrail.contract.fact.BankStatementImported}.
 *
 * @param rows at most {@value #MOST_ROWS}, in the order of the statement, each of a day it covers
 */
public record ImportBankStatement(
        StatementId statement,
        BankAccountId bankAccount,
        LocalDate from,
        LocalDate to,
        Money opening,
        Money closing,
        @MayBeAbsent String fileHash,
        List<Row> rows)
        implements Command {
    static final int MOST_ROWS = 10_000;
    /** An identity number (GB 11643) by its birth date, or a mobile phone number. */
    private static final Pattern OF_A_PERSON = Pattern.compile("(?<!\\d)([1-9]\\d{5}(18|19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])"
            + "\\d{3}[0-9Xx]|1[3-9]\\d{9})(?!\\d)");

    public ImportBankStatement {
        Form.count("rows", rows, 0, MOST_ROWS);
        if (fileHash != null) {
            Text.sha256("file", fileHash);
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("to is " + to + ", before from, which is " + from);
        }
        if (rows != null && rows.stream().allMatch(Objects::nonNull)) {
            inOrder(rows);
            rows.forEach(row -> covered(row, from, to));
            rows.forEach(ImportBankStatement::ofNoPerson);
        }
    }

    private static void inOrder(List<Row> rows) {
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).row() <= rows.get(i - 1).row()) {
                throw new IllegalArgumentException("row " + rows.get(i).row() + " follows row " + rows.get(i - 1).row()
                        + "; rows stand in the order of their numbers, each once");
            }
        }
    }

    private static void covered(Row row, LocalDate from, LocalDate to) {
        if (row.date() != null && from != null && to != null && (row.date().isBefore(from) || row.date().isAfter(to))) {
            throw new IllegalArgumentException("row " + row.row() + " is of " + row.date() + ", outside " + from + " to " + to);
        }
    }

    /** What stands in a fact is never forgotten. */
    private static void ofNoPerson(Row row) {
        if (row.text() != null && OF_A_PERSON.matcher(row.text()).find()) {
            throw new IllegalArgumentException("the text of row " + row.row() + " has a person's identity or phone number; leave it out");
        }
    }
}
