package fundtrail.command.kit;

import static fundtrail.contract.Account.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.contract.Account;
import fundtrail.contract.Book;
import fundtrail.contract.Entry;
import fundtrail.contract.Fact;
import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.SettlementFinalized;
import fundtrail.contract.fact.SettlementRefundReceived;
import fundtrail.contract.fact.YearClosed;
import fundtrail.contract.fact.YearClosedRows;
import fundtrail.contract.formula.SettlementOfSource;
import fundtrail.contract.id.DivisionCode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Nothing of a year's money is lost: after every fact the balances of the lines are what the facts' amounts come to, in
 * cash, in authority, between the bureau and each institution, in the reserve and in the plan. Amounts and lines are
 * folded apart.
 */
public final class Conservation {
    private record SourceInBook(Purse source, Book book) {}

    /** Compared balance by balance. */
    private static final Set<Account> BY_AMOUNTS =
            EnumSet.of(TREASURY_CASH, RESERVE_CASH, RECOVERY_HOLDING, AUTHORITY, UNALLOTTED, ALLOTTED, RESERVED, EXPENDED, WITHDRAWN);
    private static final Set<Account> NEVER_CREDIT =
            EnumSet.of(TREASURY_CASH, RESERVE_CASH, AUTHORITY, ADVANCES, SETTLEMENT_RECEIVABLE, CLAWBACK_RECEIVABLE);
    private static final Set<Account> NEVER_DEBIT =
            EnumSet.of(UNALLOTTED, ALLOTTED, RESERVED, EXPENDED, WITHDRAWN, SETTLEMENT_PAYABLE, REFUND_DUE);
    private static final Set<Account> EXPENSE = EnumSet.of(PROGRAM_EXPENSE, SUBSIDY_EXPENSE, RECOVERY_OF_EXPENSE, PRIOR_YEAR_ADJUSTMENT);

    private final BusinessAmounts amounts = new BusinessAmounts();
    private final Planned planned = new Planned(amounts);
    private final Map<Account, Sums<Purse>> debits = new HashMap<>();
    /** Flows as if no year were ever closed. */
    private final Map<Account, Sums<Purse>> flows = new HashMap<>();

    /** Takes one more fact, and asserts that everything holds. */
    public void after(Entry entry, String where) {
        String here = where + ", " + entry.envelope().type() + " at position " + entry.position();
        Fact fact = entry.fact();
        balances(fact, here);
        if (fact instanceof SettlementFinalized settlement) {
            settlesWhatWasGiven(settlement, here);
        }
        if (fact instanceof SettlementRefundReceived refund) {
            authorityFollows(refund, here);
        }
        amounts.fold(entry);
        for (Line line : fact.lines()) {
            debits.computeIfAbsent(line.account(), first -> new Sums<>()).add(purse(line), line.signed());
            if (!(fact instanceof YearClosedRows)) {
                flows.computeIfAbsent(line.account(), first -> new Sums<>()).add(purse(line), line.signed());
            }
        }
        planned.after(fact, here);
        Map<Account, Sums<Purse>> expected = byAmounts();
        BY_AMOUNTS.forEach(account -> assertEquals(
                expected.getOrDefault(account, new Sums<>()).all(), of(debits, account), () -> account + " by amounts and by lines, " + here));
        assertEquals(negated(amounts.inflow), of(flows, INFLOW), () -> "what came in, " + here);
        signs(here);
        institutions(here);
        clawbacks(here);
        reserve(here);
        if (fact instanceof YearClosed year) {
            closedFlows(year, here);
        }
    }

    /** Debits equal credits in each division, budget year, source and book. */
    private static void balances(Fact fact, String where) {
        Sums<SourceInBook> sums = new Sums<>();
        fact.lines().forEach(line -> sums.add(new SourceInBook(BusinessAmounts.source(purse(line)), line.book()), line.signed()));
        assertEquals(Map.of(), sums.all(), () -> where + ": debits are not credits");
    }

    /** A settlement counts what the institution was given and gave back, neither more nor less. */
    private void settlesWhatWasGiven(SettlementFinalized fact, String where) {
        Purse year = BusinessAmounts.year(fact.division(), fact.budgetYear(), fact.institution(), fact.programme());
        for (SettlementOfSource one : fact.bySource()) {
            Purse of = BusinessAmounts.of(year, one.fundSource());
            assertEquals(amounts.advanced.of(of).minus(amounts.clawbacks.outOfAdvances.of(of)).plus(amounts.paidOfSettlement.of(of)),
                    one.advances().plus(one.paid()),
                    () -> where + ": given of " + one.fundSource());
            assertEquals(amounts.refunded.of(of), one.refunded(), () -> where + ": refunded of " + one.fundSource());
        }
    }

