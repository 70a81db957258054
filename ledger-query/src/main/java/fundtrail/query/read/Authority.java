package fundtrail.query.read;

import static fundtrail.contract.Account.ALLOTTED;
import static fundtrail.contract.Account.EXPENDED;
import static fundtrail.contract.Account.RESERVED;
import static fundtrail.contract.Account.WITHDRAWN;

import fundtrail.contract.Account;
import fundtrail.contract.Money;
import java.util.Map;

/**
 * What became of authority to spend: allotted = available + reserved + expended + withdrawn.
 *
 * @param allotted  all there ever was of it
 * @param reserved  held by approved rows not yet paid
 * @param expended  paid
 * @param withdrawn lapsed, carried on or restored elsewhere
 * @param available may still be paid
 */
record Authority(Money allotted, Money reserved, Money expended, Money withdrawn, Money available) {
    static final Authority NONE = new Authority(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    /** From balances, debits positive: all four stand on the credit side. */
    static Authority of(Map<Account, Money> balances) {
        Money available = credit(balances, ALLOTTED);
        Money reserved = credit(balances, RESERVED);
        Money expended = credit(balances, EXPENDED);
        Money withdrawn = credit(balances, WITHDRAWN);
        return new Authority(available.plus(reserved).plus(expended).plus(withdrawn), reserved, expended, withdrawn, available);
    }

    Authority plus(Authority other) {
        return new Authority(allotted.plus(other.allotted), reserved.plus(other.reserved), expended.plus(other.expended),
                withdrawn.plus(other.withdrawn), available.plus(other.available));
    }

    private static Money credit(Map<Account, Money> balances, Account account) {
        return balances.getOrDefault(account, Money.ZERO).negated();
    }
}
