package fundtrail.query.read;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Tags;
import fundtrail.contract.id.PersonRef;
import fundtrail.query.fold.FactTags;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a proposal's content names, rows included, by the keys under which facts about it are found.
 *
 * @param byKey identifiers by tag key ({@link Tags})
 */
record Named(Map<String, Set<String>> byKey) {
    /** The tag keys for the members of commands that name something: mostly the members are called so themselves. */
    private static final Map<String, String> KEYS = keys();

    static Named in(JsonNode content, List<JsonNode> rows) {
        var named = new Named(new TreeMap<>());
        named.collect(content);
        rows.forEach(named::collect);
        return named;
    }

    /** The identifiers named under a key. */
    Set<String> of(String key) {
        return byKey.getOrDefault(key, Set.of());
    }

    /** The people named. */
    List<PersonRef> people() {
        return of(Tags.PERSON).stream().map(PersonRef::new).toList();
    }

    /** The same, and these too. */
    void add(String key, Collection<String> more) {
        byKey.computeIfAbsent(key, _ -> new TreeSet<>()).addAll(more);
    }

    /** The tags of facts about any of it. */
    List<String> tags() {
        return byKey.entrySet().stream()
                .flatMap(key -> key.getValue().stream().map(value -> FactTags.tag(key.getKey(), value)))
                .toList();
    }

    private void collect(JsonNode node) {
        node.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (value.isValueNode() && !value.isNull()) {
                key(node, member.getKey()).ifPresent(key -> add(key, List.of(value.asText())));
            }
        });
        node.forEach(this::collect);
    }

    private static Optional<String> key(JsonNode node, String member) {
        boolean ends = member.equals("from") || member.equals("to");
        if (ends && node.has("fromYear")) {
            return Optional.of(Tags.ALLOTMENT);
        }
        boolean merges = member.equals("from") && node.has("into");
        return Optional.ofNullable(merges ? Tags.INSTITUTION : KEYS.get(member));
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new TreeMap<>();
        for (String key : List.of(Tags.ALLOTMENT, Tags.BANK_ACCOUNT, Tags.BATCH, Tags.COMMUNITY, Tags.DELEGATION, Tags.FUND_SOURCE, Tags.HOLD,
                Tags.INSTITUTION, Tags.PAYEE_ACCOUNT, Tags.PAYMENT, Tags.PERSON, Tags.PROGRAMME, Tags.REVERSES, Tags.RULE_SET)) {
            keys.put(key, key);
        }
        keys.put("from", Tags.PERSON); // who lends a signature; of a merger, the institution that goes; of a carry-over, an allotment
        keys.put("to", Tags.PERSON);
        keys.put("into", Tags.INSTITUTION);
        keys.put("lead", Tags.INSTITUTION);
        keys.put("legalPerson", Tags.INSTITUTION);
        return keys;
    }
}
