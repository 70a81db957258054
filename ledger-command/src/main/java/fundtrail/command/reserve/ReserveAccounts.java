package fundtrail.command.reserve;

import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ACCOUNT_MISMATCH;
import static fundtrail.command.decide.RefusalCode.CASH_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.RESERVE_ACCOUNT_NEEDED;
import static fundtrail.command.decide.RefusalCode.RESERVE_SOURCE_MISSING;
import static fundtrail.command.decide.RefusalCode.TREASURY_ACCOUNT_UNKNOWN;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.known.Known;
import fundtrail.contract.Money;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;

/** What is asked of the bank accounts between which the risk reserve's money moves. */
public final class ReserveAccounts {
    private ReserveAccounts() {}

    /** Which of the accounts is unknown, or that no source is the reserve; {@code null} when all is there. */
    public static Refused missing(DivisionCode division, BankAccountId treasuryAccount, BankAccountId reserveAccount, Known known) {
        if (treasuryAccount != null && !known.treasuryAccounts().has(treasuryAccount)) {
            return refused(TREASURY_ACCOUNT_UNKNOWN, treasuryAccount);
        }
        if (!known.treasuryAccounts().has(reserveAccount)) {
            return refused(TREASURY_ACCOUNT_UNKNOWN, reserveAccount);
        }
        return known.riskReserve().source() == null ? refused(RESERVE_SOURCE_MISSING, division) : null;
    }

    /** Why these accounts will not do: the reserve has one of its own; {@code null} when they will. */
    public static Refused unfit(DivisionCode division, BankAccountId treasuryAccount, BankAccountId reserveAccount, Known known) {
        TreasuryAccountRegistered treasury = treasuryAccount == null ? null : known.treasuryAccounts().get(treasuryAccount);
        TreasuryAccountRegistered reserve = known.treasuryAccounts().get(reserveAccount);
        if (treasury != null && (!treasury.division().equals(division) || treasury.use() != Use.TREASURY)) {
            return refused(ACCOUNT_MISMATCH, treasuryAccount).with("division", treasury.division()).with("use", treasury.use());
        }
        return reserve.division().equals(division) && reserve.use() == Use.RESERVE ? null
                : refused(RESERVE_ACCOUNT_NEEDED, reserveAccount).with("division", reserve.division()).with("use", reserve.use());
    }

    /** Why there is not the cash: of the source, or in the bank account; {@code null} when there is. */
    public static Refused beyond(Money cash, FundSourceCode of, BankAccountId bankAccount, Money amount, Known known) {
        Money inBank = known.balances().cashIn(bankAccount);
        return !cash.covers(amount) ? exceeded(of, cash, amount)
                : inBank.covers(amount) ? null : exceeded(bankAccount, inBank, amount);
    }

    private static Refused exceeded(Object of, Money cash, Money amount) {
        return refused(CASH_EXCEEDED, of).with("cash", cash).with("needed", amount).with("missing", amount.minus(cash));
    }
}
