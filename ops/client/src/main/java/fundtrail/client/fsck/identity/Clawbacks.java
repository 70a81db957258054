package fundtrail.client.fsck.identity;

import fundtrail.contract.Account;
import fundtrail.contract.Fact;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.fact.AppealDecided;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.ClawbackDetermined;
import fundtrail.contract.fact.ClawbackRecovered;
import fundtrail.contract.fact.ClawbackRefundPaid;
import fundtrail.contract.fact.ClawbackWrittenOff;
import fundtrail.contract.fact.DeterminedClaim;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.fact.FundSourceRestored;
import fundtrail.contract.fact.Offset;
import fundtrail.contract.fact.RestitutionReturned;
import fundtrail.contract.fact.WriteOffReinstated;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.FundSourceCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What became of claw-backs, source by source, by the amounts their facts name. Keys are the owner's, with the claw-back. */
final class Clawbacks {
    private final Authority authority;
    private final Cash cash;
    private final Institutions institutions;
    private final Map<ClawbackId, Key> years = new HashMap<>();
    private final Map<Key, Account> counters = new HashMap<>();
    /** What each claim was paid, as the last determination says. */
    private final Map<Key, Money> paid = new HashMap<>();

    final Sums outstanding;
    final Sums refundDue;
    final Sums writtenOff;
    final Sums holding;
    /** Determined less reduced. */
    final Sums determined;
    final Sums recovered;
    final Sums setOff;
    final Sums restored;
    /** By claim: paid less what is clawed back of it. */
    final Sums leftOfClaim;
    private final Sums ofClaim;

    Clawbacks(Sums.Kept kept, Authority authority, Cash cash, Institutions institutions) {
        this.authority = authority;
        this.cash = cash;
        this.institutions = institutions;
        outstanding = kept.ofLegalPersons();
        refundDue = kept.ofLegalPersons();
        writtenOff = kept.ofLegalPersons();
        holding = kept.sums();
        determined = kept.ofLegalPersons();
        recovered = kept.ofLegalPersons();
        setOff = kept.ofLegalPersons();
        restored = kept.ofLegalPersons();
        leftOfClaim = kept.sums();
        ofClaim = kept.sums();
    }

    void fold(Fact of) {
        switch (of) {
            case ClawbackDetermined fact -> determine(fact);
            case AppealDecided fact -> {
                fact.bySource().forEach(one -> reduce(key(fact.clawback(), one.fundSource()), one));
                fact.claims().forEach(claim -> {
                    Key key = Key.of(fact.division()).with(claim.claim());
                    ofClaim.take(key, claim.amount());
                    leftOfClaim.add(key, claim.amount());
                });
            }
            case ClawbackRecovered fact -> arrive(recovered, fact.clawback(), fact.bySource(), fact.bankAccount(), false);
            case ClawbackWrittenOff fact -> fact.bySource().forEach(one -> giveUp(key(fact.clawback(), one.fundSource()), one.amount()));
            case WriteOffReinstated fact ->
                fact.bySource().forEach(one -> giveUp(key(fact.clawback(), one.fundSource()), one.amount().negated()));
            case ClawbackRefundPaid fact -> fact.bySource().forEach(one -> {
                Key key = key(fact.clawback(), one.fundSource());
                refundDue.take(key, one.amount());
                hold(key, fact.bankAccount(), one.amount().negated());
                institutions.given(key, one.amount());
            });
            case FundSourceRestored fact -> fact.bySource().forEach(one -> restore(
                    key(fact.clawback(), one.fundSource()), fact.bankAccount(), one.target(), one.amount(), fact.lines()));
            case RestitutionReturned fact -> restore(
                    key(fact.clawback(), fact.fundSource()), fact.bankAccount(), fact.target(), fact.amount().negated(), fact.lines());
            default -> { }
        }
    }

    private void determine(ClawbackDetermined fact) {
        Key year = Key.of(fact.division(), fact.budgetYear(), null).of(fact.institution(), fact.programme());
        years.put(fact.clawback(), year);
        fact.bySource().forEach(one -> {
            Key key = key(fact.clawback(), one.fundSource());
            counters.put(key, one.counter());
            determined.add(key, one.amount());
            outstanding.add(key, one.amount());
            institutions.clawedBack(key, one.counter(), one.amount());
        });
        for (DeterminedClaim claim : fact.claims()) {
            Key key = Key.of(fact.division()).with(claim.claim());
            Money before = paid.put(key, claim.paid());
            leftOfClaim.add(key, claim.paid().minus(before == null ? Money.ZERO : before).minus(claim.amount()));
            ofClaim.add(key, claim.amount());
        }
    }

    private void reduce(Key key, AppealDecided.ReducedOfSource one) {
        Money both = one.outstanding().plus(one.refundDue());
        determined.take(key, both);
        outstanding.take(key, one.outstanding());
        refundDue.add(key, one.refundDue());
        institutions.clawedBack(key, counters.get(key), both.negated());
    }

    private void giveUp(Key key, Money amount) {
        writtenOff.add(key, amount);
        outstanding.take(key, amount);
    }

    /** What a payment was set off against, in the account that paid; or no longer. */
    void setOff(List<Offset> offsets, BankAccountId bankAccount, boolean back) {
        if (offsets != null) {
            offsets.forEach(one -> arrive(setOff, one.clawback(), one.bySource(), bankAccount, back));
        }
    }

    private void arrive(Sums term, ClawbackId clawback, List<SourceAmount> bySource, BankAccountId bankAccount, boolean back) {
        for (SourceAmount one : bySource) {
            Money amount = back ? one.amount().negated() : one.amount();
            Key key = key(clawback, one.fundSource());
            term.add(key, amount);
            outstanding.take(key, amount);
            hold(key, bankAccount, amount);
            institutions.given(key, amount.negated());
        }
    }

    private void hold(Key key, BankAccountId bankAccount, Money amount) {
        holding.add(key.source().with(key.object()), amount);
        cash.held.add(key.source().with(bankAccount), amount);
    }

    private void restore(Key key, BankAccountId from, RestitutionTarget target, Money amount, Lines lines) {
        Key source = key.source();
        restored.add(key, amount);
        hold(key, from, amount.negated());
        authority.comesBack(lines, source.fundSource(), target == RestitutionTarget.ALLOTMENT, true);
        for (Line line : lines) {
            if (Key.source(line).equals(source) && line.account() == Account.RESERVE_CASH) {
                cash.reserve(source, line.bankAccount(), amount);
                cash.drawn.take(source, amount);
            } else if (Key.source(line).equals(source) && line.account() == Account.TREASURY_CASH) {
                cash.treasury.add(source.with(line.bankAccount()), amount);
            }
        }
    }

    private Key key(ClawbackId clawback, FundSourceCode source) {
        Key year = years.get(clawback);
        if (year == null) {
            throw new Broken.Off("a claw-back that is named was determined before: " + clawback, "none", clawback);
        }
        return year.of(source).with(clawback);
    }
}
