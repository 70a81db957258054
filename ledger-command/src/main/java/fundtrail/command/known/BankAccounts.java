package fundtrail.command.known;

import fundtrail.command.known.Known.PayeeAccount;
import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.fact.PayeeAccountClosed;
import fundtrail.contract.fact.PayeeAccountRegistered;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The bureau's own bank accounts, and those money may be paid to. */
final class BankAccounts {
    private final Table<BankAccountId, TreasuryAccountRegistered> treasury;
    private final Table<PayeeAccountId, PayeeAccount> payees;
    private final Table<InstitutionId, List<PayeeAccountId>> ofInstitution;
    private final Table<String, String> numbers;

    BankAccounts(Memory memory) {
        treasury = new Table<>(memory, "treasuryAccounts", Forms.BANK_ACCOUNT, Form.json(TreasuryAccountRegistered.class));
        payees = new Table<>(memory, "payeeAccounts", Forms.PAYEE_ACCOUNT, Form.json(PayeeAccount.class));
        ofInstitution = new Table<>(memory, "payeeAccountsOf", Forms.INSTITUTION, Form.list(PayeeAccountId.class));
        numbers = new Table<>(memory, "accountNumbers", Form.TEXT, Form.TEXT);
    }

    Table<BankAccountId, TreasuryAccountRegistered> treasury() {
        return treasury;
    }

    Table<PayeeAccountId, PayeeAccount> payees() {
        return payees;
    }

    List<PayeeAccount> of(InstitutionId institution) {
        return ofInstitution.getOrDefault(institution, List.of()).stream().map(payees::get).toList();
    }

    String with(String number) {
        return numbers.get(bare(number));
    }

    void fold(TreasuryAccountRegistered fact) {
        treasury.put(fact.bankAccount(), fact);
        numbers.put(bare(fact.accountNumber()), fact.bankAccount().value());
    }

    void fold(PayeeAccountRegistered fact, LocalDate recordedOn) {
        payees.put(fact.payeeAccount(), new PayeeAccount(fact, recordedOn, false));
        numbers.put(bare(fact.accountNumber()), fact.payeeAccount().value());
        List<PayeeAccountId> more = new ArrayList<>(ofInstitution.getOrDefault(fact.institution(), List.of()));
        more.add(fact.payeeAccount());
        ofInstitution.put(fact.institution(), List.copyOf(more));
    }

    void fold(PayeeAccountClosed fact) {
        PayeeAccount account = payees.get(fact.payeeAccount());
        payees.put(fact.payeeAccount(), new PayeeAccount(account.account(), account.recordedOn(), true));
        numbers.remove(bare(account.account().accountNumber()));
    }

    /** Spaces and hyphens are how a number is written, not which number it is. */
    private static String bare(String number) {
        return number.replaceAll("[^\\p{Alnum}]", "").toUpperCase(Locale.ROOT);
    }
}