    /** With a refund authority of its sources comes back, as much as cash. */
    private static void authorityFollows(SettlementRefundReceived fact, String where) {
        fact.bySource().forEach(share -> assertEquals(share.amount(), Money.sum(fact.lines().list().stream()
                        .filter(line -> line.account() == EXPENDED && line.fundSource().equals(share.fundSource()))
                        .map(Line::signed).toList()), () -> where + ": authority of " + share.fundSource() + " that comes back"));
    }

    private Map<Account, Sums<Purse>> byAmounts() {
        Map<Account, Sums<Purse>> sums = new HashMap<>();
        sums.put(TREASURY_CASH, amounts.treasury);
        sums.put(RESERVE_CASH, amounts.inReserveAccount);
        sums.put(RECOVERY_HOLDING, amounts.clawbacks.held);
        sums.put(AUTHORITY, amounts.authority);
        amounts.unallotted.all().forEach((source, amount) -> credit(sums, UNALLOTTED, source, amount));
        amounts.withdrawnUnallotted.all().forEach((source, amount) -> credit(sums, WITHDRAWN, source, amount));
        amounts.contributed.all().forEach((source, amount) -> credit(sums, EXPENDED, source, amount));
        amounts.allotments.forEach((id, purse) -> {
            Money gone = amounts.reserved.of(id).plus(amounts.expended.of(id)).plus(amounts.withdrawn.of(id));
            credit(sums, ALLOTTED, purse, amounts.allotted.of(id).minus(gone));
            credit(sums, RESERVED, purse, amounts.reserved.of(id));
            credit(sums, EXPENDED, purse, amounts.expended.of(id));
            credit(sums, WITHDRAWN, purse, amounts.withdrawn.of(id));
        });
        return sums;
    }

    private static void credit(Map<Account, Sums<Purse>> sums, Account account, Purse purse, Money amount) {
        sums.computeIfAbsent(account, first -> new Sums<>()).take(purse, amount);
    }

    /**
     * No balance stands on the wrong side, and no cash of a source or in a bank account is below zero. What an allotment has
     * spent may be, where the bank returns a payment after its authority has come back with a refund.
     */
    private void signs(String where) {
        Sums<Purse> bySource = new Sums<>();
        Sums<Object> byAccount = new Sums<>();
        of(debits, TREASURY_CASH).forEach((purse, cash) -> {
            bySource.add(BusinessAmounts.source(purse), cash);
            byAccount.add(purse.bankAccount(), cash);
        });
        of(debits, RESERVE_CASH).forEach((purse, cash) -> byAccount.add(purse.bankAccount(), cash));
        of(debits, RECOVERY_HOLDING).forEach((purse, cash) -> byAccount.add(purse.bankAccount(), cash));
        notNegative(of(debits, RECOVERY_HOLDING), "held, " + where);
        Sums<DivisionCode> reserve = byDivision(RISK_RESERVE);
        NEVER_CREDIT.stream().filter(account -> !account.isCash()).forEach(account -> notNegative(of(debits, account), account + ", " + where));
        for (Account account : NEVER_DEBIT) {
            Map<Purse, Money> balances = negated(debits.getOrDefault(account, new Sums<>()));
            if (account == EXPENDED) {
                balances.keySet().removeIf(purse -> purse.allotment() != null && amounts.refundedTo.contains(purse.allotment()));
            }
            notNegative(balances, account + ", " + where);
        }
        notNegative(bySource.all(), "cash of a source, " + where);
        notNegative(byAccount.all(), "cash in a bank account, " + where);
        notNegative(negated(reserve), "the reserve, " + where);
    }

    private static void notNegative(Map<?, Money> balances, String what) {
        balances.forEach((of, balance) -> assertFalse(balance.isNegative(), () -> what + ": " + of + " is below zero: " + balance));
    }

