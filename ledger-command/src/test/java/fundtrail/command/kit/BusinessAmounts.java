package fundtrail.command.kit;

import fundtrail.contract.Account;
import fundtrail.contract.Entry;
import fundtrail.contract.Fact;
import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.*;
import fundtrail.contract.id.*;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a year's facts come to by the amounts they name: receipts, payments, returns, refunds, contributions, draws, what
 * lapsed and what was carried on. Lines are read in one place: to which allotments a refund's authority went back, which
 * the fact says nowhere else.
 */
final class BusinessAmounts {
    private final Map<Long, Fact> byPosition = new HashMap<>();
    private final Map<TrancheId, Purse> tranches = new HashMap<>();
    private final Map<PaymentId, Paid> payments = new HashMap<>();
    private final Map<DrawId, RiskReserveDrawn> draws = new HashMap<>();
    private final Set<Purse> closed = new HashSet<>();
    final ClawbackAmounts clawbacks = new ClawbackAmounts(this);

    /** The purse of each allotment, whatever made it. */
    final Map<AllotmentId, Purse> allotments = new HashMap<>();
    /** By source. */
    final Sums<Purse> authority = new Sums<>();
    final Sums<Purse> unallotted = new Sums<>();
    /** Given to the reserve without having been allotted. */
    final Sums<Purse> contributed = new Sums<>();
    final Sums<Purse> withdrawnUnallotted = new Sums<>();
    final Sums<AllotmentId> allotted = new Sums<>();
    final Sums<AllotmentId> reserved = new Sums<>();
    final Sums<AllotmentId> expended = new Sums<>();
    final Sums<AllotmentId> withdrawn = new Sums<>();
    /** Allotments to which authority came back with a refund. */
    final Set<AllotmentId> refundedTo = new HashSet<>();
    /** Carried to the next year, of what was withdrawn. */
    final Sums<AllotmentId> carried = new Sums<>();

    /** By source and bank account. */
    final Sums<Purse> treasury = new Sums<>();
    final Sums<Purse> inReserveAccount = new Sums<>();
    /** By source. */
    final Sums<Purse> inflow = new Sums<>();
    final Sums<Purse> drawn = new Sums<>();
    final Sums<DivisionCode> reserve = new Sums<>();

    /** By source, institution and programme: paid less returned, each in the year it is owed for. */
    final Sums<Purse> advanced = new Sums<>();
    final Sums<Purse> paidOfSettlement = new Sums<>();
    final Sums<Purse> expense = new Sums<>();
    /** Of it, what came back after its authority had come back otherwise: it is payable again. */
    final Sums<Purse> cameBackTwice = new Sums<>();
    final Sums<Purse> refunded = new Sums<>();
    /** What the last revision of a settlement lets the source bear. */
    final Sums<Purse> entitled = new Sums<>();
    final Map<Purse, SettlementFinalized> settlements = new HashMap<>();
    /** Of no source: the institutions' years whose settlement is final. */
    final Set<Purse> settled = new HashSet<>();

    void fold(Entry entry) {
        byPosition.put(entry.position(), entry.fact());
        switch (entry.fact()) {
            case BudgetApproved fact -> fact.sources().forEach(source -> approve(
                    Purse.of(fact.division(), fact.budgetYear(), source.fundSource()), source.amount()));
            case TransferNotified fact -> {
                tranches.put(fact.tranche(), Purse.of(fact.division(), fact.budgetYear(), fact.fundSource()));
                approve(tranches.get(fact.tranche()), fact.amount());
            }
            case BudgetAllotted fact -> {
                allotments.put(fact.allotment(), Purse.of(fact.division(), fact.budgetYear(), fact.fundSource())
                        .of(fact.institution(), fact.programme()).under(fact.allotment()));
                allot(fact, fact.amount());
            }
            case BudgetReallocated fact -> reallocate(fact, fact.amount());
            case BudgetReduced fact -> withdraw(
                    Purse.of(fact.division(), fact.budgetYear(), fact.fundSource()), fact.allotment(), fact.amount());
            case BudgetLapsed fact -> withdraw(
                    Purse.of(fact.division(), fact.budgetYear(), fact.fundSource()), fact.allotment(), fact.amount());
            case BudgetCarriedForward fact -> carry(fact);
            case DisbursementBatchApprovedRows fact -> fact.rows().forEach(row -> reserved.add(row.allotment(), row.amount()));
            case ReservationReleased fact -> reserved.take(fact.allotment(), fact.amount());
            case YearCashMoved fact -> {
                Purse of = Purse.of(fact.division(), fact.fromYear(), fact.fundSource()).in(fact.bankAccount());
                treasury.take(of, fact.amount());
                treasury.add(of.ofYear(fact.toYear()), fact.amount());
            }
            case YearClosed fact -> closed.add(Purse.of(fact.division(), fact.budgetYear(), null));
            case EntryReversed fact -> money(byPosition.get(fact.reverses()), true);
            default -> money(entry.fact(), false);
        }
    }

