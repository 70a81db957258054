package fundtrail.client.fsck.identity;

import static fundtrail.contract.Account.ADVANCES;
import static fundtrail.contract.Account.ALLOTTED;
import static fundtrail.contract.Account.AUTHORITY;
import static fundtrail.contract.Account.CHARGES_RECEIVABLE;
import static fundtrail.contract.Account.CLAWBACK_RECEIVABLE;
import static fundtrail.contract.Account.EXPENDED;
import static fundtrail.contract.Account.FUND_BALANCE;
import static fundtrail.contract.Account.INFLOW;
import static fundtrail.contract.Account.RECOVERY_HOLDING;
import static fundtrail.contract.Account.REFUND_DUE;
import static fundtrail.contract.Account.RESERVED;
import static fundtrail.contract.Account.RESERVE_CASH;
import static fundtrail.contract.Account.SETTLEMENT_PAYABLE;
import static fundtrail.contract.Account.SETTLEMENT_RECEIVABLE;
import static fundtrail.contract.Account.TRANSFER_TO_LOWER;
import static fundtrail.contract.Account.TRANSFER_TO_RESERVE;
import static fundtrail.contract.Account.TREASURY_CASH;
import static fundtrail.contract.Account.UNALLOTTED;
import static fundtrail.contract.Account.WITHDRAWN;
import static fundtrail.contract.Account.WRITE_OFF;

import fundtrail.contract.Account;
import fundtrail.contract.Entry;
import fundtrail.contract.Fact;
import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.fact.InstitutionMerged;
import fundtrail.contract.fact.InstitutionMergedRows;
import fundtrail.contract.fact.OpeningBalanceRecordedRows;
import fundtrail.contract.fact.PaymentReturned;
import fundtrail.contract.fact.SettlementFinalized;
import fundtrail.contract.fact.SettlementPaid;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.YearCashMoved;
import fundtrail.contract.fact.YearClosed;
import fundtrail.contract.fact.YearClosedRows;
import fundtrail.contract.id.DivisionCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every identity that facts alone can be held to, looked at after every fact, of what that fact changed. What goes over to a
 * legal successor goes over in parts, and is looked at when they are closed. Not for use by many threads.
 */
public final class Identities {
    /** One of them. */
    private record Identity(String name, Check check) {}

    /** Looks at what changed. */
    private interface Check {
        void look(String name);
    }

    private static final Set<Account> MERGED = Set.of(ADVANCES, SETTLEMENT_RECEIVABLE, SETTLEMENT_PAYABLE, CHARGES_RECEIVABLE,
            CLAWBACK_RECEIVABLE, REFUND_DUE, ALLOTTED, RESERVED, EXPENDED, WITHDRAWN);

    private final Set<DivisionCode> divisions;
    private final Sums.Kept kept;
    private final Booked booked;
    private final Amounts amounts;
    private final List<Identity> all = new ArrayList<>();

    /** @param divisions whose facts are all there; of others nothing is looked at */
    public Identities(Set<DivisionCode> divisions) {
        this.divisions = Set.copyOf(divisions);
        kept = new Sums.Kept(this.divisions);
        booked = new Booked(kept);
        amounts = new Amounts(kept);
        cash();
        authority();
        institutions();
        clawbacks();
        cascade();
    }

    private void cash() {
        same("TREASURY_CASH = received − paid out", booked.of(TREASURY_CASH), amounts.cash.treasury);
        same("RESERVE_CASH by account = contributions + interest − draws + restored", booked.of(RESERVE_CASH), amounts.cash.reserveAccount);
        same("RECOVERY_HOLDING = recovered + set off − restored − refunded", booked.of(RECOVERY_HOLDING), amounts.cash.held);
        same("INFLOW = receipts", booked.of(INFLOW), amounts.cash.received);
        same("RISK_RESERVE = contributions + interest − draws + restored", booked.reserveFund, amounts.cash.reserve);
        same("TRANSFER_TO_RESERVE = the government's contributions", booked.of(TRANSFER_TO_RESERVE), amounts.cash.toReserve);
        same("TRANSFER_FROM_RESERVE = draws − restored", booked.drawn, amounts.cash.drawn);
        notBelow("cash of a source ≥ 0", booked.cashOfSource);
        notBelow("what is held of a source ≥ 0", booked.heldOfSource);
        notBelow("cash in a bank account ≥ 0", booked.inBank);
        notBelow("RISK_RESERVE ≥ 0", booked.reserveFund);
    }

