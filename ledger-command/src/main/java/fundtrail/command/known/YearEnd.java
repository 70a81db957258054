package fundtrail.command.known;

import fundtrail.command.memory.Table;
import fundtrail.contract.Account;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the balances say at the end of a budget year: which authority is left, and what its flows come to. Once a year all
 * balances are looked through for it.
 */
public final class YearEnd {
    private static final List<Account> AUTHORITY_LEFT = List.of(Account.RESERVED, Account.ALLOTTED, Account.UNALLOTTED);
    private static final int NAMED = 20;
    private static final Comparator<Flow> ORDER = Comparator.comparing(Flow::account)
            .thenComparing(flow -> flow.purse().budgetYear())
            .thenComparing(flow -> flow.purse().fundSource().value())
            .thenComparing(flow -> String.valueOf(flow.purse().institution()))
            .thenComparing(flow -> String.valueOf(flow.purse().programme()));

    /**
     * Authority of the year that is neither spent nor withdrawn.
     *
     * @param allotments whose it is, at most {@value #NAMED} of them; none where it was never allotted
     */
    public record Remainder(FundSourceCode fundSource, Account account, Money amount, List<AllotmentId> allotments) {}

    /** A flow balance, as a debit, never zero. */
    public record Flow(Account account, Purse purse, Money balance) {}

    private final Balances balances;
    private final Years years;
    private final Table<AllotmentId, Allotment> allotments;

    YearEnd(Balances balances, Years years, Table<AllotmentId, Allotment> allotments) {
        this.balances = balances;
        this.years = years;
        this.allotments = allotments;
    }

    /** The earliest budget year that the division's books have lines of and that is open; {@code null} when there is none. */
    public Integer firstOpenYear(DivisionCode division) {
        return balances.years(division).stream().filter(year -> !years.isClosed(division, year)).min(Integer::compare).orElse(null);
    }

    /** What is left of the year's authority, the first by source and then by account; {@code null} when nothing is. */
    public Remainder remainder(DivisionCode division, int budgetYear) {
        for (FundSourceCode source : balances.sources(division, budgetYear)) {
            for (Account account : AUTHORITY_LEFT) {
                Money left = balances.ofSource(account, division, budgetYear, source).negated();
                if (!left.isZero()) {
                    return new Remainder(source, account, left, holding(account, division, budgetYear, source));
                }
            }
        }
        return null;
    }

    private List<AllotmentId> holding(Account account, DivisionCode division, int budgetYear, FundSourceCode source) {
        if (account == Account.UNALLOTTED) {
            return List.of();
        }
        return allotments.values().stream()
                .filter(allotment -> allotment.isOf(division, budgetYear, source))
                .map(Allotment::id)
                .filter(id -> !(account == Account.ALLOTTED ? balances.available(id) : balances.reserved(id)).isZero())
                .sorted(Comparator.comparing(AllotmentId::value))
                .limit(NAMED)
                .toList();
    }

    /** Every flow balance of the division's years up to this one, in an order that depends on nothing else. */
    public List<Flow> flows(DivisionCode division, int budgetYear) {
        List<Flow> flows = new ArrayList<>();
        Arrays.stream(Account.values()).filter(Account::isFlow).forEach(account -> balances.fund(account).forEach((purse, balance) -> {
            if (purse.division().equals(division) && purse.budgetYear() <= budgetYear) {
                flows.add(new Flow(account, purse, balance));
            }
        }));
        flows.sort(ORDER);
        return flows;
    }

    /** FUND_BALANCE of the year by source, as debits, where it is not zero. */
    public Map<FundSourceCode, Money> fundBalances(DivisionCode division, int budgetYear) {
        Map<FundSourceCode, Money> found = new HashMap<>();
        balances.fund(Account.FUND_BALANCE).forEach((purse, balance) -> {
            if (purse.division().equals(division) && purse.budgetYear() == budgetYear) {
                found.put(purse.fundSource(), balance);
            }
        });
        return found;
    }
}
