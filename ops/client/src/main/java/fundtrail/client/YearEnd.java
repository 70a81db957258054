package fundtrail.client;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Account;
import fundtrail.contract.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a year came to: who is owed what, what the risk reserve bore, and what the ledger only learned later. */
public final class YearEnd {
    private final LedgerApi api;
    private final Words words;

    public YearEnd(LedgerApi api, Words words) {
        this.api = api;
        this.words = words;
    }

    /** The settlements that were finalized, by institution; empty where there is none. @param moment as in {@link Balances} */
    public String settlements(Map<String, ?> moment, String token) {
        TextTable table = new TextTable().words(words.say("settlements.institution")).words(words.say("settlements.year"));
        Stream.of("entitlement", "advances", "payable", "receivable").forEach(column -> table.amounts(words.say("settlements." + column)));
        List<List<Money>> rows = new ArrayList<>();
        for (JsonNode item : api.readAll("/api/settlements", moment, token)) {
            if (item.path("bySource").isEmpty()) {
                continue;
            }
            List<Money> amounts = Stream.of("entitlement", "advances", "payable", "receivable")
                    .map(column -> sum(item.get("bySource"), column))
                    .toList();
            rows.add(amounts);
            table.row(cells(List.of(item.get("institution").textValue(), item.get("programme").textValue() + " " + item.get("budgetYear").asText()), amounts));
        }
        if (rows.isEmpty()) {
            return "";
        }
        List<Money> totals = new ArrayList<>();
        for (int column = 0; column < 4; column++) {
            int one = column;
            totals.add(Money.sum(rows.stream().map(row -> row.get(one)).toList()));
        }
        return table.total(cells(List.of(words.say("balances.total"), ""), totals)).toString();
    }

    private static Money sum(JsonNode bySource, String column) {
        List<Money> amounts = new ArrayList<>();
        bySource.forEach(source -> amounts.add(Money.yuan(source.get(column).textValue())));
        return Money.sum(amounts);
    }

    private static List<String> cells(List<String> first, List<Money> amounts) {
        return Stream.concat(first.stream(), amounts.stream().map(Amounts::grouped)).toList();
    }

    /** What was paid into the risk reserve, what was drawn and what is left, for each division; empty where there is none. */
    public String reserve(Map<String, ?> moment, String token) {
        TextTable table = new TextTable().words(words.say("reserve.division")).amounts(words.say("reserve.paidIn"))
                .amounts(words.say("reserve.drawn")).amounts(words.say("reserve.left"));
        Map<String, Object> asked = new LinkedHashMap<>(moment);
        asked.put("by", "division,account");
        asked.put("account", Account.RISK_RESERVE);
        List<JsonNode> items = new ArrayList<>();
        api.readAll("/api/balances", asked, token).forEach(items::add);
        items.forEach(item -> table.row(Stream.concat(
                        Stream.of(item.get("division").textValue()),
                        Stream.of("credit", "debit", "balance").map(column -> Amounts.grouped(column.equals("balance")
                                ? Money.yuan(item.get(column).textValue()).negated()
                                : Money.yuan(item.get(column).textValue()))))
                .toList()));
        return items.isEmpty() ? "" : table.toString();
    }

    /** An institution's balance on a day, as it was known at the end of each of some days. */
    public String known(Account account, String institution, LocalDate effective, List<LocalDate> known, long after, String token) {
        return words.say("question.asked", new Terms(words).account(account.name()), institution, effective) + known.stream()
                .map(day -> words.say("question.answered", day, Amounts.grouped(balance(account, institution, effective, day, after, token))))
                .collect(Collectors.joining(words.say("question.and")));
    }

    private Money balance(Account account, String institution, LocalDate effective, LocalDate known, long after, String token) {
        List<Money> found = new ArrayList<>();
        api.readAll("/api/balances", Map.of("by", "account", "account", account, "institution", institution,
                        "effective", effective, "known", known, "after", after), token)
                .forEach(item -> found.add(Money.yuan(item.get("balance").textValue())));
        return Money.sum(found);
    }
}
