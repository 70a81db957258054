package fundtrail.client.fsck.identity;

import fundtrail.contract.Account;
import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.fact.*;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DrawId;
import fundtrail.contract.id.PaymentId;
import java.util.HashMap;
import java.util.Map;

/** What facts come to by the amounts they name: each in turn goes to the sums it concerns. */
final class Amounts {
    private final Sums.Kept kept;
    /** What can be taken back, by position; payments by what they are called. */
    private final Map<Long, Fact> reversible = new HashMap<>();
    private final Map<PaymentId, Paid> payments = new HashMap<>();
    private final Map<DrawId, RiskReserveDrawn> draws = new HashMap<>();
    private final Map<Object, Key> charges = new HashMap<>();
    final Authority authority;
    final Cash cash;
    final Institutions institutions;
    final Clawbacks clawbacks;
    final Cascade cascade;
    private final Planned planned;
    private final Batches batches = new Batches();
    /** By institution. */
    final Sums charged;
    /** By charge. */
    final Sums charge;

    Amounts(Sums.Kept kept) {
        this.kept = kept;
        authority = new Authority(kept);
        cash = new Cash(kept);
        institutions = new Institutions(kept);
        clawbacks = new Clawbacks(kept, authority, cash, institutions);
        cascade = new Cascade(kept);
        planned = new Planned(authority, cash, institutions);
        charged = kept.ofLegalPersons();
        charge = kept.sums();
    }

    /** @throws Broken.Off unless the two are one */
    static void equal(String identity, Money found, Money derived) {
        if (!found.equals(derived)) {
            throw new Broken.Off(identity, found, derived);
        }
    }

    static void notBelow(String identity, long fen) {
        if (fen < 0) {
            throw new Broken.Off(identity, Money.ofFen(fen), "≥ 0.00");
        }
    }

    void fold(long position, Fact of) {
        switch (of) {
            case FundSourceRegistered fact -> planned.register(fact);
            case BudgetApproved fact -> fact.sources().forEach(one ->
                    authority.approve(Key.of(fact.division(), fact.budgetYear(), one.fundSource()), one.amount()));
            case TransferNotified fact -> {
                cascade.notify(fact);
                authority.approve(Key.of(fact.division(), fact.budgetYear(), fact.fundSource()), fact.amount());
            }
            case BudgetReduced fact -> authority.withdraw(
                    Key.of(fact.division(), fact.budgetYear(), fact.fundSource()), fact.allotment(), fact.amount());
            case BudgetLapsed fact -> authority.withdraw(
                    Key.of(fact.division(), fact.budgetYear(), fact.fundSource()), fact.allotment(), fact.amount());
            case BudgetCarriedForward fact -> authority.carry(fact);
            case OpeningBalanceRecordedRows fact -> fact.rows().forEach(row -> open(fact, row));
            case DisbursementBatchApprovedRows fact -> {
                batches.rows(fact);
                cascade.give(fact);
                fact.rows().forEach(row -> authority.reserve(row.allotment(), row.amount()));
            }
            case DisbursementBatchApproved fact -> batches.approve(fact);
            case ReservationReleased fact -> {
                batches.release(fact);
                cascade.giveBack(fact.batch(), fact.amount());
                authority.reserve(fact.allotment(), fact.amount().negated());
            }
            case YearCashMoved fact -> {
                Key from = Key.of(fact.division(), fact.fromYear(), fact.fundSource()).with(fact.bankAccount());
                cash.treasury.take(from, fact.amount());
                cash.treasury.add(from.ofYear(fact.toYear()), fact.amount());
            }
            case YearClosed fact -> authority.close(fact.division(), fact.budgetYear());
            case InstitutionMerged fact -> {
                kept.merged(fact.from(), fact.into());
                institutions.merge(fact.from(), fact.into());
            }
            case BankStatementImportedRows fact -> batches.rows(fact);
            case BankStatementImported fact -> batches.statement(fact);
            case EntitlementComputed fact -> planned.earn(fact);
            case FundingPlanApproved fact -> planned.plan(fact);
            case EntryReversed fact -> takeBack(fact);
            case Fact fact -> {
                if (fact instanceof Paid paid) {
                    batches.pay(paid);
                    payments.put(paid.payment(), paid);
                }
                if (isReversible(fact)) {
                    reversible.put(position, fact);
                }
                money(fact, false);
            }
        }
    }

