package fundtrail.client.fsck;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.client.LedgerApi;
import fundtrail.client.fsck.Difference.Found;
import fundtrail.client.fsck.Difference.Kind;
import fundtrail.contract.Entry;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Under which tags facts are found, worked out from their bytes, and asked for. */
final class Tagged {
    private static final String SIGNER = "signer";
    private static final String DOCUMENT = "document";
    private static final String BANK_REF = "bankRef";
    /** What the trail of facts can be narrowed by; each stands for the tag of its name, a proposal for what it led to as well. */
    private static final Set<String> NARROWED = Set.of(Tags.INSTITUTION, Tags.FUND_SOURCE, Tags.PROGRAMME, Tags.ALLOTMENT, Tags.TRANCHE,
            Tags.BATCH, Tags.PAYMENT, Tags.HOLD, Tags.CLAIM, Tags.CASE, Tags.CLAWBACK, Tags.PROPOSAL, Tags.BANK_ACCOUNT, Tags.PERSON,
            BANK_REF, SIGNER, DOCUMENT);

    private final LedgerApi api;
    private final String token;
    private final long last;
    private final Map<String, Map<String, List<Long>>> tagged = new TreeMap<>();
    private final Set<Long> seen = new HashSet<>();

    /** @param last the last position there is */
    Tagged(LedgerApi api, String token, long last) {
        this.api = api;
        this.token = token;
        this.last = last;
    }

    void add(Entry entry, JsonNode raw) {
        long position = entry.position();
        seen.add(position);
        for (Tag tag : entry.fact().tags()) {
            add(tag.key(), tag.value(), position);
        }
        raw.path("signatures").forEach(hand -> add(SIGNER, hand.path("person").asText(), position));
        add(DOCUMENT, raw.at("/document/number").asText(), position);
        add(Tags.PROPOSAL, raw.path("causation").asText(), position);
        add(BANK_REF, entry.fact().bankRef(), position);
    }

    private void add(String key, String value, long position) {
        if (NARROWED.contains(key) && value != null && !value.isEmpty()) {
            List<Long> positions = tagged.computeIfAbsent(key, _ -> new HashMap<>()).computeIfAbsent(value, _ -> new ArrayList<>());
            if (positions.isEmpty() || positions.getLast() != position) {
                positions.add(position);
            }
        }
    }

    /**
     * Asks for the facts under tags, and compares which they are.
     *
     * @param most how many values of each tag, spread evenly where there are more
     * @return how many tags were compared
     * @throws Found when others are found under one
     */
    long compare(int most) {
        long compared = 0;
        for (Map.Entry<String, Map<String, List<Long>>> tag : tagged.entrySet()) {
            List<Map.Entry<String, List<Long>>> values = List.copyOf(new TreeMap<>(tag.getValue()).entrySet());
            int step = Fsck.step(values.size(), most);
            for (int i = 0; i < values.size(); i += step) {
                compare(tag.getKey(), values.get(i).getKey(), values.get(i).getValue());
                compared++;
            }
        }
        return compared;
    }

    private void compare(String parameter, String value, List<Long> derived) {
        List<Long> found = api.readAll("/api/facts", Map.of(parameter, value, "known", last, "effective", Fsck.EVER), token).stream()
                .map(item -> item.get("position").longValue())
                .filter(seen::contains)
                .toList();
        for (int i = 0; i < Math.max(found.size(), derived.size()); i++) {
            Long there = i < found.size() ? found.get(i) : null;
            Long meant = i < derived.size() ? derived.get(i) : null;
            if (!Objects.equals(there, meant)) {
                long first = there == null ? meant : meant == null ? there : Math.min(there, meant);
                throw new Found(Kind.TAG, first, "/api/facts?" + parameter + "=" + value, there, meant);
            }
        }
    }
}
