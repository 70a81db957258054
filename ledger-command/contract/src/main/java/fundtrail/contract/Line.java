package fundtrail.contract;

import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.TrancheId;

/**
 * One line of a posting. Dimensions that have no meaning for its account are absent ({@code null}).
 *
 * @param book       always its account's; written out so that a reader of the bytes needs no chart
 * @param budgetYear the allotment's (claim's, claw-back's) budget year; may differ from the effective date's year
 * @param bankAccount where the money lies; on cash accounts and only there
 * @param amount     never zero; negative only in a red entry
 */
public record Line(
        Book book,
        Account account,
        DivisionCode division,
        int budgetYear,
        FundSourceCode fundSource,
        InstitutionId institution,
        ProgrammeCode programme,
        AllotmentId allotment,
        ClawbackId clawback,
        TrancheId tranche,
        BankAccountId bankAccount,
        Side side,
        Money amount) {

    /** @throws IllegalArgumentException when the line could not stand in any book */
    public Line {
        if (book == null || account == null || division == null || fundSource == null || side == null || amount == null) {
            throw new IllegalArgumentException("a line needs book, account, division, fund source, side and amount");
        }
        if (book != account.book()) {
            throw new IllegalArgumentException(account + " stands in book " + account.book() + ", not " + book);
        }
        if (budgetYear < 1949 || budgetYear > 9999) {
            throw new IllegalArgumentException("budget year " + budgetYear + " is not a year from 1949 to 9999");
        }
        if (account.isCash() != (bankAccount != null)) {
            throw new IllegalArgumentException(account + (account.isCash() ? " needs" : " takes no") + " bank account");
        }
        if (amount.isZero()) {
            throw new IllegalArgumentException("a line of 0.00 says nothing");
        }
    }

    public static Line debit(Account account, Purse purse, Money amount) {
        return purse.line(account, Side.D, amount);
    }

    public static Line credit(Account account, Purse purse, Money amount) {
        return purse.line(account, Side.C, amount);
    }

    /** The same line, of a tranche: so that what one level passes down and the next receives can be set against each other. */
    public Line of(TrancheId tranche) {
        return new Line(book, account, division, budgetYear, fundSource, institution, programme, allotment, clawback,
                tranche, bankAccount, side, amount);
    }

    /** The amount as a debit: credits negative. */
    public Money signed() {
        return side.signed(amount);
    }

    /** The same line in red: same account, same side, the amount negated. */
    public Line red() {
        return new Line(book, account, division, budgetYear, fundSource, institution, programme, allotment, clawback,
                tranche, bankAccount, side, amount.negated());
    }
}
