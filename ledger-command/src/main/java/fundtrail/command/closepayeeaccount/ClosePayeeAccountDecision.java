package fundtrail.command.closepayeeaccount;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ACCOUNT_CLOSED;
import static fundtrail.command.decide.RefusalCode.PAYEE_ACCOUNT_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.command.known.Known.PayeeAccount;
import fundtrail.contract.fact.PayeeAccountClosed;
import fundtrail.contract.id.DivisionCode;

public final class ClosePayeeAccountDecision {
    private ClosePayeeAccountDecision() {}

    public static Decision decide(ClosePayeeAccount wish, Moment moment, Known known) {
        PayeeAccount account = known.payeeAccounts().get(wish.payeeAccount());
        if (account == null) {
            return refused(PAYEE_ACCOUNT_UNKNOWN, wish.payeeAccount());
        }
        if (account.closed()) {
            return refused(ACCOUNT_CLOSED, wish.payeeAccount());
        }
        return accepted(new PayeeAccountClosed(wish.payeeAccount(), account.account().institution(), wish.reason()));
    }

    /** The division of the institution whose account it is; {@code null} when there is no such account. */
    public static DivisionCode division(ClosePayeeAccount wish, Known known) {
        PayeeAccount account = known.payeeAccounts().get(wish.payeeAccount());
        return account == null ? null : known.divisionOf(account.account().institution());
    }
}
