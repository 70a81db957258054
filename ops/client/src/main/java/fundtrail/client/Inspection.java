package fundtrail.client;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An inspector's lists as tables, read through the public API; each says where there is nothing to list. */
public final class Inspection {
    private static final List<String> RESTITUTION = List.of("taken", "restored", "held", "writtenOff", "outstanding", "refundDue");

    /** What people wrote is cut after so many places; all of it is told by the reading side's page. */
    private static final int PLACES_OF_WORDS = 48;

    private final LedgerApi api;
    private final String token;
    private final Words words;

    /** @param token whose eyes it is shown to */
    public Inspection(LedgerApi api, String token, Words words) {
        this.api = api;
        this.token = token;
        this.words = words;
    }

    /** @param asked filters and clocks as the reading side takes them */
    String alerts(Map<String, ?> asked) {
        TextTable table = columns("inspect.day", "inspect.alert", "inspect.subject", "inspect.institution")
                .amounts(words.say("inspect.amount")).words(words.say("inspect.facts"));
        List<JsonNode> alerts = api.readAll("/api/alerts", asked, token);
        alerts.forEach(one -> table.row(List.of(one.get("effectiveDate").textValue(), one.get("title").textValue(),
                one.get("subjectId").textValue(), text(one, "institution"), amount(one, "amount"), positions(one.get("positions")))));
        return shown(alerts, table);
    }

    String claims(Map<String, ?> asked) {
        TextTable table = columns("inspect.claim", "inspect.institution", "inspect.programme", "inspect.item", "inspect.practitioner")
                .amounts(words.say("inspect.quantity")).amounts(words.say("inspect.paid")).words(words.say("inspect.bySource"))
                .words(words.say("inspect.status"));
        List<JsonNode> claims = api.readAll("/api/claims", asked, token);
        claims.forEach(one -> table.row(List.of(one.get("claim").textValue(), one.get("institution").textValue(),
                one.get("programme").textValue() + " " + one.get("budgetYear").asText(), text(one, "item"), text(one, "practitioner"),
                one.hasNonNull("heads") ? one.get("heads").asText() : text(one, "quantity"), amount(one, "paid"),
                bySource(one.get("bySource")), term("claim.", one.get("status").textValue()))));
        return shown(claims, table);
    }

    String tipOffs(Map<String, ?> asked) {
        TextTable table = columns("inspect.received", "inspect.tipOff", "inspect.channel", "inspect.institution", "inspect.told", "inspect.case");
        List<JsonNode> tipOffs = api.readAll("/api/tip-offs", asked, token);
        tipOffs.forEach(one -> table.row(List.of(one.get("receivedOn").textValue(), one.get("tipOff").textValue(),
                term("channel.", one.get("channel").textValue()), text(one, "institution"), shortened(one, "subject"), text(one, "caseId"))));
        return shown(tipOffs, table);
    }

    /** That there are cases, and how far they are; what is in one is its file's, and opening that is on record. */
    String cases(Map<String, ?> asked) {
        TextTable table = columns("inspect.opened", "inspect.case", "inspect.institution", "inspect.status", "inspect.closed");
        List<JsonNode> cases = api.readAll("/api/cases", asked, token);
        cases.forEach(one -> table.row(List.of(one.get("openedOn").textValue(), one.get("caseId").textValue(), one.get("institution").textValue(),
                term("caseState.", one.get("state").textValue()), text(one, "closedOn"))));
        return shown(cases, table);
    }

    String holds(Map<String, ?> asked) {
        TextTable table = columns("inspect.hold", "inspect.institution", "inspect.programme").amounts(words.say("inspect.heldBack"))
                .words(words.say("inspect.status")).words(words.say("inspect.review")).words(words.say("inspect.expires"))
                .words(words.say("inspect.legalBasis"));
        List<JsonNode> holds = api.readAll("/api/holds", asked, token);
        holds.forEach(one -> table.row(List.of(one.get("hold").textValue(), one.get("institution").textValue(), text(one, "programme"),
                one.hasNonNull("amount") ? amount(one, "amount") : words.say("inspect.everything"),
                term("hold.", one.get("active").booleanValue() ? "ACTIVE" : one.hasNonNull("releasedAt") ? "LIFTED" : "EXPIRED"),
                one.get("reviewOn").textValue(), one.get("expiresOn").textValue(), shortened(one, "legalBasis"))));
        return shown(holds, table);
    }