    private static boolean isReversible(Fact of) {
        return of instanceof FundReceived || of instanceof TransferReceived || of instanceof MatchingFundsPaid || of instanceof BudgetAllotted
                || of instanceof BudgetReallocated || of instanceof RiskReserveContributed || of instanceof Paid;
    }

    private void takeBack(EntryReversed fact) {
        Fact undone = reversible.remove(fact.reverses());
        if (undone == null || !undone.lines().red().equals(fact.lines())) {
            throw new Broken.Off("a reversal's lines are those of what it reverses, in red: #" + fact.reverses(),
                    fact.lines().list(), undone == null ? "none" : undone.lines().red().list());
        }
        money(undone, true);
    }

    private static Money signed(Money amount, boolean back) {
        return back ? amount.negated() : amount;
    }

    /** A fact that can be taken back, or that moves money otherwise. */
    private void money(Fact of, boolean back) {
        switch (of) {
            case BudgetAllotted fact -> {
                authority.make(fact);
                authority.allot(fact.allotment(), signed(fact.amount(), back));
            }
            case BudgetReallocated fact -> authority.reallocate(fact, signed(fact.amount(), back));
            case FundReceived fact ->
                cash.receive(Key.of(fact.division(), fact.budgetYear(), fact.fundSource()), fact.bankAccount(), signed(fact.amount(), back));
            case TransferReceived fact ->
                cash.receive(cascade.receive(fact, signed(fact.amount(), back)), fact.bankAccount(), signed(fact.amount(), back));
            case MatchingFundsPaid fact ->
                cash.receive(cascade.match(fact, signed(fact.amount(), back)), fact.bankAccount(), signed(fact.amount(), back));
            case Paid fact -> pay(fact, signed(fact.amount(), back), back);
            case RiskReserveContributed fact -> contribute(fact, signed(fact.amount(), back));
            case MatchingFundsCommitted fact -> cascade.commit(fact);
            case TransferPassedDown fact -> {
                passDown(fact, fact.allotment(), fact.principal(), true);
                if (fact.matchingAllotment() != null) {
                    passDown(fact, fact.matchingAllotment(), fact.matching(), false);
                }
            }
            case PaymentReturned fact -> returned(fact);
            case ReserveInterestReceived fact -> {
                Key reserve = Key.of(fact.division(), fact.budgetYear(), Cash.intoReserve(fact.lines()).fundSource());
                cash.reserve(reserve, fact.reserveAccount(), fact.amount());
            }
            case RiskReserveDrawn fact -> {
                draws.put(fact.draw(), fact);
                authority.make(fact);
                draw(fact, fact.amount());
            }
            case RiskReserveDrawReturned fact -> draw(known(draws.get(fact.draw()), "draw", fact.draw()), fact.amount().negated());
            case SettlementFinalized fact -> {
                planned.settle(fact);
                institutions.settle(fact);
            }
            case SettlementReopened fact -> institutions.reopen(fact);
            case SettlementRefundReceivedRows fact -> authority.comesBack(fact.lines(), null, true, true);
            case SettlementRefundReceived fact -> {
                institutions.refund(fact);
                fact.bySource().forEach(share -> {
                    Key source = Key.of(fact.division(), fact.budgetYear(), share.fundSource());
                    cash.treasury.add(source.with(fact.bankAccount()), share.amount());
                });
                authority.comesBack(fact.lines(), null, true, true);
            }
            default -> {
                charge(of);
                clawbacks.fold(of);
            }
        }
    }

    private static <T> T known(T there, String what, Object id) {
        if (there == null) {
            throw new Broken.Off("a " + what + " that is named was there before: " + id, "none", id);
        }
        return there;
    }

