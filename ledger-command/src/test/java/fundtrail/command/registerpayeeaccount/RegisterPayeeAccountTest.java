package fundtrail.command.registerpayeeaccount;

import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.H2;
import static fundtrail.command.kit.Sample.accountOf;
import static fundtrail.command.kit.Sample.institution;
import static fundtrail.command.kit.Sample.payeeAccount;
import static fundtrail.command.kit.Sample.treasuryAccount;

import fundtrail.contract.fact.PayeeAccountClosed;
import fundtrail.contract.fact.PayeeAccountRegistered;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import org.junit.jupiter.api.Test;

class RegisterPayeeAccountTest {
    private static RegisterPayeeAccount wish(PayeeAccountId id, InstitutionId institution, String number) {
        PayeeAccountRegistered account = payeeAccount(institution);
        return new RegisterPayeeAccount(id, institution, account.accountName(), number, account.bank());
    }

    private static RegisterPayeeAccount wish(InstitutionId institution) {
        return wish(accountOf(institution), institution, payeeAccount(institution).accountNumber());
    }

    @Test
    void an_institutions_account_is_registered_as_wished() {
        given(institution(H1)).when(wish(H1)).then(payeeAccount(H1));
    }

    @Test
    void an_id_is_given_once_even_when_its_account_is_closed() {
        given(institution(H1), payeeAccount(H1), new PayeeAccountClosed(accountOf(H1), H1, "改开他行"))
                .when(wish(H1))
                .thenRefused(ALREADY_EXISTS, accountOf(H1));
    }

    @Test
    void an_open_account_of_another_institution_is_not_registered_again() {
        String number = payeeAccount(H1).accountNumber();
        given(institution(H1), institution(H2), payeeAccount(H1))
                .when(wish(accountOf(H2), H2, " " + number.substring(0, 4) + "-" + number.substring(4)))
                .thenRefused(NUMBER_USED, " " + number.substring(0, 4) + "-" + number.substring(4));
    }

    @Test
    void an_institution_has_one_number_under_one_id() {
        String number = payeeAccount(H1).accountNumber();
        given(institution(H1), payeeAccount(H1))
                .when(wish(new PayeeAccountId("H1-again"), H1, number))
                .thenRefused(NUMBER_USED, number);
    }

    @Test
    void a_closed_accounts_number_may_be_registered_anew() {
        String number = payeeAccount(H1).accountNumber();
        given(institution(H1), institution(H2), payeeAccount(H1), new PayeeAccountClosed(accountOf(H1), H1, "改开他行"))
                .when(wish(accountOf(H2), H2, number))
                .then(new PayeeAccountRegistered(accountOf(H2), H2, payeeAccount(H2).accountName(), number,
                        payeeAccount(H2).bank()));
    }

    @Test
    void the_bureaus_own_account_is_nobodys_payee_account() {
        String number = treasuryAccount().accountNumber();
        given(institution(H1), treasuryAccount()).when(wish(accountOf(H1), H1, number)).thenRefused(NUMBER_USED, number);
    }

    @Test
    void its_institution_is_registered() {
        given().when(wish(H1)).thenRefused(INSTITUTION_UNKNOWN, H1);
    }
}
