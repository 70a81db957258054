package fundtrail.contract;

import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;

/**
 * Whose money a posting is about: the dimensions its lines share. Start from {@link #of} and add those that matter;
 * a cash line drops what cash does not know and names its bank account.
 */
public record Purse(
        DivisionCode division,
        int budgetYear,
        FundSourceCode fundSource,
        InstitutionId institution,
        ProgrammeCode programme,
        AllotmentId allotment,
        BankAccountId bankAccount,
        ClawbackId clawback) {

    public static Purse of(DivisionCode division, int budgetYear, FundSourceCode fundSource) {
        return new Purse(division, budgetYear, fundSource, null, null, null, null, null);
    }

    public Purse of(InstitutionId institution, ProgrammeCode programme) {
        return new Purse(division, budgetYear, fundSource, institution, programme, allotment, bankAccount, clawback);
    }

    public Purse under(AllotmentId allotment) {
        return new Purse(division, budgetYear, fundSource, institution, programme, allotment, bankAccount, clawback);
    }

    public Purse in(BankAccountId bankAccount) {
        return new Purse(division, budgetYear, fundSource, institution, programme, allotment, bankAccount, clawback);
    }

    public Purse forClawback(ClawbackId clawback) {
        return new Purse(division, budgetYear, fundSource, institution, programme, allotment, bankAccount, clawback);
    }

    /** The same of another budget year. */
    public Purse ofYear(int budgetYear) {
        return new Purse(division, budgetYear, fundSource, institution, programme, allotment, bankAccount, clawback);
    }

    Line line(Account account, Side side, Money amount) {
        return new Line(account.book(), account, division, budgetYear, fundSource, institution, programme, allotment,
                clawback, null, account.isCash() ? bankAccount : null, side, amount);
    }
}
