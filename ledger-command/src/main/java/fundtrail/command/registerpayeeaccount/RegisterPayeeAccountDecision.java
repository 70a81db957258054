package fundtrail.command.registerpayeeaccount;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_MERGED;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.PayeeAccountRegistered;
import fundtrail.contract.id.InstitutionId;

/**
 * An account number is open under one id only: two institutions behind one number would hide who was paid, and two ids
 * of one institution would hide a payment made twice.
 */
public final class RegisterPayeeAccountDecision {
    private RegisterPayeeAccountDecision() {}

    public static Decision decide(RegisterPayeeAccount wish, Moment moment, Known known) {
        if (known.payeeAccounts().has(wish.payeeAccount())) {
            return refused(ALREADY_EXISTS, wish.payeeAccount());
        }
        String holder = known.accountWith(wish.accountNumber());
        if (holder != null) {
            return refused(NUMBER_USED, wish.accountNumber()).with("by", holder);
        }
        if (!known.institutions().has(wish.institution())) {
            return refused(INSTITUTION_UNKNOWN, wish.institution());
        }
        InstitutionId successor = known.mergers().successorOf(wish.institution());
        if (successor != null) {
            return refused(INSTITUTION_MERGED, wish.institution()).with("into", successor);
        }
        return accepted(new PayeeAccountRegistered(
                wish.payeeAccount(), wish.institution(), wish.accountName(), wish.accountNumber(), wish.bank()));
    }
}
