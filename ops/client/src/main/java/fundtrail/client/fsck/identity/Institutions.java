package fundtrail.client.fsck.identity;

import fundtrail.contract.Account;
import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.fact.AdvancePaid;
import fundtrail.contract.fact.CapitationPrepaid;
import fundtrail.contract.fact.DirectiveTaskPaid;
import fundtrail.contract.fact.Paid;
import fundtrail.contract.fact.SettlementFinalized;
import fundtrail.contract.fact.SettlementPaid;
import fundtrail.contract.fact.SettlementRefundReceived;
import fundtrail.contract.fact.SettlementReopened;
import fundtrail.contract.fact.SubsidyPaid;
import fundtrail.contract.formula.SettlementOfSource;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What institutions were given and what they earned, by source and programme, by the amounts facts name. */
final class Institutions {
    /** Of each institution's year, its last settlement, by source. */
    private final Map<Key, Map<Key, SettlementOfSource>> settlements = new HashMap<>();
    private final Set<Key> settled = new HashSet<>();
    private final Set<InstitutionId> merged = new HashSet<>();
    /** Paid less returned, refunded, recovered and set off. */
    final Sums given;
    /** Entitlement and expense accepted, less what claw-backs took of it. */
    final Sums accepted;
    /** Advances that no settlement has cleared. */
    final Sums advances;
    /** Advanced less clawed back, and paid of settlements: what a settlement has to count. */
    private final Sums paidTowards;
    private final Sums refunded;

    Institutions(Sums.Kept kept) {
        given = kept.ofLegalPersons();
        accepted = kept.ofLegalPersons();
        advances = kept.ofLegalPersons();
        paidTowards = kept.sums();
        refunded = kept.sums();
    }

    void given(Key owner, Money amount) {
        given.add(owner.with(null), amount);
    }

    /** @param owner of the allotment that pays */
    void paid(Paid fact, Key owner, Money amount) {
        Key owed = owed(fact, owner);
        given(owed, amount);
        switch (fact) {
            case AdvancePaid _, CapitationPrepaid _ -> {
                advances.add(owed, amount);
                paidTowards.add(owed, amount);
            }
            case SettlementPaid _ -> paidTowards.add(owed, amount);
            case SubsidyPaid _, DirectiveTaskPaid _ -> accepted.add(owed, amount);
        }
    }

    /** What comes back of an advance is no longer advanced, as far as no settlement has cleared it. @param authority what of it came back */
    void returned(Paid fact, Key owner, Money amount, Money authority) {
        Key owed = owed(fact, owner);
        given(owed, amount.negated());
        switch (fact) {
            case AdvancePaid _, CapitationPrepaid _ -> {
                advances.add(owed, -Math.min(amount.fen(), advances.of(owed)));
                paidTowards.take(owed, amount);
            }
            case SettlementPaid _ -> paidTowards.take(owed, amount);
            case SubsidyPaid _, DirectiveTaskPaid _ -> accepted.take(owed, authority);
        }
    }

    private static Key owed(Paid fact, Key owner) {
        return fact instanceof SettlementPaid settlement ? owner.ofYear(settlement.settledYear()) : owner;
    }

    void clawedBack(Key clawback, Account counter, Money amount) {
        Key owner = clawback.with(null);
        if (counter == Account.ADVANCES) {
            advances.take(owner, amount);
            paidTowards.take(owner, amount);
        } else {
            accepted.take(owner, amount);
        }
    }

    /** A balance a division began with. */
    void open(Account account, Key owner, Money amount) {
        switch (account) {
            case ADVANCES -> {
                advances.add(owner, amount);
                paidTowards.add(owner, amount);
                given(owner, amount);
            }
            case SETTLEMENT_RECEIVABLE -> given(owner, amount);
            case SETTLEMENT_PAYABLE -> given(owner, amount.negated());
            default -> { }
        }
    }

    /** A settlement counts what was given and what came back, neither more nor less; of mergers, what both did is counted together. */
    void settle(SettlementFinalized fact) {
        Key year = year(fact.division(), fact.budgetYear(), fact.institution(), fact.programme());
        Map<Key, SettlementOfSource> now = new HashMap<>();
        for (SettlementOfSource one : fact.bySource()) {
            Key owner = year.of(one.fundSource());
            now.put(owner, one);
            if (!merged.contains(fact.institution())) {
                Amounts.equal("what a settlement counts as paid is what was paid: " + owner,
                        one.advances().plus(one.paid()), paidTowards.money(owner));
                Amounts.equal("what a settlement counts as refunded is what was refunded: " + owner, one.refunded(), refunded.money(owner));
            }
        }
        revise(settlements.getOrDefault(year, Map.of()), now);
        settlements.put(year, now);
        settled.add(year);
    }

    private void revise(Map<Key, SettlementOfSource> before, Map<Key, SettlementOfSource> now) {
        before.forEach((owner, one) -> {
            accepted.take(owner, one.entitlement());
            advances.add(owner, one.advances());
        });
        now.forEach((owner, one) -> {
            accepted.add(owner, one.entitlement());
            advances.take(owner, one.advances());
        });
    }

    void reopen(SettlementReopened fact) {
        settled.remove(year(fact.division(), fact.budgetYear(), fact.institution(), fact.programme()));
    }

    void refund(SettlementRefundReceived fact) {
        Key year = year(fact.division(), fact.budgetYear(), fact.institution(), fact.programme());
        fact.bySource().forEach(share -> {
            refunded.add(year.of(share.fundSource()), share.amount());
            given(year.of(share.fundSource()), share.amount().negated());
        });
    }

    void merge(InstitutionId from, InstitutionId into) {
        merged.add(from);
        merged.add(into);
    }

    /** Of mergers, what was settled in one name is settled in that name alone. */
    boolean isSettled(Key owner) {
        return settled.contains(owner.of((FundSourceCode) null)) && !merged.contains(owner.institution());
    }

    boolean hasMerged(InstitutionId institution) {
        return merged.contains(institution);
    }

    static Key year(DivisionCode division, int year, InstitutionId institution, ProgrammeCode programme) {
        return Key.of(division, year, null).of(institution, programme);
    }
}