    String clawbacks(Map<String, ?> asked) {
        TextTable table = columns("inspect.clawback", "inspect.institution", "inspect.due");
        Stream.of("determined", "reduced", "recovered", "offset", "writtenOff", "outstanding", "held", "restored")
                .forEach(term -> table.amounts(words.say("inspect." + term)));
        table.words(words.say("inspect.blocked"));
        List<JsonNode> clawbacks = api.readAll("/api/clawbacks", asked, token);
        clawbacks.forEach(one -> {
            JsonNode total = one.get("total");
            table.row(Stream.of(
                            Stream.of(one.get("clawback").textValue(), one.get("institution").textValue(), one.get("dueOn").textValue()),
                            Stream.of("determined", "reduced", "recovered", "offset", "writtenOff", "outstanding", "held", "restored")
                                    .map(term -> amount(total, term)),
                            Stream.of(blocked(one, "restitutionBlocked", "restitutionFrom")))
                    .flatMap(cells -> cells)
                    .toList());
        });
        return shown(clawbacks, table);
    }

    /** What was taken from each source, what came back, what is still out. */
    String restitution(Map<String, ?> asked) {
        String table = restitutionTable(asked);
        return table.isEmpty() ? words.say("inspect.nothing") + "\n" : table;
    }

    /** The same; empty where nothing was ever clawed back. */
    public String restitutionTable(Map<String, ?> asked) {
        TextTable table = columns("inspect.division", "inspect.source");
        RESTITUTION.forEach(term -> table.amounts(words.say("inspect." + term)));
        List<JsonNode> sources = items("/api/restitution", asked);
        if (sources.isEmpty()) {
            return "";
        }
        sources.forEach(one -> table.row(Stream.concat(Stream.of(one.get("division").textValue(), one.get("fundSource").textValue()),
                RESTITUTION.stream().map(term -> amount(one, term))).toList()));
        return table.total(Stream.concat(Stream.of(words.say("balances.total"), ""), RESTITUTION.stream().map(term ->
                Amounts.grouped(Money.sum(sources.stream().map(one -> Money.yuan(one.get(term).textValue())).toList())))).toList()).toString();
    }

    String forecast(Map<String, ?> asked) {
        TextTable table = columns("inspect.day", "inspect.clawback", "inspect.institution", "inspect.expected")
                .amounts(words.say("inspect.amount")).words(words.say("inspect.bySource")).amounts(words.say("inspect.overdue"))
                .words(words.say("inspect.blocked"));
        List<JsonNode> expected = items("/api/recovery-forecast", asked);
        expected.forEach(one -> table.row(List.of(text(one, "on"), one.get("clawback").textValue(), one.get("institution").textValue(),
                term("expected.", one.get("expected").textValue()), amount(one, "amount"), bySource(one.get("bySource")),
                one.get("overdue").asText(), blocked(one, "blockedBy", "until"))));
        return shown(expected, table);
    }

    /** Of an answer that comes whole. */
    private List<JsonNode> items(String path, Map<String, ?> asked) {
        List<JsonNode> items = new ArrayList<>();
        api.read(path, asked, token).get("items").forEach(items::add);
        return items;
    }

    private TextTable columns(String... keys) {
        TextTable table = new TextTable();
        Stream.of(keys).forEach(key -> table.words(words.say(key)));
        return table;
    }

    private String shown(List<JsonNode> items, TextTable table) {
        return items.isEmpty() ? words.say("inspect.nothing") + "\n" : table.toString();
    }

    private String term(String prefix, String name) {
        return words.sayOr(prefix + name, name);
    }

    private String blocked(JsonNode one, String by, String until) {
        if (!one.hasNonNull(by)) {
            return "";
        }
        String reason = term("blocked.", one.get(by).textValue());
        return one.hasNonNull(until) ? words.say("inspect.until", reason, one.get(until).textValue()) : reason;
    }

    private static String text(JsonNode one, String member) {
        return one.path(member).asText("");
    }

    private static String shortened(JsonNode one, String member) {
        return TextTable.shortened(text(one, member), PLACES_OF_WORDS);
    }

    private static String amount(JsonNode one, String member) {
        return one.hasNonNull(member) ? Amounts.grouped(one.get(member).textValue()) : "";
    }

    private static String bySource(JsonNode bySource) {
        List<String> parts = new ArrayList<>();
        bySource.forEach(one -> parts.add(one.get("fundSource").textValue() + " " + Amounts.grouped(one.get("amount").textValue())));
        return String.join(" · ", parts);
    }

    private static String positions(JsonNode positions) {
        return StreamSupport.stream(positions.spliterator(), false).map(JsonNode::asText).collect(Collectors.joining(" "));
    }
}