    /** A fact that can be taken back, or that moves money otherwise. */
    private void money(Fact of, boolean back) {
        switch (of) {
            case BudgetAllotted fact -> allot(fact, signed(fact.amount(), back));
            case BudgetReallocated fact -> reallocate(fact, signed(fact.amount(), back));
            case FundReceived fact ->
                receive(Purse.of(fact.division(), fact.budgetYear(), fact.fundSource()), fact.bankAccount(), signed(fact.amount(), back));
            case TransferReceived fact -> receive(tranches.get(fact.tranche()), fact.bankAccount(), signed(fact.amount(), back));
            case Paid fact -> {
                payments.put(fact.payment(), fact);
                given(fact, signed(fact.amount(), back));
                expended.add(fact.allotment(), signed(fact.amount(), back));
                reserved.take(fact.allotment(), signed(fact.amount(), back));
                clawbacks.setOff(fact.offsets(), fact.bankAccount(), back);
            }
            case RiskReserveContributed fact -> contribute(fact, signed(fact.amount(), back));
            case Fact fact when back -> throw new AssertionError("a " + fact.getClass().getSimpleName() + " was reversed");
            case PaymentReturned fact -> {
                Paid payment = payments.get(fact.payment());
                returned(payment, fact);
                clawbacks.setOff(fact.offsets(), payment.bankAccount(), true);
            }
            case ReserveInterestReceived fact -> {
                Line cash = fact.lines().list().getFirst();
                inReserve(fact.division(), Purse.of(fact.division(), fact.budgetYear(), cash.fundSource()).in(fact.reserveAccount()), fact.amount());
            }
            case RiskReserveDrawn fact -> {
                draws.put(fact.draw(), fact);
                allotments.put(fact.allotment(), Purse.of(fact.division(), fact.budgetYear(), fact.fundSource())
                        .of(fact.institution(), fact.programme()).under(fact.allotment()));
                draw(fact, fact.amount(), false);
            }
            case RiskReserveDrawReturned fact -> {
                RiskReserveDrawn made = draws.get(fact.draw());
                draw(made, fact.amount().negated(), isClosed(made.division(), made.budgetYear()));
            }
            case SettlementFinalized fact -> settle(fact);
            case SettlementReopened fact ->
                settled.remove(year(fact.division(), fact.budgetYear(), fact.institution(), fact.programme()));
            case SettlementRefundReceived fact -> refund(fact);
            default -> clawbacks.fold(of);
        }
    }

    private static Money signed(Money amount, boolean back) {
        return back ? amount.negated() : amount;
    }

    private void approve(Purse source, Money amount) {
        authority.add(source, amount);
        unallotted.add(source, amount);
    }

    private void allot(BudgetAllotted fact, Money amount) {
        unallotted.take(source(allotments.get(fact.allotment())), amount);
        allotted.add(fact.allotment(), amount);
    }

    private void reallocate(BudgetReallocated fact, Money amount) {
        allotted.take(fact.from(), amount);
        if (fact.to() == null) {
            unallotted.add(source(allotments.get(fact.from())), amount);
        } else {
            allotted.add(fact.to(), amount);
        }
    }

    private void withdraw(Purse source, AllotmentId allotment, Money amount) {
        if (allotment == null) {
            unallotted.take(source, amount);
            withdrawnUnallotted.add(source, amount);
        } else {
            withdrawn.add(allotment, amount);
        }
    }

    private void carry(BudgetCarriedForward fact) {
        Purse source = Purse.of(fact.division(), fact.fromYear(), fact.fundSource());
        withdraw(source, fact.from(), fact.amount());
        authority.add(source.ofYear(fact.toYear()), fact.amount());
        if (fact.from() == null) {
            unallotted.add(source.ofYear(fact.toYear()), fact.amount());
        } else {
            carried.add(fact.from(), fact.amount());
            allotments.put(fact.to(), allotments.get(fact.from()).ofYear(fact.toYear()).under(fact.to()));
            allotted.add(fact.to(), fact.amount());
        }
    }

    private void receive(Purse source, BankAccountId account, Money amount) {
        treasury.add(source.in(account), amount);
        inflow.add(source, amount);
    }

