package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import java.util.Set;

/** 本级账户登记: a bank account of the bureau's own. */
public record TreasuryAccountRegistered(
        BankAccountId bankAccount, DivisionCode division, Use use, String accountName, String accountNumber, String bank)
        implements Fact {

    /** What money lies in it: treasury cash, recovered money, or the risk reserve. */
    public enum Use {
        TREASURY,
        RECOVERY,
        RESERVE
    }

    public TreasuryAccountRegistered {
        if (bankAccount == null || division == null || use == null) {
            throw new IllegalArgumentException("a treasury account needs its id, division and use");
        }
        Text.required("account name", accountName, 120);
        Text.required("account number", accountNumber, 40);
        Text.required("bank", bank, 120);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.BANK_ACCOUNT, bankAccount).set();
    }
}
