package fundtrail.client;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Account;
import fundtrail.contract.Money;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the lines add up to for each institution and each fund source, read from the reading side. */
public final class Balances {
    /**
     * An institution's authority and advances, over all sources, programmes and years.
     *
     * @param allotted  all authority there ever was of it: reserved + expended + withdrawn + available
     * @param available may still be paid
     * @param advances  paid and not yet settled
     */
    public record OfInstitution(
            String institution, String name, Money allotted, Money reserved, Money expended, Money available, Money advances) {}

    /**
     * A source's authority and cash in one budget year.
     *
     * @param received what came in cash, from outside or from the risk reserve
     * @param paidOut  what left the treasury, less what came back
     */
    public record OfSource(
            String source,
            String name,
            int budgetYear,
            Money authority,
            Money unallotted,
            Money allotted,
            Money reserved,
            Money expended,
            Money available,
            Money received,
            Money paidOut,
            Money cash) {}

    /** Their turnover of credits: reversals are credits below zero, and the close of a year is a debit. */
    private static final Set<String> COMING_IN = Set.of(Account.INFLOW.name(), Account.TRANSFER_FROM_RESERVE.name());

    private record SourceYear(String source, int budgetYear) implements Comparable<SourceYear> {
        @Override
        public int compareTo(SourceYear other) {
            int bySource = source.compareTo(other.source);
            return bySource != 0 ? bySource : Integer.compare(budgetYear, other.budgetYear);
        }
    }

    private final LedgerApi api;
    private final Words words;

    public Balances(LedgerApi api, Words words) {
        this.api = api;
        this.words = words;
    }

    /** @param moment {@code effective}, {@code known} and {@code after}, as far as they are asked for */
    public List<OfInstitution> ofInstitutions(Map<String, ?> moment, String token) {
        Map<String, Map<Account, Money>> sums = new TreeMap<>();
        for (JsonNode item : api.readAll("/api/balances", with(moment, "institution,account"), token)) {
            if (item.has("institution")) {
                sum(sums.computeIfAbsent(item.get("institution").textValue(), id -> new EnumMap<>(Account.class)), item);
            }
        }
        Map<String, String> names = names("/api/institutions", "institution", "name", moment, token);
        return sums.entrySet().stream().map(one -> institution(one.getKey(), names, one.getValue())).toList();
    }

    private static OfInstitution institution(String id, Map<String, String> names, Map<Account, Money> sums) {
        return new OfInstitution(id, names.getOrDefault(id, ""), allotted(sums), credit(sums, Account.RESERVED),
                credit(sums, Account.EXPENDED), credit(sums, Account.ALLOTTED), debit(sums, Account.ADVANCES));
    }

    /** @param moment as in {@link #ofInstitutions} */
    public List<OfSource> ofSources(Map<String, ?> moment, String token) {
        Map<SourceYear, Map<Account, Money>> sums = new TreeMap<>();
        Map<SourceYear, Money> received = new HashMap<>();
        for (JsonNode item : api.readAll("/api/balances", with(moment, "fundSource,budgetYear,account"), token)) {
            SourceYear key = new SourceYear(item.get("fundSource").textValue(), item.get("budgetYear").intValue());
            sum(sums.computeIfAbsent(key, one -> new EnumMap<>(Account.class)), item);
            if (COMING_IN.contains(item.get("account").textValue())) {
                received.merge(key, Money.yuan(item.get("credit").textValue()), Money::plus);
            }
        }
        Map<String, String> names =
                names("/api/fund-sources", "fundSource", words.isChinese() ? "nameZh" : "nameEn", moment, token);
        return sums.entrySet().stream()
                .map(one -> source(one.getKey(), names, received.getOrDefault(one.getKey(), Money.ZERO), one.getValue()))
                .toList();
    }

    private static OfSource source(SourceYear key, Map<String, String> names, Money received, Map<Account, Money> sums) {
        return new OfSource(key.source(), names.getOrDefault(key.source(), ""), key.budgetYear(),
                debit(sums, Account.AUTHORITY), credit(sums, Account.UNALLOTTED), allotted(sums),
                credit(sums, Account.RESERVED), credit(sums, Account.EXPENDED), credit(sums, Account.ALLOTTED),
                received, credit(sums, Account.EXPENDED), debit(sums, Account.TREASURY_CASH));
    }

    public String institutionTable(List<OfInstitution> rows) {
        TextTable table = new TextTable().words(words.say("balances.institution"));
        List.of("allotted", "reserved", "expended", "available", "advances")
                .forEach(column -> table.amounts(words.say("balances." + column)));
        rows.forEach(row -> table.row(cells(row.institution() + " " + row.name(),
                row.allotted(), row.reserved(), row.expended(), row.available(), row.advances())));
        return table.total(cells(words.say("balances.total"),
                total(rows, OfInstitution::allotted), total(rows, OfInstitution::reserved), total(rows, OfInstitution::expended),
                total(rows, OfInstitution::available), total(rows, OfInstitution::advances))).toString();
    }

    public String sourceTable(List<OfSource> rows) {
        TextTable table = new TextTable().words(words.say("balances.source"));
        List.of("authority", "unallotted", "allotted", "reserved", "expended", "available", "received", "paidOut", "cash")
                .forEach(column -> table.amounts(words.say("balances." + column)));
        rows.forEach(row -> table.row(cells(row.source() + " " + row.budgetYear() + " " + row.name(),
                row.authority(), row.unallotted(), row.allotted(), row.reserved(), row.expended(), row.available(),
                row.received(), row.paidOut(), row.cash())));
        return table.total(cells(words.say("balances.total"),
                total(rows, OfSource::authority), total(rows, OfSource::unallotted), total(rows, OfSource::allotted),
                total(rows, OfSource::reserved), total(rows, OfSource::expended), total(rows, OfSource::available),
                total(rows, OfSource::received), total(rows, OfSource::paidOut), total(rows, OfSource::cash))).toString();
    }

    private static <T> Money total(List<T> rows, Function<T, Money> amount) {
        return Money.sum(rows.stream().map(amount).toList());
    }

    private static List<String> cells(String first, Money... amounts) {
        return Stream.concat(Stream.of(first), Arrays.stream(amounts).map(Amounts::grouped)).toList();
    }

    private Map<String, String> names(String path, String id, String name, Map<String, ?> moment, String token) {
        Map<String, String> names = new HashMap<>();
        api.readAll(path, moment, token).forEach(one -> names.put(one.get(id).textValue(), one.get(name).textValue()));
        return names;
    }

    private static Map<String, Object> with(Map<String, ?> moment, String by) {
        Map<String, Object> parameters = new LinkedHashMap<>(moment);
        parameters.put("by", by);
        return parameters;
    }

    private static void sum(Map<Account, Money> sums, JsonNode item) {
        sums.merge(Account.valueOf(item.get("account").textValue()), Money.yuan(item.get("balance").textValue()), Money::plus);
    }

    private static Money allotted(Map<Account, Money> sums) {
        Collection<Money> parts = List.of(credit(sums, Account.ALLOTTED), credit(sums, Account.RESERVED),
                credit(sums, Account.EXPENDED), credit(sums, Account.WITHDRAWN));
        return Money.sum(parts);
    }

    private static Money debit(Map<Account, Money> sums, Account account) {
        return sums.getOrDefault(account, Money.ZERO);
    }

    private static Money credit(Map<Account, Money> sums, Account account) {
        return debit(sums, account).negated();
    }
}
