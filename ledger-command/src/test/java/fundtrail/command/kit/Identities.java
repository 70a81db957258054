package fundtrail.command.kit;

import static fundtrail.contract.Account.ADVANCES;
import static fundtrail.contract.Account.ALLOTTED;
import static fundtrail.contract.Account.AUTHORITY;
import static fundtrail.contract.Account.EXPENDED;
import static fundtrail.contract.Account.INFLOW;
import static fundtrail.contract.Account.RESERVED;
import static fundtrail.contract.Account.TREASURY_CASH;
import static fundtrail.contract.Account.UNALLOTTED;
import static fundtrail.contract.Account.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fundtrail.command.known.Balances;
import fundtrail.command.known.Known;
import fundtrail.command.kit.Happened.Source;
import fundtrail.contract.Account;
import fundtrail.contract.Book;
import fundtrail.contract.Entry;
import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.util.Map;

/**
 * What holds after every fact, whatever happened: each balance of the lines is what the amounts of the facts add up to,
 * and nothing is below zero. Amounts and lines are folded apart, so that neither is taken for the other.
 */
public final class Identities {
    /** A balance by all that a line knows. */
    private record Of(
            Account account, Source source, InstitutionId institution, ProgrammeCode programme, AllotmentId allotment,
            BankAccountId bankAccount) {
        static Of source(Account account, Source source) {
            return new Of(account, source, null, null, null, null);
        }

        static Of allotment(Account account, BudgetAllotted fact) {
            return new Of(account, Source.of(fact), fact.institution(), fact.programme(), fact.allotment(), null);
        }

        static Of institution(Account account, BudgetAllotted fact) {
            return new Of(account, Source.of(fact), fact.institution(), fact.programme(), null, null);
        }
    }

    private record SourceInBook(Source source, Book book) {}

    private final Happened happened = new Happened();
    private final Sums<Of> debits = new Sums<>();

    /** Takes one more fact, and asserts that everything holds. */
    public void after(Entry entry, String where) {
        everyFactBalances(entry, where);
        happened.fold(entry);
        for (Line line : entry.fact().lines()) {
            debits.add(new Of(line.account(), source(line), line.institution(), line.programme(), line.allotment(),
                    line.bankAccount()), line.signed());
        }
        String here = where + ", " + entry.envelope().type() + " at position " + entry.position();
        assertEquals(byAmounts().all(), debits.all(), () -> "balances by amounts and by lines, " + here);
        nothingIsBelowZero(here);
        authorityAddsUp(here);
    }

    /** Asserts that decisions are made on these very balances. */
    public void agreeWith(Known known, String where) {
        Balances balances = known.balances();
        Sums<InstitutionId> unpaid = new Sums<>();
        happened.allotments().forEach((id, fact) -> {
            Money available = happened.allotted.of(id).minus(happened.toBePaid.of(id)).minus(happened.spent.of(id))
                    .minus(happened.withdrawn.of(id));
            assertEquals(available, balances.available(id), () -> where + ": available of " + id);
            assertEquals(happened.toBePaid.of(id), balances.reserved(id), () -> where + ": reserved of " + id);
            unpaid.add(fact.institution(), available.plus(happened.toBePaid.of(id)));
        });
        unpaid.all().forEach((institution, amount) ->
                assertEquals(amount, balances.unpaid(institution, null), () -> where + ": unpaid of " + institution));
        cashBySource().all().forEach((source, cash) -> assertEquals(
                cash, balances.treasuryCash(source.division(), source.budgetYear(), source.fundSource()),
                () -> where + ": cash of " + source));
        cashByBankAccount().all().forEach((bankAccount, cash) ->
                assertEquals(cash, balances.cashIn(bankAccount), () -> where + ": cash in " + bankAccount));
    }

    /** Debits equal credits in each division, budget year, source and book. */
    private static void everyFactBalances(Entry entry, String where) {
        Sums<SourceInBook> sums = new Sums<>();
        entry.fact().lines().forEach(line -> sums.add(new SourceInBook(source(line), line.book()), line.signed()));
        assertEquals(Map.of(), sums.all(), () -> where + ": the fact at position " + entry.position() + " does not balance");
    }

