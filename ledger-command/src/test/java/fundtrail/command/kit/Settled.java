package fundtrail.command.kit;

import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.CEN;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.yuan;

import fundtrail.command.posting.SettlementPostings;
import fundtrail.contract.Account;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.SettlementFinalized;
import fundtrail.contract.fact.YearClosed;
import fundtrail.contract.formula.SettlementOfSource;
import java.util.List;

/** Short words for a settlement of H1's CEN, and for the close of a year. */
public final class Settled {
    private Settled() {}

    /** What H1 earned of CEN in a year, the advances it had, and what of the settlement is paid already. */
    public static SettlementFinalized settled(int year, int revision, String earned, String before, String advances, String paid) {
        SettlementOfSource source = SettlementOfSource.of(CEN, yuan(earned), yuan(advances), yuan(paid), Money.ZERO);
        Money open = yuan(before).minus(yuan(advances)).minus(yuan(paid));
        Money openBefore = revision == 1 ? Money.ZERO : open;
        Money payable = source.payable().minus(openBefore.isPositive() ? openBefore : Money.ZERO);
        Money receivable = source.receivable().minus(openBefore.isNegative() ? openBefore.negated() : Money.ZERO);
        return new SettlementFinalized(DIVISION, H1, BPH, year, revision, List.of(source), new Lines(
                SettlementPostings.settled(owed(year), false, yuan(earned).minus(yuan(before)),
                        revision == 1 ? yuan(advances) : Money.ZERO, payable, receivable)));
    }

    public static Purse owed(int year) {
        return Purse.of(DIVISION, year, CEN).of(H1, BPH);
    }

    public static YearClosed closed(int year) {
        return new YearClosed(DIVISION, year, 0, 0, "0".repeat(64), List.of());
    }

    /** What stands on an account of H1's CEN of a year, as a debit. */
    public static Money standing(Given given, Account account, int year) {
        return given.known().balances().fund(account, owed(year));
    }
}
