package fundtrail.command.posting;

import static fundtrail.command.posting.PostingRules.ofSource;
import static fundtrail.contract.Account.ADVANCES;
import static fundtrail.contract.Account.ALLOTTED;
import static fundtrail.contract.Account.AUTHORITY;
import static fundtrail.contract.Account.EXPENDED;
import static fundtrail.contract.Account.FUND_BALANCE;
import static fundtrail.contract.Account.INFLOW;
import static fundtrail.contract.Account.RESERVE_CASH;
import static fundtrail.contract.Account.RISK_RESERVE;
import static fundtrail.contract.Account.SETTLEMENT_PAYABLE;
import static fundtrail.contract.Account.SETTLEMENT_RECEIVABLE;
import static fundtrail.contract.Account.TRANSFER_TO_LOWER;
import static fundtrail.contract.Account.TREASURY_CASH;
import static fundtrail.contract.Account.UNALLOTTED;
import static fundtrail.contract.Account.WITHDRAWN;
import static fundtrail.contract.Line.credit;
import static fundtrail.contract.Line.debit;

import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.TrancheId;
import java.util.ArrayList;
import java.util.List;

/** Lines of authority and money that come in, move, go down, or are there when a ledger begins. See {@link PostingRules}. */
public final class AuthorityPostings {
    private AuthorityPostings() {}

    /** Transfer notified: Dr AUTHORITY / Cr UNALLOTTED. */
    public static Lines transferNotified(Purse source, Money amount) {
        return Lines.of(debit(AUTHORITY, source, amount), credit(UNALLOTTED, source, amount));
    }

    /** Transfer received, matching funds paid: Dr TREASURY_CASH / Cr INFLOW of the tranche. */
    public static Lines received(Purse source, TrancheId tranche, BankAccountId bankAccount, Money amount) {
        return Lines.of(debit(TREASURY_CASH, source.in(bankAccount), amount), credit(INFLOW, source, amount).of(tranche));
    }

    /** Transfer passed down: Dr TRANSFER_TO_LOWER of the tranche / Cr TREASURY_CASH; Dr ALLOTTED of the lower bureau / Cr EXPENDED. */
    public static List<Line> passedDown(Purse allotment, TrancheId tranche, BankAccountId bankAccount, Money amount) {
        return List.of(
                debit(TRANSFER_TO_LOWER, ofSource(allotment), amount).of(tranche),
                credit(TREASURY_CASH, ofSource(allotment).in(bankAccount), amount),
                debit(ALLOTTED, allotment, amount),
                credit(EXPENDED, allotment, amount));
    }

    /** Budget reallocated: Dr ALLOTTED of the one / Cr ALLOTTED of the other, or UNALLOTTED where there is no other. */
    public static Lines budgetReallocated(Purse from, Purse to, Money amount) {
        return Lines.of(
                debit(ALLOTTED, from, amount),
                to == null ? credit(UNALLOTTED, ofSource(from), amount) : credit(ALLOTTED, to, amount));
    }

    /**
     * Budget reduced: Dr UNALLOTTED / Cr WITHDRAWN; of an allotment, Dr ALLOTTED / Cr WITHDRAWN.
     *
     * @param purse an allotment's, or a source's
     */
    public static Lines budgetReduced(Purse purse, Money amount) {
        return Lines.of(debit(purse.allotment() == null ? UNALLOTTED : ALLOTTED, purse, amount), credit(WITHDRAWN, purse, amount));
    }

    /** Opening cash: Dr TREASURY_CASH / Cr FUND_BALANCE; of the risk reserve, Dr RESERVE_CASH / Cr RISK_RESERVE. */
    public static List<Line> openingCash(boolean reserve, Purse source, BankAccountId bankAccount, Money amount) {
        return List.of(
                debit(reserve ? RESERVE_CASH : TREASURY_CASH, source.in(bankAccount), amount),
                credit(reserve ? RISK_RESERVE : FUND_BALANCE, source, amount));
    }

    /** Opening advances: Dr ADVANCES / Cr FUND_BALANCE. */
    public static List<Line> openingAdvances(Purse institution, Money amount) {
        return List.of(debit(ADVANCES, institution, amount), credit(FUND_BALANCE, ofSource(institution), amount));
    }

    /** What institutions owe at the opening: Dr SETTLEMENT_RECEIVABLE / Cr FUND_BALANCE. */
    public static List<Line> openingReceivable(Purse institution, Money amount) {
        return List.of(debit(SETTLEMENT_RECEIVABLE, institution, amount), credit(FUND_BALANCE, ofSource(institution), amount));
    }

    /** What is owed to institutions at the opening: Dr FUND_BALANCE / Cr SETTLEMENT_PAYABLE. */
    public static List<Line> openingPayable(Purse institution, Money amount) {
        return List.of(debit(FUND_BALANCE, ofSource(institution), amount), credit(SETTLEMENT_PAYABLE, institution, amount));
    }

    /** Opening authority that is not allotted: Dr AUTHORITY / Cr UNALLOTTED. */
    public static List<Line> openingUnallotted(Purse source, Money amount) {
        return transferNotified(source, amount).list();
    }

    /** An opening allotment: Dr AUTHORITY / Cr ALLOTTED what is left of it, Cr EXPENDED what is spent. */
    public static List<Line> openingAllotment(Purse allotment, Money amount, Money expended) {
        List<Line> lines = new ArrayList<>(List.of(debit(AUTHORITY, ofSource(allotment), amount)));
        Money left = amount.minus(expended);
        if (left.isPositive()) {
            lines.add(credit(ALLOTTED, allotment, left));
        }
        if (expended.isPositive()) {
            lines.add(credit(EXPENDED, allotment, expended));
        }
        return List.copyOf(lines);
    }
}
