package fundtrail.command.closepayeeaccount;

import static fundtrail.command.decide.RefusalCode.ACCOUNT_CLOSED;
import static fundtrail.command.decide.RefusalCode.PAYEE_ACCOUNT_UNKNOWN;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.accountOf;
import static fundtrail.command.kit.Sample.institution;
import static fundtrail.command.kit.Sample.payeeAccount;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.contract.fact.PayeeAccountClosed;
import org.junit.jupiter.api.Test;

class ClosePayeeAccountTest {
    private static final ClosePayeeAccount WISH = new ClosePayeeAccount(accountOf(H1), "改开他行");
    private static final PayeeAccountClosed CLOSED = new PayeeAccountClosed(accountOf(H1), H1, "改开他行");

    @Test
    void an_open_account_is_closed_with_a_reason() {
        given(institution(H1), payeeAccount(H1)).when(WISH).then(CLOSED);
        assertThrows(IllegalArgumentException.class, () -> new ClosePayeeAccount(accountOf(H1), " "));
    }

    @Test
    void what_is_not_registered_or_closed_already_cannot_be_closed() {
        given(institution(H1)).when(WISH).thenRefused(PAYEE_ACCOUNT_UNKNOWN, accountOf(H1));
        given(institution(H1), payeeAccount(H1), CLOSED).when(WISH).thenRefused(ACCOUNT_CLOSED, accountOf(H1));
    }
}
