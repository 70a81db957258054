package fundtrail.command.posting;

import static fundtrail.contract.Account.ALLOTTED;
import static fundtrail.contract.Account.AUTHORITY;
import static fundtrail.contract.Account.EXPENDED;
import static fundtrail.contract.Account.PRIOR_YEAR_ADJUSTMENT;
import static fundtrail.contract.Account.RESERVE_CASH;
import static fundtrail.contract.Account.RISK_RESERVE;
import static fundtrail.contract.Account.TRANSFER_FROM_RESERVE;
import static fundtrail.contract.Account.TRANSFER_TO_RESERVE;
import static fundtrail.contract.Account.TREASURY_CASH;
import static fundtrail.contract.Account.UNALLOTTED;
import static fundtrail.contract.Line.credit;
import static fundtrail.contract.Line.debit;

import fundtrail.contract.Account;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.id.BankAccountId;
import java.util.List;
import java.util.stream.Stream;

/** Which lines the risk reserve posts: one source, one pot a division, and a bank account of its own. */
public final class ReservePostings {
    private ReservePostings() {}

    /**
     * A contribution of the government: of its source, Dr TRANSFER_TO_RESERVE / Cr TREASURY_CASH and Dr UNALLOTTED / Cr
     * EXPENDED; of the reserve, Dr RESERVE_CASH / Cr RISK_RESERVE.
     */
    public static Lines contributedByGovernment(
            Purse source, BankAccountId bankAccount, Purse reserve, BankAccountId reserveAccount, Money amount) {
        return new Lines(Stream.of(
                        List.of(debit(TRANSFER_TO_RESERVE, source, amount), credit(TREASURY_CASH, source.in(bankAccount), amount)),
                        paidIn(reserve, reserveAccount, amount),
                        List.of(debit(UNALLOTTED, source, amount), credit(EXPENDED, source, amount)))
                .flatMap(List::stream)
                .toList());
    }

    /** A contribution of an institution, and interest: Dr RESERVE_CASH / Cr RISK_RESERVE. */
    public static Lines received(Purse reserve, BankAccountId reserveAccount, Money amount) {
        return new Lines(paidIn(reserve, reserveAccount, amount));
    }

    private static List<Line> paidIn(Purse reserve, BankAccountId reserveAccount, Money amount) {
        return List.of(debit(RESERVE_CASH, reserve.in(reserveAccount), amount), credit(RISK_RESERVE, reserve, amount));
    }

    /**
     * A draw: Dr TREASURY_CASH / Cr RESERVE_CASH, Dr RISK_RESERVE / Cr TRANSFER_FROM_RESERVE; Dr AUTHORITY / Cr ALLOTTED
     * of the allotment it makes.
     */
    public static Lines drawn(Purse allotment, BankAccountId treasuryAccount, BankAccountId reserveAccount, Money amount) {
        return new Lines(Stream.concat(
                        funds(allotment, treasuryAccount, reserveAccount, TRANSFER_FROM_RESERVE, amount),
                        Stream.of(debit(AUTHORITY, ofSource(allotment), amount), credit(ALLOTTED, allotment, amount)))
                .toList());
    }

    /**
     * The unused part of a draw given back: the draw's lines in red. In a closed year PRIOR_YEAR_ADJUSTMENT stands for
     * TRANSFER_FROM_RESERVE, and authority stays as the year's close has left it.
     */
    public static Lines drawReturned(
            Purse allotment, BankAccountId treasuryAccount, BankAccountId reserveAccount, Money amount, boolean closed) {
        return closed
                ? new Lines(funds(allotment, treasuryAccount, reserveAccount, PRIOR_YEAR_ADJUSTMENT, amount).toList()).red()
                : drawn(allotment, treasuryAccount, reserveAccount, amount).red();
    }

    private static Stream<Line> funds(
            Purse allotment, BankAccountId treasuryAccount, BankAccountId reserveAccount, Account transfer, Money amount) {
        Purse reserve = ofSource(allotment);
        return Stream.of(
                debit(TREASURY_CASH, reserve.in(treasuryAccount), amount),
                credit(RESERVE_CASH, reserve.in(reserveAccount), amount),
                debit(RISK_RESERVE, reserve, amount),
                credit(transfer, reserve, amount));
    }

    private static Purse ofSource(Purse purse) {
        return Purse.of(purse.division(), purse.budgetYear(), purse.fundSource());
    }
}
