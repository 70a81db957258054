package fundtrail.query.read;

import fundtrail.contract.Account;
import fundtrail.contract.Book;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * What lines add up to. A dimension is there where the sum is by it and the lines have it.
 *
 * @param debit   turnover on the debit side, net of red
 * @param credit  turnover on the credit side, net of red
 * @param balance debit less credit
 */
record Balance(
        @MayBeAbsent DivisionCode division,
        @MayBeAbsent Book book,
        @MayBeAbsent Integer budgetYear,
        @MayBeAbsent FundSourceCode fundSource,
        @MayBeAbsent Account account,
        @MayBeAbsent InstitutionId institution,
        @MayBeAbsent ProgrammeCode programme,
        @MayBeAbsent AllotmentId allotment,
        @MayBeAbsent BankAccountId bankAccount,
        Money debit,
        Money credit,
        Money balance) {

    static Balance of(ResultSet row, List<Dimension> by) throws SQLException {
        Money debit = LineSums.money(row, "debit");
        Money credit = LineSums.money(row, "credit");
        return new Balance(
                value(row, by, Dimension.division, DivisionCode::new),
                value(row, by, Dimension.book, Book::valueOf),
                value(row, by, Dimension.budgetYear, Integer::valueOf),
                value(row, by, Dimension.fundSource, FundSourceCode::new),
                value(row, by, Dimension.account, Account::valueOf),
                value(row, by, Dimension.institution, InstitutionId::new),
                value(row, by, Dimension.programme, ProgrammeCode::new),
                value(row, by, Dimension.allotment, AllotmentId::new),
                value(row, by, Dimension.bankAccount, BankAccountId::new),
                debit,
                credit,
                debit.minus(credit));
    }

    private static <T> T value(ResultSet row, List<Dimension> by, Dimension dimension, Function<String, T> reading)
            throws SQLException {
        String text = by.contains(dimension) ? row.getString(dimension.column()) : null;
        return text == null ? null : reading.apply(text);
    }
}