    private void pay(Paid fact, Money amount, boolean back) {
        Key owner = authority.owner(fact.allotment());
        institutions.paid(fact, owner, amount);
        cash.treasury.take(owner.source().with(fact.bankAccount()), amount);
        authority.spend(fact.allotment(), amount);
        clawbacks.setOff(fact.offsets(), fact.bankAccount(), back);
    }

    private void returned(PaymentReturned fact) {
        Paid payment = known(payments.get(fact.payment()), "payment", fact.payment());
        Key owner = authority.owner(payment.allotment());
        boolean refunded = authority.wasRefundedTo(owner.with(payment.allotment()));
        Money back = authority.comesBack(fact.lines(), null, true, false);
        Money undone = fact.undone();
        if (!undone.covers(back) || !undone.equals(back) && !refunded) {
            throw new Broken.Off("with what a bank returns as much authority comes back: " + fact.payment(), back, undone);
        }
        cascade.giveBack(payment.batch(), undone);
        institutions.returned(payment, owner, undone, back);
        cash.treasury.add(owner.source().with(payment.bankAccount()), undone);
        clawbacks.setOff(fact.offsets(), payment.bankAccount(), true);
    }

    private void passDown(TransferPassedDown fact, AllotmentId allotment, Money amount, boolean notified) {
        Key source = authority.owner(allotment).source();
        authority.passDown(allotment, amount);
        cash.treasury.take(source.with(fact.bankAccount()), amount);
        cash.toLower.add(source, amount);
        cascade.passDown(fact, authority.owner(allotment).fundSource(), amount, notified);
    }

    private void contribute(RiskReserveContributed fact, Money amount) {
        Key reserve = Key.of(fact.division(), fact.budgetYear(), Cash.intoReserve(fact.lines()).fundSource());
        cash.reserve(reserve, fact.reserveAccount(), amount);
        if (fact.fundSource() != null) {
            Key source = Key.of(fact.division(), fact.budgetYear(), fact.fundSource());
            cash.treasury.take(source.with(fact.bankAccount()), amount);
            cash.toReserve.add(source, amount);
            authority.contribute(source, amount);
        }
    }

    /** In a closed year authority stays as its close has left it. */
    private void draw(RiskReserveDrawn fact, Money amount) {
        Key source = Key.of(fact.division(), fact.budgetYear(), fact.fundSource());
        cash.draw(source, fact.reserveAccount(), fact.treasuryAccount(), amount);
        if (!authority.isClosed(source)) {
            authority.draw(fact.allotment(), amount);
        }
    }

    private void open(OpeningBalanceRecordedRows fact, OpeningBalanceRecordedRows.Row row) {
        Key owner = Key.of(fact.division(), row.budgetYear(), row.fundSource()).of(row.institution(), row.programme());
        authority.open(row, owner);
        institutions.open(row.account(), owner, row.amount());
        if (row.account() == Account.TREASURY_CASH) {
            cash.treasury.add(owner.source().with(row.bankAccount()), row.amount());
        } else if (row.account() == Account.RESERVE_CASH) {
            cash.reserve(owner.source(), row.bankAccount(), row.amount());
        }
    }

    private void charge(Fact of) {
        switch (of) {
            case PenaltyAssessed fact -> assess(fact.charge(), Key.of(fact.division(), fact.budgetYear(), fact.fundSource())
                    .of(fact.institution(), null), fact.amount());
            case InterestAccrued fact -> assess(fact.charge(), Key.of(fact.division(), fact.budgetYear(), fact.fundSource())
                    .of(fact.institution(), null), fact.amount());
            case ChargeWaived fact -> owe(fact.charge(), fact.amount().negated());
            case ChargeCollected fact -> {
                owe(fact.charge(), fact.amount().negated());
                BankAccountId account = fact.bankAccount();
                cash.treasury.add(charges.get(fact.charge()).source().with(account), fact.amount());
            }
            default -> { }
        }
    }

    private void assess(Object id, Key owner, Money amount) {
        charges.put(id, owner);
        owe(id, amount);
    }

    private void owe(Object id, Money amount) {
        Key owner = known(charges.get(id), "charge", id);
        charged.add(owner, amount);
        charge.add(Key.of(owner.division()).with(id), amount);
    }
}