    private void authority() {
        Authority authority = amounts.authority;
        same("AUTHORITY = approved + notified + carried + drawn", booked.of(AUTHORITY), authority.authority);
        credit("UNALLOTTED = authority − allotted − withdrawn", UNALLOTTED, authority.unallotted);
        credit("ALLOTTED = allotted − reserved − expended − withdrawn", ALLOTTED, authority.allotted);
        credit("RESERVED = approved rows − paid − released", RESERVED, authority.reserved);
        credit("EXPENDED = paid − returned − refunded − restored", EXPENDED, authority.expended);
        credit("WITHDRAWN = reduced + lapsed + carried + what came back after the close", WITHDRAWN, authority.withdrawn);
        notBelow("UNALLOTTED ≥ 0", authority.unallotted);
        notBelow("what is available of an allotment ≥ 0", authority.allotted);
        notBelow("what is reserved of an allotment ≥ 0", authority.reserved);
        all.add(new Identity("what is withdrawn of an allotment ≥ 0", name -> authority.withdrawn.changed().stream()
                .filter(key -> !authority.wasTakenBackFrom(key))
                .forEach(key -> Amounts.notBelow(name + ": " + key, authority.withdrawn.of(key)))));
        all.add(new Identity("what an allotment has spent ≥ 0", name -> authority.expended.changed().stream()
                .filter(key -> !authority.wasRefundedTo(key))
                .forEach(key -> Amounts.notBelow(name + ": " + key, authority.expended.of(key)))));
    }

    private void institutions() {
        Institutions institutions = amounts.institutions;
        same("expense = entitlement and expense accepted", booked.expense, institutions.accepted);
        same("ADVANCES = paid − returned − cleared − determined + reduced", booked.of(ADVANCES), institutions.advances);
        same("paid − returned − refunded − recovered − set off + claw-back refunds = accepted + what is advanced, owed and written off",
                booked.withInstitutions, institutions.given);
        same("CHARGES_RECEIVABLE = assessed − collected − waived", booked.of(CHARGES_RECEIVABLE), amounts.charged);
        notBelow("what is owed of a charge ≥ 0", amounts.charge);
        notBelow("ADVANCES ≥ 0", booked.of(ADVANCES));
        notBelow("SETTLEMENT_RECEIVABLE ≥ 0", booked.of(SETTLEMENT_RECEIVABLE));
        all.add(new Identity("SETTLEMENT_PAYABLE ≥ 0", name -> booked.of(SETTLEMENT_PAYABLE).changed()
                .forEach(key -> Amounts.notBelow(name + ": " + key, -booked.of(SETTLEMENT_PAYABLE).of(key)))));
        all.add(new Identity("not payable and receivable at once", name -> changed(booked.of(SETTLEMENT_PAYABLE), booked.of(SETTLEMENT_RECEIVABLE))
                .forEach(key -> {
                    if (booked.of(SETTLEMENT_PAYABLE).of(key) != 0 && booked.of(SETTLEMENT_RECEIVABLE).of(key) != 0) {
                        throw new Broken.Off(name + ": " + key, booked.of(SETTLEMENT_RECEIVABLE).money(key), Money.ZERO);
                    }
                })));
        all.add(new Identity("no ADVANCES while settled", name -> booked.of(ADVANCES).changed().stream()
                .filter(institutions::isSettled)
                .forEach(key -> Amounts.equal(name + ": " + key, booked.of(ADVANCES).money(key), Money.ZERO))));
    }

    private void clawbacks() {
        Clawbacks clawbacks = amounts.clawbacks;
        same("CLAWBACK_RECEIVABLE = determined − reduced − recovered − set off − written off", booked.of(CLAWBACK_RECEIVABLE), clawbacks.outstanding);
        credit("REFUND_DUE = granted − refunded", REFUND_DUE, clawbacks.refundDue);
        same("WRITE_OFF = written off − reinstated", booked.of(WRITE_OFF), clawbacks.writtenOff);
        same("RECOVERY_HOLDING of a claw-back = recovered + set off − restored − refunded", booked.heldOfClawback, clawbacks.holding);
        for (Sums term : List.of(clawbacks.determined, clawbacks.recovered, clawbacks.setOff, clawbacks.writtenOff, clawbacks.restored)) {
            notBelow("every term of a claw-back ≥ 0", term);
        }
        notBelow("what is outstanding of a claw-back ≥ 0", clawbacks.outstanding);
        notBelow("what is to be refunded of a claw-back ≥ 0", clawbacks.refundDue);
        notBelow("what is held of a claw-back ≥ 0", clawbacks.holding);
        notBelow("determined of a claim ≤ paid", clawbacks.leftOfClaim);
    }

    private void cascade() {
        Cascade cascade = amounts.cascade;
        same("INFLOW of a tranche = received + matching", booked.receivedOfTranche, cascade.received);
        same("TRANSFER_TO_LOWER of a tranche = passed down", booked.passedDownOfTranche, cascade.passedDown);
        same("TRANSFER_TO_LOWER = passed down", booked.of(TRANSFER_TO_LOWER), amounts.cash.toLower);
        notBelow("received of a tranche ≤ notified", cascade.toCome);
        notBelow("passed down and paid of a tranche ≤ received", cascade.held);
        notBelow("matched of a tranche ≤ committed", cascade.unmatched);
    }

