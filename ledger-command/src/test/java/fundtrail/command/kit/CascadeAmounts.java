package fundtrail.command.kit;

import static fundtrail.contract.Account.AUTHORITY;
import static fundtrail.contract.Account.INFLOW;
import static fundtrail.contract.Account.TRANSFER_TO_LOWER;
import static fundtrail.contract.Account.TREASURY_CASH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.known.Known;
import fundtrail.command.known.Transfers.Moved;
import fundtrail.command.known.Transfers.Tranche;
import fundtrail.contract.*;
import fundtrail.contract.fact.*;
import fundtrail.contract.id.*;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the facts' amounts say of money that comes down through the levels, tranche by tranche, held against the lines and
 * against what the ledger remembers. What a level received of a tranche it passed down or holds; what was passed down has
 * arrived below or is on its way. Matching funds a level passes down need not be those that were paid in for the tranche:
 * they come out of all its money of that source, which is why only that is never below zero. Nor is money of a tranche
 * that arrives below always what a level of this ledger sent.
 */
final class CascadeAmounts {
    /** One source of a tranche at one level. */
    private record Leg(DivisionCode division, TrancheId tranche, FundSourceCode source) {}

    /** The same on its way between two levels, or at all of them. */
    private record Way(TrancheId tranche, FundSourceCode source) {}

    private record Key(DivisionCode division, TrancheId tranche) {}

    private record Arrival(long position, LocalDate on, LocalDate dueOn, Money amount) {}

    private final Map<Long, Fact> byPosition = new HashMap<>();
    private final Map<Key, TransferNotified> notices = new HashMap<>();
    private final Map<Key, List<Arrival>> arrivals = new HashMap<>();
    private final Map<AllotmentId, BudgetAllotted> allotments = new HashMap<>();
    private final Sums<Leg> received = new Sums<>();
    private final Sums<Leg> matched = new Sums<>();
    private final Sums<Leg> committed = new Sums<>();
    /** Without and with what was added of a level's own. */
    private final Sums<Leg> principal = new Sums<>();
    private final Sums<Leg> passedDown = new Sums<>();
    /** To each lower level. */
    private final Sums<Leg> sentTo = new Sums<>();
    private final Sums<Purse> authority = new Sums<>();
    private final Sums<Purse> inflow = new Sums<>();
    private final Sums<Purse> toLower = new Sums<>();
    private final Sums<Purse> cash = new Sums<>();
    private final Sums<BankAccountId> inBank = new Sums<>();
    private final Sums<AllotmentId> allotted = new Sums<>();
    private final Sums<AllotmentId> spent = new Sums<>();
    private final Set<String> bankRefs = new HashSet<>();
    /** By lines, as debits. */
    private final Map<Account, Sums<Leg>> legs = new HashMap<>();
    /** What is rare and was seen. */
    final Set<String> seen = new HashSet<>();

    /** Takes one more fact, and asserts that it fits those before. */
    void fold(Entry entry, String where) {
        byPosition.put(entry.position(), entry.fact());
        seen.add(entry.envelope().type());
        switch (entry.fact()) {
            case TransferPassedDown fact -> {
                days(entry, fact, where);
                passed(fact);
            }
            case EntryReversed fact -> {
                Fact undone = byPosition.get(fact.reverses());
                seen.add("reversed " + undone.getClass().getSimpleName());
                received(fact.reverses(), undone, true, where);
            }
            case Fact fact -> received(entry.position(), fact, false, where);
        }
        for (Line line : entry.fact().lines()) {
            if (line.tranche() != null) {
                legs.computeIfAbsent(line.account(), first -> new Sums<>())
                        .add(new Leg(line.division(), line.tranche(), line.fundSource()), line.signed());
            }
        }
    }

    private void received(long position, Fact of, boolean back, String where) {
        switch (of) {
            case TransferNotified fact -> {
                assertNull(notices.put(new Key(fact.division(), fact.tranche()), fact), () -> "notified twice, " + where);
                authority.add(Purse.of(fact.division(), fact.budgetYear(), fact.fundSource()), fact.amount());
            }
            case BudgetApproved fact -> fact.sources().forEach(
                    one -> authority.add(Purse.of(fact.division(), fact.budgetYear(), one.fundSource()), one.amount()));
            case BudgetAllotted fact -> {
                allotments.put(fact.allotment(), fact);
                allotted.add(fact.allotment(), signed(fact.amount(), back));
            }
            case TransferReceived fact -> {
                TransferNotified notice = notices.get(new Key(fact.division(), fact.tranche()));
                arrive(position, fact, back);
                received.add(new Leg(fact.division(), fact.tranche(), notice.fundSource()), signed(fact.amount(), back));
                came(Purse.of(fact.division(), notice.budgetYear(), notice.fundSource()), fact.bankAccount(), fact.bankRef(),
                        fact.amount(), back, where);
            }
            case FundReceived fact -> came(Purse.of(fact.division(), fact.budgetYear(), fact.fundSource()), fact.bankAccount(), fact.bankRef(),
                    fact.amount(), back, where);
            case MatchingFundsPaid fact -> {
                Leg leg = new Leg(fact.division(), fact.tranche(), fact.fundSource());
                matched.add(leg, signed(fact.amount(), back));
                int year = notices.get(new Key(fact.division(), fact.tranche())).budgetYear();
                came(Purse.of(fact.division(), year, fact.fundSource()), fact.bankAccount(), fact.bankRef(), fact.amount(), back, where);
            }
            case MatchingFundsCommitted fact -> committed.add(new Leg(fact.division(), fact.tranche(), fact.fundSource()), fact.amount());
            default -> assertTrue(of.lines().list().isEmpty(), () -> "unexpected, " + where);
        }
    }