    /** What an institution was given is what it earned, or holds in advance, or owes, less what it is owed. */
    private void institutions(String where) {
        Sums<Purse> given = new Sums<>();
        amounts.advanced.all().forEach(given::add);
        amounts.paidOfSettlement.all().forEach(given::add);
        amounts.expense.all().forEach(given::add);
        amounts.refunded.all().forEach(given::take);
        ClawbackAmounts.ofAll(amounts.clawbacks.recovered.all()).forEach(given::take);
        ClawbackAmounts.ofAll(amounts.clawbacks.offset.all()).forEach(given::take);
        ClawbackAmounts.ofAll(amounts.clawbacks.refunded.all()).forEach(given::add);
        Sums<Purse> accepted = new Sums<>();
        amounts.entitled.all().forEach(accepted::add);
        amounts.expense.all().forEach(accepted::add);
        amounts.cameBackTwice.all().forEach(accepted::add);
        amounts.clawbacks.outOfExpense.all().forEach(accepted::take);
        Sums<Purse> booked = new Sums<>();
        EXPENSE.forEach(account -> of(flows, account).forEach((purse, debit) -> {
            if (purse.institution() != null) {
                booked.add(purse, debit);
            }
        }));
        assertEquals(accepted.all(), booked.all(), () -> "entitlement and expense accepted, " + where);
        Map<Purse, Money> advances = of(debits, ADVANCES);
        Map<Purse, Money> receivable = of(debits, SETTLEMENT_RECEIVABLE);
        Map<Purse, Money> payable = of(debits, SETTLEMENT_PAYABLE);
        advances.forEach(accepted::add);
        receivable.forEach(accepted::add);
        payable.forEach(accepted::add);
        of(debits, CLAWBACK_RECEIVABLE).forEach(accepted::add);
        of(debits, REFUND_DUE).forEach(accepted::add);
        of(flows, WRITE_OFF).forEach(accepted::add);
        assertEquals(accepted.all(), given.all(), () -> "what institutions were given, " + where);
        assertTrue(receivable.keySet().stream().noneMatch(payable::containsKey), () -> "payable and receivable at once, " + where);
        advances.keySet().forEach(purse -> assertFalse(
                amounts.settled.contains(BusinessAmounts.of(purse, null)), () -> "advanced to a settled year: " + purse + ", " + where));
    }

    /** Of each claw-back and source: what was determined is owed, came in, was taken away or given up; what came in is held or went back. */
    private void clawbacks(String where) {
        ClawbackAmounts clawbacks = amounts.clawbacks;
        clawbacks.terms().forEach(term -> notNegative(term.all(), "a term of claw-backs, " + where));
        List.of(clawbacks.outstanding(), clawbacks.refundDue(), clawbacks.holding())
                .forEach(sums -> notNegative(sums, "what is left of claw-backs, " + where));
        assertEquals(ClawbackAmounts.ofAll(clawbacks.outstanding()), of(debits, CLAWBACK_RECEIVABLE), () -> "what is owed of claw-backs, " + where);
        assertEquals(ClawbackAmounts.ofAll(clawbacks.refundDue()), negated(debits.getOrDefault(REFUND_DUE, new Sums<>())), () -> "refunds due, " + where);
        assertEquals(ClawbackAmounts.ofAll(clawbacks.writtenOff.all()), of(flows, WRITE_OFF), () -> "written off, " + where);
    }

    /** Contributions and interest less draws are the reserve, and lie in its account. */
    private void reserve(String where) {
        assertEquals(amounts.reserve.all(), negated(byDivision(RISK_RESERVE)), () -> "the reserve by amounts, " + where);
        assertEquals(amounts.reserve.all(), byDivision(RESERVE_CASH).all(), () -> "the reserve's cash, " + where);
        Sums<Purse> drawn = new Sums<>();
        of(flows, TRANSFER_FROM_RESERVE).forEach(drawn::take);
        of(flows, PRIOR_YEAR_ADJUSTMENT).forEach((purse, debit) -> {
            if (purse.institution() == null) {
                drawn.take(purse, debit);
            }
        });
        assertEquals(amounts.drawn.all(), drawn.all(), () -> "draws, " + where);
        assertEquals(amounts.contributed.all(), of(flows, TRANSFER_TO_RESERVE), () -> "the government's contributions, " + where);
    }

    /** A year's close leaves no flow of it or of an earlier year. */
    private void closedFlows(YearClosed fact, String where) {
        debits.forEach((account, sums) -> sums.all().forEach((purse, debit) -> assertFalse(
                account.isFlow() && purse.division().equals(fact.division()) && purse.budgetYear() <= fact.budgetYear(),
                () -> where + ": " + account + " of " + purse + " stands at " + debit)));
    }

    private Sums<DivisionCode> byDivision(Account account) {
        Sums<DivisionCode> sums = new Sums<>();
        of(debits, account).forEach((purse, debit) -> sums.add(purse.division(), debit));
        return sums;
    }

    private static Map<Purse, Money> of(Map<Account, Sums<Purse>> balances, Account account) {
        return balances.getOrDefault(account, new Sums<>()).all();
    }

    private static <K> Map<K, Money> negated(Sums<K> sums) {
        Map<K, Money> negated = sums.all();
        negated.replaceAll((key, amount) -> amount.negated());
        return negated;
    }

    private static Purse purse(Line line) {
        return Purse.of(line.division(), line.budgetYear(), line.fundSource()).of(line.institution(), line.programme())
                .under(line.allotment()).in(line.bankAccount());
    }
}
