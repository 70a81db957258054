package fundtrail.query.read;

import fundtrail.contract.Account;
import fundtrail.contract.Book;
import fundtrail.contract.Line;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Side;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.TrancheId;

/**
 * A line of a fact.
 *
 * @param amount negative only in a red entry
 */
record LineView(
        Book book,
        Account account,
        DivisionCode division,
        int budgetYear,
        FundSourceCode fundSource,
        @MayBeAbsent InstitutionId institution,
        @MayBeAbsent ProgrammeCode programme,
        @MayBeAbsent AllotmentId allotment,
        @MayBeAbsent ClawbackId clawback,
        @MayBeAbsent TrancheId tranche,
        @MayBeAbsent BankAccountId bankAccount,
        Side side,
        Money amount) {

    static LineView of(Line line) {
        return new LineView(line.book(), line.account(), line.division(), line.budgetYear(), line.fundSource(), line.institution(),
                line.programme(), line.allotment(), line.clawback(), line.tranche(), line.bankAccount(), line.side(), line.amount());
    }
}