    /** Authority comes back to whichever allotments paid for the same year, and not twice. */
    private void returned(Paid payment, PaymentReturned fact) {
        Purse allotment = allotments.get(payment.allotment());
        Money authority = Money.ZERO;
        for (Line line : fact.lines()) {
            if (line.account() == Account.EXPENDED) {
                authority = authority.plus(line.signed());
                expended.take(line.allotment(), line.signed());
                backTo(line.allotment(), line.signed());
            }
        }
        Money twice = fact.undone().minus(authority);
        if (twice.isPositive() && !refundedTo.contains(payment.allotment()) || twice.isNegative()) {
            throw new AssertionError("of " + fact.undone() + " that came back, authority of " + authority + " did");
        }
        if (payment instanceof SubsidyPaid || payment instanceof DirectiveTaskPaid) {
            cameBackTwice.add(source(allotment).of(allotment.institution(), allotment.programme()), twice);
        }
        given(payment, fact.undone().negated());
    }

    private void given(Paid fact, Money amount) {
        Purse allotment = allotments.get(fact.allotment());
        Purse owed = source(allotment).of(allotment.institution(), allotment.programme());
        switch (fact) {
            case AdvancePaid _, CapitationPrepaid _ -> advanced.add(owed, amount);
            case SubsidyPaid _, DirectiveTaskPaid _ -> expense.add(owed, amount);
            case SettlementPaid paid -> paidOfSettlement.add(owed.ofYear(paid.settledYear()), amount);
        }
        treasury.take(source(allotment).in(fact.bankAccount()), amount);
    }

    /** What comes back to an allotment of a closed year is withdrawn. */
    private void backTo(AllotmentId id, Money amount) {
        if (isClosed(allotments.get(id).division(), allotments.get(id).budgetYear())) {
            withdrawn.add(id, amount);
        }
    }

    private void contribute(RiskReserveContributed fact, Money amount) {
        FundSourceCode ofReserve = fact.lines().list().stream().filter(line -> line.account() == Account.RESERVE_CASH)
                .findFirst().orElseThrow().fundSource();
        inReserve(fact.division(), Purse.of(fact.division(), fact.budgetYear(), ofReserve).in(fact.reserveAccount()), amount);
        if (fact.fundSource() != null) {
            Purse source = Purse.of(fact.division(), fact.budgetYear(), fact.fundSource());
            treasury.take(source.in(fact.bankAccount()), amount);
            unallotted.take(source, amount);
            contributed.add(source, amount);
        }
    }

    void inReserve(DivisionCode division, Purse account, Money amount) {
        inReserveAccount.add(account, amount);
        reserve.add(division, amount);
    }

    private void draw(RiskReserveDrawn fact, Money amount, boolean afterClose) {
        Purse source = source(allotments.get(fact.allotment()));
        inReserve(fact.division(), source.in(fact.reserveAccount()), amount.negated());
        treasury.add(source.in(fact.treasuryAccount()), amount);
        drawn.add(source, amount);
        if (!afterClose) {
            authority.add(source, amount);
            allotted.add(fact.allotment(), amount);
        }
    }

    private void settle(SettlementFinalized fact) {
        Purse year = year(fact.division(), fact.budgetYear(), fact.institution(), fact.programme());
        SettlementFinalized before = settlements.put(year, fact);
        if (before != null) {
            before.bySource().forEach(one -> entitled.take(of(year, one.fundSource()), one.entitlement()));
        }
        fact.bySource().forEach(one -> entitled.add(of(year, one.fundSource()), one.entitlement()));
        settled.add(year);
    }

    private void refund(SettlementRefundReceived fact) {
        Purse year = year(fact.division(), fact.budgetYear(), fact.institution(), fact.programme());
        fact.bySource().forEach(share -> {
            refunded.add(of(year, share.fundSource()), share.amount());
            treasury.add(source(of(year, share.fundSource())).in(fact.bankAccount()), share.amount());
        });
        fact.lines().list().stream().filter(line -> line.account() == Account.EXPENDED).forEach(line -> {
            expended.take(line.allotment(), line.signed());
            refundedTo.add(line.allotment());
            backTo(line.allotment(), line.signed());
        });
    }

    boolean isClosed(DivisionCode division, int budgetYear) {
        return closed.contains(Purse.of(division, budgetYear, null));
    }

    static Purse year(DivisionCode division, int budgetYear, InstitutionId institution, ProgrammeCode programme) {
        return Purse.of(division, budgetYear, null).of(institution, programme);
    }

    static Purse of(Purse year, FundSourceCode source) {
        return Purse.of(year.division(), year.budgetYear(), source).of(year.institution(), year.programme());
    }

    static Purse source(Purse purse) {
        return Purse.of(purse.division(), purse.budgetYear(), purse.fundSource());
    }
}