    /** The first sums are of lines, the second of amounts. */
    private void same(String name, Sums found, Sums derived) {
        all.add(new Identity(name, say -> changed(found, derived)
                .forEach(key -> Amounts.equal(say + ": " + key, found.money(key), derived.money(key)))));
    }

    private void credit(String name, Account account, Sums derived) {
        Sums found = booked.of(account);
        all.add(new Identity(name, say -> changed(found, derived)
                .forEach(key -> Amounts.equal(say + ": " + key, found.money(key).negated(), derived.money(key)))));
    }

    private static Set<Key> changed(Sums one, Sums other) {
        Set<Key> changed = new LinkedHashSet<>(one.changed());
        changed.addAll(other.changed());
        return changed;
    }

    private void notBelow(String name, Sums sums) {
        all.add(new Identity(name, say -> sums.changed().forEach(key -> Amounts.notBelow(say + ": " + key, sums.of(key)))));
    }

    /** Takes one more fact, in the order of positions. What no longer holds with it; nothing is looked at after that. */
    public Optional<Broken> after(Entry entry) {
        try {
            look(entry);
            return Optional.empty();
        } catch (Broken.Off off) {
            return Optional.of(off.broken());
        } catch (ArithmeticException beyond) {
            return Optional.of(new Broken("a sum that no ledger has", beyond.getMessage(), "±9999999999999.99"));
        }
    }

    private void look(Entry entry) {
        Fact fact = entry.fact();
        List<Line> lines = fact.lines().list().stream().filter(line -> divisions.contains(line.division())).toList();
        if (fact.lines().list().isEmpty() || !lines.isEmpty()) {
            amounts.fold(entry.position(), fact);
        }
        booked.fold(fact, lines);
        if (fact instanceof InstitutionMergedRows) {
            return;
        }
        fundBalance(fact, lines);
        if (fact instanceof SettlementFinalized settlement) {
            openAmounts(settlement);
        }
        all.forEach(identity -> identity.check().look(identity.name()));
        if (fact instanceof InstitutionMerged merged) {
            nothingLeft(merged);
        }
        if (fact instanceof YearClosed year && divisions.contains(year.division())) {
            closed(year);
        }
        kept.looked();
    }

    /** The close of a year, cash of another year, and what a division begins with: nothing else goes to FUND_BALANCE. */
    private static void fundBalance(Fact fact, List<Line> lines) {
        boolean may = fact instanceof YearClosedRows || fact instanceof YearCashMoved || fact instanceof OpeningBalanceRecordedRows
                || fact instanceof SettlementPaid || fact instanceof PaymentReturned || fact instanceof EntryReversed;
        lines.stream().filter(line -> line.account() == FUND_BALANCE && !may).findFirst().ifPresent(line -> {
            throw new Broken.Off("only a year's end, cash of another year and opening balances go to FUND_BALANCE: " + Key.source(line),
                    line.signed(), Money.ZERO);
        });
    }

    /** What a settlement says is payable and receivable is what the books have. */
    private void openAmounts(SettlementFinalized fact) {
        if (!amounts.institutions.hasMerged(fact.institution())) {
            fact.bySource().forEach(one -> {
                Key key = Institutions.year(fact.division(), fact.budgetYear(), fact.institution(), fact.programme()).of(one.fundSource());
                Amounts.equal("SETTLEMENT_PAYABLE is what the settlement says: " + key,
                        booked.of(SETTLEMENT_PAYABLE).money(key).negated(), one.payable());
                Amounts.equal("SETTLEMENT_RECEIVABLE is what the settlement says: " + key,
                        booked.of(SETTLEMENT_RECEIVABLE).money(key), one.receivable());
            });
        }
    }

    /** A merged institution has nothing, owes nothing and is owed nothing any more. */
    private void nothingLeft(InstitutionMerged fact) {
        for (Key key : booked.named.keys()) {
            if (fact.from().equals(key.institution()) && MERGED.contains(key.object())) {
                Amounts.equal("nothing is left in the name of an institution that was merged: " + key, booked.named.money(key), Money.ZERO);
            }
        }
    }

    /** A year's close leaves no flow of it or of an earlier year, and says what its fund balances are. */
    private void closed(YearClosed fact) {
        for (Key key : booked.standing.keys()) {
            if (key.division().equals(fact.division()) && key.year() <= fact.budgetYear()) {
                Amounts.equal("a closed year has no flows: " + key, booked.standing.money(key), Money.ZERO);
            }
        }
        fact.fundBalances().forEach(one -> {
            Key key = Key.of(fact.division(), fact.budgetYear(), one.fundSource());
            Amounts.equal("FUND_BALANCE is what the year's close says: " + key, one.amount(), booked.fundBalance.money(key));
        });
    }
}
