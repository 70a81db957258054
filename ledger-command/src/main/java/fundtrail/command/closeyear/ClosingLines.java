package fundtrail.command.closeyear;

import fundtrail.command.known.Known;
import fundtrail.command.known.YearEnd.Flow;
import fundtrail.command.posting.YearPostings;
import fundtrail.command.propose.Parts;
import fundtrail.contract.Digest;
import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.fact.YearClosed;
import fundtrail.contract.fact.YearClosed.SourceBalance;
import fundtrail.contract.fact.YearClosedRows;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The facts of a year's close: closing lines in parts, each of which balances by itself, and the fact that closes them. */
final class ClosingLines {
    private ClosingLines() {}

    static List<Fact> facts(DivisionCode division, int budgetYear, Known known) {
        List<List<Line>> rows = known.years().end().flows(division, budgetYear).stream()
                .map(flow -> YearPostings.closed(flow.account(), flow.purse(), flow.balance()))
                .toList();
        List<Fact> facts = new ArrayList<>();
        for (List<List<Line>> part : Parts.of(rows, row -> Json.canonical(row).length)) {
            facts.add(new YearClosedRows(division, budgetYear, facts.size() + 1,
                    new Lines(part.stream().flatMap(List::stream).toList())));
        }
        String linesHash = Digest.sha256(Json.canonical(rows.stream().flatMap(List::stream).toList()));
        facts.add(new YearClosed(division, budgetYear, facts.size(), rows.size(), linesHash, fundBalances(division, budgetYear, known)));
        return facts;
    }

    private static List<SourceBalance> fundBalances(DivisionCode division, int budgetYear, Known known) {
        Map<FundSourceCode, Money> balances = new TreeMap<>(Comparator.comparing(FundSourceCode::value));
        known.years().end().fundBalances(division, budgetYear).forEach(balances::put);
        for (Flow flow : known.years().end().flows(division, budgetYear)) {
            if (flow.purse().budgetYear() == budgetYear) {
                balances.merge(flow.purse().fundSource(), flow.balance(), Money::plus);
            }
        }
        return balances.entrySet().stream().map(sum -> new SourceBalance(sum.getKey(), sum.getValue())).toList();
    }
}
