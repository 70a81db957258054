package fundtrail.command.posting;

import static fundtrail.contract.Account.ALLOTTED;
import static fundtrail.contract.Account.CHARGES_INCOME;
import static fundtrail.contract.Account.CHARGES_RECEIVABLE;
import static fundtrail.contract.Account.CLAWBACK_RECEIVABLE;
import static fundtrail.contract.Account.EXPENDED;
import static fundtrail.contract.Account.PRIOR_YEAR_ADJUSTMENT;
import static fundtrail.contract.Account.RECOVERY_HOLDING;
import static fundtrail.contract.Account.REFUND_DUE;
import static fundtrail.contract.Account.RESERVE_CASH;
import static fundtrail.contract.Account.RETURNED_TO_INSURANCE;
import static fundtrail.contract.Account.RETURNED_TO_UPPER_LEVEL;
import static fundtrail.contract.Account.RISK_RESERVE;
import static fundtrail.contract.Account.TRANSFER_FROM_RESERVE;
import static fundtrail.contract.Account.TREASURY_CASH;
import static fundtrail.contract.Account.WITHDRAWN;
import static fundtrail.contract.Account.WRITE_OFF;
import static fundtrail.contract.Line.credit;
import static fundtrail.contract.Line.debit;

import fundtrail.contract.Account;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.id.BankAccountId;
import java.util.ArrayList;
import java.util.List;

/**
 * Which lines a claw-back posts, source by source, from its determination to its restitution. A purse here is the
 * claw-back's: division, the claims' budget year, source, institution, programme and claw-back; cash knows whose money it
 * is not, but which claw-back's. No line is posted for an amount of zero.
 */
public final class ClawbackPostings {
    private ClawbackPostings() {}

    /** Determined: Dr CLAWBACK_RECEIVABLE / Cr K. */
    public static List<Line> determined(Purse purse, Account counter, Money amount) {
        return moved(CLAWBACK_RECEIVABLE, purse, counter, purse, amount);
    }

    /** Recovered or offset: Dr RECOVERY_HOLDING / Cr CLAWBACK_RECEIVABLE. */
    public static List<Line> recovered(Purse purse, BankAccountId bankAccount, Money amount) {
        return moved(RECOVERY_HOLDING, held(purse, bankAccount), CLAWBACK_RECEIVABLE, purse, amount);
    }

    /** An appeal's reduction: Dr K / Cr CLAWBACK_RECEIVABLE as far as it was outstanding; Dr K / Cr REFUND_DUE for the rest. */
    public static List<Line> reduced(Purse purse, Account counter, Money outstanding, Money refundDue) {
        Money both = outstanding.plus(refundDue);
        List<Line> lines = new ArrayList<>();
        if (!both.isZero()) {
            lines.add(debit(counter, purse, both));
        }
        if (!outstanding.isZero()) {
            lines.add(credit(CLAWBACK_RECEIVABLE, purse, outstanding));
        }
        if (!refundDue.isZero()) {
            lines.add(credit(REFUND_DUE, purse, refundDue));
        }
        return lines;
    }

    /** A refund paid out of what is held: Dr REFUND_DUE / Cr RECOVERY_HOLDING. */
    public static List<Line> refunded(Purse purse, BankAccountId bankAccount, Money amount) {
        return moved(REFUND_DUE, purse, RECOVERY_HOLDING, held(purse, bankAccount), amount);
    }

    /** Written off: Dr WRITE_OFF / Cr CLAWBACK_RECEIVABLE. */
    public static List<Line> writtenOff(Purse purse, Money amount) {
        return moved(WRITE_OFF, purse, CLAWBACK_RECEIVABLE, purse, amount);
    }

    /** Owed again: Dr CLAWBACK_RECEIVABLE / Cr WRITE_OFF. */
    public static List<Line> reinstated(Purse purse, Money amount) {
        return moved(CLAWBACK_RECEIVABLE, purse, WRITE_OFF, purse, amount);
    }

