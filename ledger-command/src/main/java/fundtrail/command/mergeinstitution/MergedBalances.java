package fundtrail.command.mergeinstitution;

import fundtrail.command.known.Allotment;
import fundtrail.command.known.Clawback;
import fundtrail.command.known.Known;
import fundtrail.command.posting.MergerPostings;
import fundtrail.command.propose.Parts;
import fundtrail.contract.Account;
import fundtrail.contract.Digest;
import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.InstitutionMerged;
import fundtrail.contract.fact.InstitutionMergedRows;
import fundtrail.contract.id.InstitutionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What stands in the name of an institution that ends: each balance with the lines by which it goes over. */
final class MergedBalances {
    private static final List<Account> OPEN = List.of(
            Account.ADVANCES, Account.SETTLEMENT_RECEIVABLE, Account.SETTLEMENT_PAYABLE, Account.CHARGES_RECEIVABLE);
    private static final Comparator<Purse> ORDER = Comparator.comparing(Purse::budgetYear)
            .thenComparing(purse -> purse.fundSource().value())
            .thenComparing(purse -> String.valueOf(purse.programme()));

    private final InstitutionId from;
    private final InstitutionId into;
    private final Known known;
    private final List<List<Line>> rows = new ArrayList<>();

    MergedBalances(InstitutionId from, InstitutionId into, Known known) {
        this.from = from;
        this.into = into;
        this.known = known;
        OPEN.forEach(this::open);
        known.recoveries().clawbacks().of(from).forEach(this::clawback);
        known.allotments().values().stream()
                .filter(allotment -> from.equals(allotment.institution()))
                .sorted(Comparator.comparing(allotment -> allotment.id().value()))
                .forEach(this::allotment);
    }

    private void open(Account account) {
        known.balances().fund(account).entrySet().stream()
                .filter(balance -> from.equals(balance.getKey().institution()))
                .sorted((one, other) -> ORDER.compare(one.getKey(), other.getKey()))
                .forEach(balance -> {
                    add(account, balance.getKey(), balance.getValue());
                    net(account, balance.getKey(), balance.getValue());
                });
    }

    /** Of one source and year a settlement owes or is owed; what rows are approved for is not netted any more. */
    private void net(Account account, Purse purse, Money balance) {
        Purse successor = purse.of(into, purse.programme());
        Money there = switch (account) {
            case SETTLEMENT_RECEIVABLE -> known.balances().fund(Account.SETTLEMENT_PAYABLE, successor).negated()
                    .minus(known.ceilings().awaited(Account.SETTLEMENT_PAYABLE, successor));
            case SETTLEMENT_PAYABLE -> known.balances().fund(Account.SETTLEMENT_RECEIVABLE, successor);
            default -> Money.ZERO;
        };
        Money amount = account == Account.SETTLEMENT_PAYABLE ? balance.negated() : balance;
        Money netted = there.covers(amount) ? amount : there;
        if (netted.isPositive()) {
            rows.add(MergerPostings.netted(successor, netted));
        }
    }

    private void clawback(Clawback clawback) {
        known.recoveries().clawbacks().outstanding(clawback).forEach((source, owed) ->
                add(Account.CLAWBACK_RECEIVABLE, clawback.purse(source), owed));
        known.recoveries().clawbacks().refundDue(clawback).forEach((source, due) ->
                add(Account.REFUND_DUE, clawback.purse(source), due.negated()));
    }

    private void allotment(Allotment allotment) {
        add(Account.ALLOTTED, allotment.purse(), known.balances().available(allotment.id()).negated());
        add(Account.EXPENDED, allotment.purse(), known.balances().expended(allotment.id()).negated());
        add(Account.WITHDRAWN, allotment.purse(), known.balances().withdrawn(allotment.id()).negated());
    }

    private void add(Account account, Purse purse, Money balance) {
        if (!balance.isZero()) {
            rows.add(MergerPostings.goesOver(account, purse, into, balance));
        }
    }

    /** The balances in parts, and the fact that closes them. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        for (List<List<Line>> part : Parts.of(rows, row -> Json.canonical(row).length)) {
            facts.add(new InstitutionMergedRows(from, into, facts.size() + 1, new Lines(part.stream().flatMap(List::stream).toList())));
        }
        facts.add(new InstitutionMerged(from, into, facts.size(), rows.size(),
                Digest.sha256(Json.canonical(rows.stream().flatMap(List::stream).toList()))));
        return facts;
    }
}
