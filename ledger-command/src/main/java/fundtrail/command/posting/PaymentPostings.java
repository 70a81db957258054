package fundtrail.command.posting;

import static fundtrail.contract.Account.ADVANCES;
import static fundtrail.contract.Account.ALLOTTED;
import static fundtrail.contract.Account.EXPENDED;
import static fundtrail.contract.Account.FUND_BALANCE;
import static fundtrail.contract.Account.PRIOR_YEAR_ADJUSTMENT;
import static fundtrail.contract.Account.PROGRAM_EXPENSE;
import static fundtrail.contract.Account.RESERVED;
import static fundtrail.contract.Account.SETTLEMENT_PAYABLE;
import static fundtrail.contract.Account.SUBSIDY_EXPENSE;
import static fundtrail.contract.Account.TREASURY_CASH;
import static fundtrail.contract.Account.WITHDRAWN;
import static fundtrail.contract.Line.credit;
import static fundtrail.contract.Line.debit;

import fundtrail.contract.Account;
import fundtrail.contract.Book;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.id.BankAccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which lines payments and their returns post. What is owed may be of another budget year than the allotment that pays
 * it: {@code owed} has that year, and FUND_BALANCE then completes each year's side (the year pair).
 */
public final class PaymentPostings {
    /** Part of an amount, and the account it is credited to. */
    public record Credit(Account account, Money amount) {}

    private PaymentPostings() {}

    /**
     * A payment made: Dr ADVANCES (advances, by the head too), SUBSIDY_EXPENSE (subsidies), PROGRAM_EXPENSE (directed
     * tasks) or SETTLEMENT_PAYABLE / Cr TREASURY_CASH; Dr RESERVED / Cr EXPENDED. Year pair: Cr FUND_BALANCE of the year
     * owed, Dr FUND_BALANCE of the allotment's.
     *
     * @param owed division, budget year, source, institution and programme of what is paid
     */
    public static Lines paid(PaymentKind kind, Purse allotment, Purse owed, BankAccountId bankAccount, Money amount) {
        List<Line> lines = new ArrayList<>(List.of(
                debit(account(kind), owed, amount),
                credit(TREASURY_CASH, ofSource(allotment).in(bankAccount), amount),
                debit(RESERVED, allotment, amount),
                credit(EXPENDED, allotment, amount)));
        if (owed.budgetYear() != allotment.budgetYear()) {
            lines.add(credit(FUND_BALANCE, ofSource(owed), amount));
            lines.add(debit(FUND_BALANCE, ofSource(allotment), amount));
        }
        return new Lines(lines);
    }

    /**
     * Money returned by the bank: Dr TREASURY_CASH / Cr what the payment had been debited to, or what that has become;
     * Dr EXPENDED / Cr ALLOTTED, in a closed year Cr WITHDRAWN. Year pair: the opposite of the payment's.
     *
     * @param credits   together the amount that came back
     * @param authority what comes back to which allotment, perhaps less than the money: none comes back twice
     * @param closed    whether the allotment's budget year is
     */
    public static Lines returned(
            Purse allotment, Purse owed, List<Credit> credits, Map<Purse, Money> authority, BankAccountId bankAccount, boolean closed) {
        Money amount = Money.sum(credits.stream().map(Credit::amount).toList());
        List<Line> lines = new ArrayList<>();
        lines.add(debit(TREASURY_CASH, ofSource(allotment).in(bankAccount), amount));
        credits.forEach(part -> lines.add(credit(part.account(), owed, part.amount())));
        authority.forEach((purse, part) -> {
            lines.add(debit(EXPENDED, purse, part));
            lines.add(credit(closed ? WITHDRAWN : ALLOTTED, purse, part));
        });
        if (owed.budgetYear() != allotment.budgetYear()) {
            lines.add(debit(FUND_BALANCE, ofSource(owed), amount));
            lines.add(credit(FUND_BALANCE, ofSource(allotment), amount));
        }
        return new Lines(lines);
    }

    /**
     * A payment undone before the bank confirmed it: its FUND lines in red where it still stands as it was posted, else as
     * for any other return; Dr EXPENDED / Cr ALLOTTED, in a closed year Cr WITHDRAWN.
     *
     * @param credits   together the whole amount
     * @param authority as in {@link #returned}
     */
    public static Lines undone(
            PaymentKind kind, Purse allotment, Purse owed, List<Credit> credits, Map<Purse, Money> authority, BankAccountId bankAccount,
            boolean closed) {
        Lines returned = returned(allotment, owed, credits, authority, bankAccount, closed);
        if (credits.size() > 1 || credits.getFirst().account() != account(kind)) {
            return returned;
        }
        List<Line> lines = new ArrayList<>();
        paid(kind, allotment, owed, bankAccount, credits.getFirst().amount()).list().stream()
                .filter(line -> line.book() == Book.FUND)
                .forEach(line -> lines.add(line.red()));
        returned.list().stream().filter(line -> line.book() == Book.BUDGET).forEach(lines::add);
        return new Lines(lines);
    }

    /** The account a payment of that kind is debited to. */
    public static Account account(PaymentKind kind) {
        return switch (kind) {
            case ADVANCE, CAPITATION -> ADVANCES;
            case SUBSIDY -> SUBSIDY_EXPENSE;
            case DIRECTIVE_TASK -> PROGRAM_EXPENSE;
            case SETTLEMENT -> SETTLEMENT_PAYABLE;
        };
    }

    /** The account an expense that comes back is credited to: in a closed year it is an adjustment of a prior year. */
    public static Account expenseBack(PaymentKind kind, boolean closed) {
        return closed ? PRIOR_YEAR_ADJUSTMENT : account(kind);
    }

    private static Purse ofSource(Purse purse) {
        return Purse.of(purse.division(), purse.budgetYear(), purse.fundSource());
    }
}
