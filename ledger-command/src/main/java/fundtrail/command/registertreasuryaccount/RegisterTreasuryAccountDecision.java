package fundtrail.command.registertreasuryaccount;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.TreasuryAccountRegistered;

/** One account number stands once: under two ids one balance at the bank would be two in the books. */
public final class RegisterTreasuryAccountDecision {
    private RegisterTreasuryAccountDecision() {}

    public static Decision decide(RegisterTreasuryAccount wish, Moment moment, Known known) {
        if (known.treasuryAccounts().has(wish.bankAccount())) {
            return refused(ALREADY_EXISTS, wish.bankAccount());
        }
        String holder = known.accountWith(wish.accountNumber());
        if (holder != null) {
            return refused(NUMBER_USED, wish.accountNumber()).with("by", holder);
        }
        if (!known.hasDivision(wish.division())) {
            return refused(DIVISION_UNKNOWN, wish.division());
        }
        return accepted(new TreasuryAccountRegistered(
                wish.bankAccount(), wish.division(), wish.use(), wish.accountName(), wish.accountNumber(), wish.bank()));
    }
}
