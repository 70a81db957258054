package fundtrail.command.registertreasuryaccount;

import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.CT;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.TESTER;
import static fundtrail.command.kit.Sample.payeeAccount;
import static fundtrail.command.kit.Sample.treasuryAccount;

import fundtrail.contract.Role;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import org.junit.jupiter.api.Test;

class RegisterTreasuryAccountTest {
    private static final TreasuryAccountRegistered ACCOUNT = treasuryAccount();

    private static RegisterTreasuryAccount wish(BankAccountId id, DivisionCode division, String number) {
        return new RegisterTreasuryAccount(
                null, id, division, ACCOUNT.use(), ACCOUNT.accountName(), number, ACCOUNT.bank());
    }

    @Test
    void an_account_of_the_bureau_is_registered_as_wished() {
        given().when(wish(CT, ACCOUNT.division(), ACCOUNT.accountNumber())).then(ACCOUNT);
    }

    @Test
    void an_id_is_given_once() {
        given(ACCOUNT).when(wish(CT, ACCOUNT.division(), "9900000000000002")).thenRefused(ALREADY_EXISTS, CT);
    }

    @Test
    void one_account_number_is_one_account_however_it_is_written() {
        given(ACCOUNT)
                .when(wish(new BankAccountId("CT2"), ACCOUNT.division(), "9900 0000-0000 0001"))
                .thenRefused(NUMBER_USED, "9900 0000-0000 0001");
    }

    @Test
    void a_payees_account_is_not_the_bureaus() {
        String number = payeeAccount(H1).accountNumber();
        given(payeeAccount(H1)).when(wish(CT, ACCOUNT.division(), number)).thenRefused(NUMBER_USED, number);
    }

    @Test
    void the_books_of_its_division_are_kept_here() {
        DivisionCode elsewhere = new DivisionCode("330522");
        given(new RoleGranted(TESTER, Role.CK, elsewhere, null))
                .when(wish(CT, elsewhere, ACCOUNT.accountNumber()))
                .thenRefused(DIVISION_UNKNOWN, elsewhere);
    }
}