    /**
     * Restored: Cr RECOVERY_HOLDING; ALLOTMENT and TREASURY: Dr TREASURY_CASH; UPPER_LEVEL: Dr RETURNED_TO_UPPER_LEVEL;
     * INSURANCE_ACCOUNT: Dr RETURNED_TO_INSURANCE; RISK_RESERVE: Dr RESERVE_CASH, and Dr TRANSFER_FROM_RESERVE (closed
     * year: PRIOR_YEAR_ADJUSTMENT) / Cr RISK_RESERVE.
     *
     * @param from   the account it was held in
     * @param to     the treasury's or the reserve's account; {@code null} where the money leaves the division
     * @param closed whether the claw-back's budget year is
     */
    public static List<Line> restored(
            Purse purse, BankAccountId from, RestitutionTarget target, BankAccountId to, boolean closed, Money amount) {
        Purse source = Purse.of(purse.division(), purse.budgetYear(), purse.fundSource()).forClawback(purse.clawback());
        List<Line> lines = new ArrayList<>();
        lines.add(switch (target) {
            case ALLOTMENT, TREASURY -> debit(TREASURY_CASH, source.in(to), amount);
            case UPPER_LEVEL -> debit(RETURNED_TO_UPPER_LEVEL, source, amount);
            case INSURANCE_ACCOUNT -> debit(RETURNED_TO_INSURANCE, source, amount);
            case RISK_RESERVE -> debit(RESERVE_CASH, source.in(to), amount);
        });
        lines.add(credit(RECOVERY_HOLDING, source.in(from), amount));
        if (target == RestitutionTarget.RISK_RESERVE) {
            lines.add(debit(closed ? PRIOR_YEAR_ADJUSTMENT : TRANSFER_FROM_RESERVE, source, amount));
            lines.add(credit(RISK_RESERVE, source, amount));
        }
        return lines;
    }

    /** Authority that comes back with it: Dr EXPENDED / Cr ALLOTTED; for every other target, and in a closed year, Cr WITHDRAWN. */
    public static List<Line> authorityBack(Purse allotment, RestitutionTarget target, boolean closed, Money amount) {
        boolean again = target == RestitutionTarget.ALLOTMENT && !closed;
        return List.of(debit(EXPENDED, allotment, amount), credit(again ? ALLOTTED : WITHDRAWN, allotment, amount));
    }

    /** A penalty or interest: Dr CHARGES_RECEIVABLE / Cr CHARGES_INCOME. @param debtor general treasury and institution */
    public static Lines charged(Purse debtor, Money amount) {
        return new Lines(moved(CHARGES_RECEIVABLE, debtor, CHARGES_INCOME, source(debtor), amount));
    }

    /** A charge waived: Dr CHARGES_INCOME / Cr CHARGES_RECEIVABLE; in a closed year Dr PRIOR_YEAR_ADJUSTMENT. */
    public static Lines waived(Purse debtor, boolean closed, Money amount) {
        return new Lines(moved(closed ? PRIOR_YEAR_ADJUSTMENT : CHARGES_INCOME, source(debtor), CHARGES_RECEIVABLE, debtor, amount));
    }

    /** A charge collected: Dr TREASURY_CASH / Cr CHARGES_RECEIVABLE. */
    public static Lines collected(Purse debtor, BankAccountId bankAccount, Money amount) {
        return new Lines(moved(TREASURY_CASH, source(debtor).in(bankAccount), CHARGES_RECEIVABLE, debtor, amount));
    }

    private static List<Line> moved(Account debit, Purse to, Account credit, Purse from, Money amount) {
        return amount.isZero() ? List.of() : List.of(debit(debit, to, amount), credit(credit, from, amount));
    }

    private static Purse held(Purse purse, BankAccountId bankAccount) {
        return Purse.of(purse.division(), purse.budgetYear(), purse.fundSource()).forClawback(purse.clawback()).in(bankAccount);
    }

    private static Purse source(Purse purse) {
        return Purse.of(purse.division(), purse.budgetYear(), purse.fundSource());
    }
}
