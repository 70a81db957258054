package fundtrail.client.fsck.identity;

import fundtrail.contract.Account;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.id.BankAccountId;

/** Money received less money paid out, by the amounts facts name. */
final class Cash {
    /** By source and bank account. */
    final Sums treasury;
    final Sums reserveAccount;
    final Sums held;
    /** By source. */
    final Sums received;
    final Sums toLower;
    final Sums toReserve;
    final Sums drawn;
    /** By division: contributions and interest, less draws, and what was restored. */
    final Sums reserve;

    Cash(Sums.Kept kept) {
        treasury = kept.sums();
        reserveAccount = kept.sums();
        held = kept.sums();
        received = kept.sums();
        toLower = kept.sums();
        toReserve = kept.sums();
        drawn = kept.sums();
        reserve = kept.sums();
    }

    void receive(Key source, BankAccountId account, Money amount) {
        treasury.add(source.with(account), amount);
        received.take(source, amount);
    }

    void reserve(Key source, BankAccountId account, Money amount) {
        reserveAccount.add(source.with(account), amount);
        reserve.add(Key.of(source.division()), amount);
    }

    void draw(Key source, BankAccountId from, BankAccountId to, Money amount) {
        reserve(source, from, amount.negated());
        treasury.add(source.with(to), amount);
        drawn.add(source, amount);
    }

    /** The source of the division's reserve, which a contribution's lines alone name. */
    static Line intoReserve(Lines lines) {
        return lines.list().stream().filter(line -> line.account() == Account.RESERVE_CASH).findFirst()
                .orElseThrow(() -> new Broken.Off("what is paid into the reserve lies in its account", "none", Account.RESERVE_CASH));
    }
}
