package fundtrail.client.fsck.identity;

import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.BudgetCarriedForward;
import fundtrail.contract.fact.BudgetReallocated;
import fundtrail.contract.fact.OpeningBalanceRecordedRows;
import fundtrail.contract.fact.RiskReserveDrawn;
import fundtrail.contract.Account;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What became of authority, by the amounts facts name; each sum on its account's own side. Lines are read for what facts say
 * nowhere else: to which allotments authority came back.
 */
final class Authority {
    private final Map<AllotmentId, Key> allotments = new HashMap<>();
    private final Set<Key> closed = new HashSet<>();
    final Sums authority;
    final Sums unallotted;
    final Sums allotted;
    final Sums reserved;
    final Sums expended;
    final Sums withdrawn;
    /** With what each allotment was made and changed, less what was withdrawn of it and not carried on. */
    final Sums planned;
    /** Authority came back to them otherwise than by the payment's own return. */
    private final Set<AllotmentId> refundedTo = new HashSet<>();
    /** Of them a restitution was taken back after the close, perhaps after it had been spent again. */
    private final Set<AllotmentId> takenBackFrom = new HashSet<>();

    Authority(Sums.Kept kept) {
        authority = kept.sums();
        unallotted = kept.sums();
        allotted = kept.sums();
        reserved = kept.sums();
        expended = kept.sums();
        withdrawn = kept.sums();
        planned = kept.sums();
    }

    /** Division, budget year, source, institution and programme of an allotment. */
    Key owner(AllotmentId id) {
        Key owner = allotments.get(id);
        if (owner == null) {
            throw new Broken.Off("an allotment that is named was made before: " + id, "none", id);
        }
        return owner;
    }

    Map<AllotmentId, Key> all() {
        return allotments;
    }

    private Key under(AllotmentId id) {
        return owner(id).source().with(id);
    }

    boolean isClosed(Key of) {
        return closed.contains(Key.of(of.division()).ofYear(of.year()));
    }

    void close(DivisionCode division, int year) {
        closed.add(Key.of(division).ofYear(year));
    }

    boolean wasRefundedTo(Key allotment) {
        return refundedTo.contains(allotment.object());
    }

    boolean wasTakenBackFrom(Key allotment) {
        return takenBackFrom.contains(allotment.object());
    }

    void approve(Key source, Money amount) {
        authority.add(source, amount);
        unallotted.add(source, amount);
    }

    void make(BudgetAllotted fact) {
        allotments.put(fact.allotment(),
                Key.of(fact.division(), fact.budgetYear(), fact.fundSource()).of(fact.institution(), fact.programme()));
    }

    void allot(AllotmentId id, Money amount) {
        unallotted.take(owner(id).source(), amount);
        grow(id, amount);
    }

    private void grow(AllotmentId id, Money amount) {
        allotted.add(under(id), amount);
        planned.add(under(id), amount);
    }

    void reallocate(BudgetReallocated fact, Money amount) {
        grow(fact.from(), amount.negated());
        if (fact.to() == null) {
            unallotted.add(owner(fact.from()).source(), amount);
        } else {
            grow(fact.to(), amount);
        }
    }

    /** @param allotment null of what was never allotted */
    void withdraw(Key source, AllotmentId allotment, Money amount) {
        if (allotment == null) {
            unallotted.take(source, amount);
            withdrawn.add(source, amount);
        } else {
            allotted.take(under(allotment), amount);
            withdrawn.add(under(allotment), amount);
            planned.take(under(allotment), amount);
        }
    }

    void carry(BudgetCarriedForward fact) {
        Key from = Key.of(fact.division(), fact.fromYear(), fact.fundSource());
        Key to = from.ofYear(fact.fromYear() + 1);
        withdraw(from, fact.from(), fact.amount());
        authority.add(to, fact.amount());
        if (fact.from() == null) {
            unallotted.add(to, fact.amount());
        } else {
            planned.add(under(fact.from()), fact.amount());
            allotments.put(fact.to(), owner(fact.from()).ofYear(fact.fromYear() + 1));
            grow(fact.to(), fact.amount());
        }
    }

    void reserve(AllotmentId id, Money amount) {
        allotted.take(under(id), amount);
        reserved.add(under(id), amount);
    }

    /** Of what was reserved. */
    void spend(AllotmentId id, Money amount) {
        reserved.take(under(id), amount);
        expended.add(under(id), amount);
    }

    /** Of what is available. */
    void passDown(AllotmentId id, Money amount) {
        allotted.take(under(id), amount);
        expended.add(under(id), amount);
    }

    /** Never allotted, and given to the reserve. */
    void contribute(Key source, Money amount) {
        unallotted.take(source, amount);
        expended.add(source, amount);
    }

    void make(RiskReserveDrawn fact) {
        allotments.put(fact.allotment(),
                Key.of(fact.division(), fact.budgetYear(), fact.fundSource()).of(fact.institution(), fact.programme()));
    }

    void draw(AllotmentId id, Money amount) {
        authority.add(owner(id).source(), amount);
        grow(id, amount);
    }

    void open(OpeningBalanceRecordedRows.Row row, Key owner) {
        if (row.account() == Account.UNALLOTTED) {
            approve(owner.source(), row.amount());
        } else if (row.account() == Account.ALLOTTED) {
            allotments.put(row.allotment(), owner);
            authority.add(owner.source(), row.amount());
            grow(row.allotment(), row.amount());
            passDown(row.allotment(), row.expended());
        }
    }

    /**
     * Authority comes back to whichever allotments the lines name, of whichever year paid.
     *
     * @param source     of which source; null of every
     * @param again      whether it may be spent again while the year is open
     * @param byAnother  whether by another way than the payment's own return
     * @return how much
     */
    Money comesBack(Lines lines, FundSourceCode source, boolean again, boolean byAnother) {
        Money back = Money.ZERO;
        for (Line line : lines) {
            if (line.account() == Account.EXPENDED && (source == null || line.fundSource().equals(source))) {
                Key allotment = under(line.allotment());
                Money amount = line.signed();
                expended.take(allotment, amount);
                (again && !isClosed(allotment) ? allotted : withdrawn).add(allotment, amount);
                if (again && isClosed(allotment) && amount.isNegative()) {
                    takenBackFrom.add(line.allotment());
                }
                if (byAnother) {
                    refundedTo.add(line.allotment());
                }
                back = back.plus(amount);
            }
        }
        return back;
    }
}
