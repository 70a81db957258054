package fundtrail.command.kit;

import fundtrail.contract.Account;
import fundtrail.contract.Fact;
import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.AppealDecided;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.ClawbackDetermined;
import fundtrail.contract.fact.ClawbackRecovered;
import fundtrail.contract.fact.ClawbackRefundPaid;
import fundtrail.contract.fact.ClawbackWrittenOff;
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

/**
 * What became of claw-backs, by the amounts their facts name. Lines are read for what the facts say nowhere else: into
 * which own account, and to which allotments, a restitution went.
 */
final class ClawbackAmounts {
    private final BusinessAmounts amounts;
    private final Map<ClawbackId, Purse> years = new HashMap<>();
    private final Map<Purse, Account> counters = new HashMap<>();

    /** By claw-back and source. */
    final Sums<Purse> determined = new Sums<>();
    final Sums<Purse> reduced = new Sums<>();
    final Sums<Purse> granted = new Sums<>();
    final Sums<Purse> recovered = new Sums<>();
    final Sums<Purse> offset = new Sums<>();
    final Sums<Purse> writtenOff = new Sums<>();
    final Sums<Purse> restored = new Sums<>();
    final Sums<Purse> refunded = new Sums<>();
    /** By source and bank account. */
    final Sums<Purse> held = new Sums<>();
    /** By source, institution and programme: what claw-backs took out of advances, and what they took back of an expense. */
    final Sums<Purse> outOfAdvances = new Sums<>();
    final Sums<Purse> outOfExpense = new Sums<>();

    ClawbackAmounts(BusinessAmounts amounts) {
        this.amounts = amounts;
    }

    void fold(Fact of) {
        switch (of) {
            case ClawbackDetermined fact -> {
                years.put(fact.clawback(), BusinessAmounts.year(fact.division(), fact.budgetYear(), fact.institution(), fact.programme()));
                fact.bySource().forEach(one -> {
                    Purse purse = purse(fact.clawback(), one.fundSource());
                    counters.put(purse, one.counter());
                    determined.add(purse, one.amount());
                    counter(purse, one.amount());
                });
            }
            case AppealDecided fact -> fact.bySource().forEach(one -> {
                Purse purse = purse(fact.clawback(), one.fundSource());
                Money both = one.outstanding().plus(one.refundDue());
                reduced.add(purse, both);
                granted.add(purse, one.refundDue());
                counter(purse, both.negated());
            });
            case ClawbackRecovered fact -> arrived(recovered, fact.clawback(), fact.bySource(), fact.bankAccount(), false);
            case ClawbackWrittenOff fact ->
                fact.bySource().forEach(one -> writtenOff.add(purse(fact.clawback(), one.fundSource()), one.amount()));
            case WriteOffReinstated fact ->
                fact.bySource().forEach(one -> writtenOff.take(purse(fact.clawback(), one.fundSource()), one.amount()));
            case ClawbackRefundPaid fact -> fact.bySource().forEach(one -> {
                refunded.add(purse(fact.clawback(), one.fundSource()), one.amount());
                held.take(BusinessAmounts.source(purse(fact.clawback(), one.fundSource())).in(fact.bankAccount()), one.amount());
            });
            case FundSourceRestored fact -> fact.bySource().forEach(one -> {
                goesBack(fact, purse(fact.clawback(), one.fundSource()), fact.bankAccount(), one.target(), one.amount());
                authority(fact, one.fundSource(), one.target());
            });
            case RestitutionReturned fact -> {
                goesBack(fact, purse(fact.clawback(), fact.fundSource()), fact.bankAccount(), fact.target(), fact.amount().negated());
                authority(fact, fact.fundSource(), fact.target());
            }
            default -> { }
        }
    }

    /** What a payment was set off against, in the account that paid; or no longer. */
    void setOff(List<Offset> offsets, BankAccountId bankAccount, boolean back) {
        if (offsets != null) {
            offsets.forEach(one -> arrived(offset, one.clawback(), one.bySource(), bankAccount, back));
        }
    }

    private void arrived(Sums<Purse> term, ClawbackId clawback, List<SourceAmount> bySource, BankAccountId bankAccount, boolean back) {
        bySource.forEach(one -> {
            Money amount = back ? one.amount().negated() : one.amount();
            Purse purse = purse(clawback, one.fundSource());
            term.add(purse, amount);
            held.add(BusinessAmounts.source(purse).in(bankAccount), amount);
        });
    }

    private void goesBack(Fact fact, Purse purse, BankAccountId from, RestitutionTarget target, Money amount) {
        Purse source = BusinessAmounts.source(purse);
        restored.add(purse, amount);
        held.take(source.in(from), amount);
        fact.lines().list().stream()
                .filter(line -> line.fundSource().equals(purse.fundSource())
                        && (line.account() == Account.TREASURY_CASH || line.account() == Account.RESERVE_CASH))
                .map(Line::bankAccount).findFirst()
                .ifPresent(to -> {
                    if (target == RestitutionTarget.RISK_RESERVE) {
                        amounts.inReserve(purse.division(), source.in(to), amount);
                        amounts.drawn.take(source, amount);
                    } else {
                        amounts.treasury.add(source.in(to), amount);
                    }
                });
    }

    /** As much authority as money, to whichever allotments; withdrawn unless it is the allotment's own money of an open year. */
    private void authority(Fact fact, FundSourceCode source, RestitutionTarget target) {
        for (Line line : fact.lines()) {
            if (line.account() == Account.EXPENDED && line.fundSource().equals(source)) {
                amounts.expended.take(line.allotment(), line.signed());
                amounts.refundedTo.add(line.allotment());
                if (target != RestitutionTarget.ALLOTMENT || amounts.isClosed(line.division(), line.budgetYear())) {
                    amounts.withdrawn.add(line.allotment(), line.signed());
                }
            }
        }
    }

    private void counter(Purse purse, Money amount) {
        (counters.get(purse) == Account.ADVANCES ? outOfAdvances : outOfExpense).add(purse.forClawback(null), amount);
    }

    private Purse purse(ClawbackId clawback, FundSourceCode source) {
        return BusinessAmounts.of(years.get(clawback), source).forClawback(clawback);
    }

    /** What is owed of each claw-back and source. */
    Map<Purse, Money> outstanding() {
        Sums<Purse> sums = new Sums<>();
        determined.all().forEach(sums::add);
        granted.all().forEach(sums::add);
        List.of(recovered, offset, reduced, writtenOff).forEach(term -> term.all().forEach(sums::take));
        return sums.all();
    }

    /** What the institution is to get back of each. */
    Map<Purse, Money> refundDue() {
        Sums<Purse> sums = new Sums<>();
        granted.all().forEach(sums::add);
        refunded.all().forEach(sums::take);
        return sums.all();
    }

    /** What lies somewhere of each. */
    Map<Purse, Money> holding() {
        Sums<Purse> sums = new Sums<>();
        List.of(recovered, offset).forEach(term -> term.all().forEach(sums::add));
        List.of(restored, refunded).forEach(term -> term.all().forEach(sums::take));
        return sums.all();
    }

    List<Sums<Purse>> terms() {
        return List.of(determined, reduced, granted, recovered, offset, writtenOff, restored, refunded);
    }

    /** The same of all claw-backs together, by source, institution and programme. */
    static Map<Purse, Money> ofAll(Map<Purse, Money> byClawback) {
        Sums<Purse> sums = new Sums<>();
        byClawback.forEach((purse, amount) -> sums.add(purse.forClawback(null), amount));
        return sums.all();
    }
}