    private void arrive(long position, TransferReceived fact, boolean back) {
        List<Arrival> of = arrivals.computeIfAbsent(new Key(fact.division(), fact.tranche()), first -> new ArrayList<>());
        if (back) {
            of.removeIf(one -> one.position() == position);
        } else {
            of.add(new Arrival(position, fact.arrivedOn(), fact.dueOn(), fact.amount()));
        }
    }

    private void came(Purse source, BankAccountId account, String bankRef, Money amount, boolean back, String where) {
        assertTrue(back ? bankRefs.remove(bankRef) : bankRefs.add(bankRef), () -> "the bank's reference stands twice, " + where);
        inflow.add(source, signed(amount, back));
        cash.add(source, signed(amount, back));
        inBank.add(account, signed(amount, back));
    }

    private void passed(TransferPassedDown fact) {
        principal.add(passed(fact, fact.allotment(), fact.principal()), fact.principal());
        if (fact.matchingAllotment() != null) {
            passed(fact, fact.matchingAllotment(), fact.matching());
            seen.add("passed down with matching funds");
        }
        if (fact.lateBy() == null) {
            seen.add("passed down of one's own");
        } else if (fact.lateBy() > 0) {
            seen.add("passed down late");
        }
    }

    private Leg passed(TransferPassedDown fact, AllotmentId allotment, Money amount) {
        BudgetAllotted of = allotments.get(allotment);
        Leg leg = new Leg(fact.division(), fact.tranche(), of.fundSource());
        Purse source = Purse.of(fact.division(), of.budgetYear(), of.fundSource());
        passedDown.add(leg, amount);
        sentTo.add(new Leg(fact.toDivision(), fact.tranche(), of.fundSource()), amount);
        spent.add(allotment, amount);
        toLower.add(source, amount);
        cash.take(source, amount);
        inBank.take(fact.bankAccount(), amount);
        return leg;
    }

    /** Counted from the earliest arrival that was not yet passed down; of one's own money, not at all. */
    private void days(Entry entry, TransferPassedDown fact, String where) {
        Key key = new Key(fact.division(), fact.tranche());
        if (!notices.containsKey(key)) {
            assertNull(fact.daysTaken(), () -> "days of one's own money, " + where);
            return;
        }
        Arrival earliest = earliestHeld(key);
        LocalDate on = entry.envelope().effectiveDate();
        assertEquals(ChronoUnit.DAYS.between(earliest.on(), on), fact.daysTaken().longValue(), () -> "days taken, " + where);
        assertEquals(Math.max(0, ChronoUnit.DAYS.between(earliest.dueOn(), on)), fact.lateBy().longValue(), () -> "late by, " + where);
    }

    private Arrival earliestHeld(Key key) {
        TransferNotified notice = notices.get(key);
        if (notice == null) {
            return null;
        }
        Money gone = principal.of(new Leg(key.division(), key.tranche(), notice.fundSource()));
        List<Arrival> inOrder = new ArrayList<>(arrivals.getOrDefault(key, List.of()));
        inOrder.sort((one, other) -> one.on().equals(other.on())
                ? Long.compare(one.position(), other.position()) : one.on().compareTo(other.on()));
        for (Arrival arrival : inOrder) {
            gone = gone.minus(arrival.amount());
            if (gone.isNegative()) {
                return arrival;
            }
        }
        return null;
    }

    private static Money signed(Money amount, boolean back) {
        return back ? amount.negated() : amount;
    }

    /** Asserts that lines, balances and memory say of every tranche what the amounts do. */
    void holds(Known known, String where) {
        levels(known, where);
        inTransit(where);
        books(known, where);
    }

