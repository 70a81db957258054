package fundtrail.command.executebatch;

import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.CASH_EXCEEDED;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.known.Allotment;
import fundtrail.command.known.Balances;
import fundtrail.contract.Money;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** The cash that payments out of one bank account take from their sources, against the cash there is. */
final class CashNeeded {
    private record Source(DivisionCode division, int budgetYear, FundSourceCode fundSource) {}

    private static final Comparator<Source> BY_CODE = Comparator.comparing((Source source) -> source.fundSource().value())
            .thenComparing(Source::budgetYear)
            .thenComparing(source -> source.division().value());

    private final BankAccountId bankAccount;
    private final Balances balances;
    private final Map<Source, Money> bySource = new TreeMap<>(BY_CODE);
    private Money inAll = Money.ZERO;

    CashNeeded(BankAccountId bankAccount, Balances balances) {
        this.bankAccount = bankAccount;
        this.balances = balances;
    }

    /** @param byBank what of the amount leaves the bank account: what is set off stays there */
    void add(Allotment allotment, Money amount, Money byBank) {
        Source source = new Source(allotment.division(), allotment.budgetYear(), allotment.fundSource());
        bySource.merge(source, amount, Money::plus);
        inAll = inAll.plus(byBank);
    }

    /** The first source, by code and budget year, that has too little; else the bank account if it has; else {@code null}. */
    Refused exceeded() {
        for (Map.Entry<Source, Money> needed : bySource.entrySet()) {
            Source source = needed.getKey();
            Money cash = balances.treasuryCash(source.division(), source.budgetYear(), source.fundSource());
            if (!cash.covers(needed.getValue())) {
                return exceeded(source.fundSource(), cash, needed.getValue()).with("budgetYear", source.budgetYear());
            }
        }
        Money cash = balances.cashIn(bankAccount);
        return cash.covers(inAll) ? null : exceeded(bankAccount, cash, inAll);
    }

    private static Refused exceeded(Object of, Money cash, Money needed) {
        return refused(CASH_EXCEEDED, of)
                .with("cash", cash)
                .with("needed", needed)
                .with("missing", needed.minus(cash));
    }
}