    /** Every balance as it must be by what happened. */
    private Sums<Of> byAmounts() {
        Sums<Of> sums = new Sums<>();
        happened.approved.all().forEach((source, amount) -> {
            sums.add(Of.source(AUTHORITY, source), amount);
            sums.take(Of.source(UNALLOTTED, source), amount);
        });
        happened.withdrawnUnallotted.all().forEach((source, amount) -> {
            sums.add(Of.source(UNALLOTTED, source), amount);
            sums.take(Of.source(WITHDRAWN, source), amount);
        });
        happened.allotments().forEach((id, fact) -> {
            Money allotted = happened.allotted.of(id);
            Money toBePaid = happened.toBePaid.of(id);
            Money spent = happened.spent.of(id);
            sums.add(Of.source(UNALLOTTED, Source.of(fact)), allotted);
            sums.take(Of.allotment(ALLOTTED, fact), allotted.minus(toBePaid).minus(spent).minus(happened.withdrawn.of(id)));
            sums.take(Of.allotment(WITHDRAWN, fact), happened.withdrawn.of(id));
            sums.take(Of.allotment(RESERVED, fact), toBePaid);
            sums.take(Of.allotment(EXPENDED, fact), spent);
            sums.add(Of.institution(ADVANCES, fact), spent);
        });
        happened.received.all().forEach((cash, amount) -> {
            sums.add(new Of(TREASURY_CASH, cash.source(), null, null, null, cash.bankAccount()), amount);
            sums.take(Of.source(INFLOW, cash.source()), amount);
        });
        happened.paidOut.all().forEach((cash, amount) ->
                sums.take(new Of(TREASURY_CASH, cash.source(), null, null, null, cash.bankAccount()), amount));
        return sums;
    }

    private void nothingIsBelowZero(String where) {
        debits.all().forEach((of, debit) -> {
            switch (of.account()) {
                case UNALLOTTED, ALLOTTED, RESERVED, EXPENDED, WITHDRAWN ->
                    assertFalse(debit.isPositive(), () -> where + ": " + of + " is below zero: " + debit.negated());
                case AUTHORITY, ADVANCES ->
                    assertFalse(debit.isNegative(), () -> where + ": " + of + " is below zero: " + debit);
                case TREASURY_CASH, INFLOW -> { }
                default -> throw new AssertionError(where + ": no fact so far posts to " + of.account());
            }
        });
        happened.toCome.all().forEach((tranche, amount) ->
                assertFalse(amount.isNegative(), () -> where + ": more came of " + tranche + " than was notified: " + amount));
        cashBySource().all().forEach((source, cash) ->
                assertFalse(cash.isNegative(), () -> where + ": cash of " + source + " is below zero: " + cash));
        cashByBankAccount().all().forEach((bankAccount, cash) ->
                assertFalse(cash.isNegative(), () -> where + ": cash in " + bankAccount + " is below zero: " + cash));
    }

    /** In each source the accounts of the budget book make up its authority. */
    private void authorityAddsUp(String where) {
        Sums<Source> sums = new Sums<>();
        debits.all().forEach((of, debit) -> {
            if (of.account().book() == Book.BUDGET) {
                sums.add(of.source(), debit);
            }
        });
        assertEquals(Map.of(), sums.all(), () -> where + ": authority does not add up");
    }

    private Sums<Source> cashBySource() {
        Sums<Source> sums = new Sums<>();
        debits.all().forEach((of, debit) -> {
            if (of.account() == TREASURY_CASH) {
                sums.add(of.source(), debit);
            }
        });
        return sums;
    }

    private Sums<BankAccountId> cashByBankAccount() {
        Sums<BankAccountId> sums = new Sums<>();
        debits.all().forEach((of, debit) -> {
            if (of.account() == TREASURY_CASH) {
                sums.add(of.bankAccount(), debit);
            }
        });
        return sums;
    }

    private static Source source(Line line) {
        return new Source(line.division(), line.budgetYear(), line.fundSource());
    }
}