    private void levels(Known known, String where) {
        notices.forEach((key, notice) -> {
            Leg leg = new Leg(key.division(), key.tranche(), notice.fundSource());
            String here = leg + ", " + where;
            Money held = received.of(leg).minus(principal.of(leg));
            Money toCome = notice.amount().minus(received.of(leg));
            assertFalse(held.isNegative(), () -> "more went on than came: " + here);
            assertFalse(toCome.isNegative(), () -> "more came than was notified: " + here);
            Tranche tranche = known.transfers().tranche(key.division(), key.tranche());
            assertEquals(held, tranche.held(), () -> "held: " + here);
            assertEquals(toCome, tranche.outstanding(), () -> "to come: " + here);
            Arrival earliest = earliestHeld(key);
            assertEquals(earliest == null ? null : new Moved(earliest.position(), earliest.on(), earliest.dueOn(), earliest.amount()),
                    tranche.earliestHeld(), () -> "the earliest held: " + here);
            assertEquals(held.isZero(), earliest == null, () -> "held, of no arrival: " + here);
            if (notice.amount().equals(principal.of(leg))) {
                assertEquals(Money.ZERO, held, () -> "complete, and yet held: " + here);
                seen.add("complete");
            }
        });
        committed.all().forEach((leg, sum) -> {
            Money unpaid = sum.minus(matched.of(leg));
            assertFalse(unpaid.isNegative(), () -> "more matched than committed: " + leg + ", " + where);
            assertEquals(unpaid, known.transfers().unpaidMatching(leg.division(), leg.tranche(), leg.source()),
                    () -> "committed and unpaid: " + leg + ", " + where);
        });
    }

    /** What was passed down, less what has arrived below, is what the lines of the upper level and of the lower differ by. */
    private void inTransit(String where) {
        Sums<Leg> came = new Sums<>();
        received.all().forEach(came::add);
        matched.all().forEach(came::add);
        assertEquals(negated(came), legs.getOrDefault(INFLOW, new Sums<>()).all(), () -> "received and matched by lines, " + where);
        assertEquals(passedDown.all(), legs.getOrDefault(TRANSFER_TO_LOWER, new Sums<>()).all(), () -> "passed down by lines, " + where);
        Sums<Way> byAmounts = new Sums<>();
        Sums<Way> byLines = new Sums<>();
        sentTo.all().forEach((leg, amount) -> byAmounts.add(way(leg), amount));
        CascadeWalk.COUNTIES.forEach(county -> {
            of(came, county).forEach((leg, amount) -> byAmounts.take(way(leg), amount));
            of(legs.getOrDefault(INFLOW, new Sums<>()), county).forEach((leg, debit) -> byLines.add(way(leg), debit));
        });
        of(legs.getOrDefault(TRANSFER_TO_LOWER, new Sums<>()), CascadeWalk.CITY).forEach((leg, debit) -> byLines.add(way(leg), debit));
        assertEquals(byAmounts.all(), byLines.all(), () -> "in transit, " + where);
        sentTo.all().forEach((leg, amount) -> {
            if (amount.equals(received.of(leg))) {
                seen.add("all arrived below");
            }
        });
    }

    private static Map<Leg, Money> of(Sums<Leg> sums, DivisionCode division) {
        Map<Leg, Money> of = sums.all();
        of.keySet().removeIf(leg -> !leg.division().equals(division));
        return of;
    }

    private static Way way(Leg leg) {
        return new Way(leg.tranche(), leg.source());
    }

    private void books(Known known, String where) {
        assertEquals(negated(inflow), known.balances().fund(INFLOW), () -> "what came in, " + where);
        assertEquals(toLower.all(), known.balances().fund(TRANSFER_TO_LOWER), () -> "what went down, " + where);
        assertEquals(authority.all(), known.balances().fund(AUTHORITY), () -> "authority, " + where);
        Sums<Purse> booked = new Sums<>();
        known.balances().fund(TREASURY_CASH).forEach((purse, debit) -> booked.add(BusinessAmounts.source(purse), debit));
        assertEquals(cash.all(), booked.all(), () -> "cash, " + where);
        cash.all().forEach((purse, amount) -> assertFalse(amount.isNegative(), () -> "cash of " + purse + ", " + where));
        for (BankAccountId account : CascadeWalk.ACCOUNTS) {
            assertEquals(inBank.of(account), known.balances().cashIn(account), () -> "cash in " + account + ", " + where);
            assertFalse(inBank.of(account).isNegative(), () -> "cash in " + account + ", " + where);
        }
        allotments.keySet().forEach(id -> {
            Money available = allotted.of(id).minus(spent.of(id));
            assertFalse(available.isNegative(), () -> "spent of " + id + ", " + where);
            assertEquals(available, known.balances().available(id), () -> "available of " + id + ", " + where);
            assertEquals(spent.of(id), known.balances().expended(id), () -> "spent of " + id + ", " + where);
        });
    }

    private static <K> Map<K, Money> negated(Sums<K> sums) {
        Map<K, Money> negated = sums.all();
        negated.replaceAll((key, amount) -> amount.negated());
        return negated;
    }
}
