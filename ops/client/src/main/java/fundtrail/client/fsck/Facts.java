package fundtrail.client.fsck;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.client.LedgerApi;
import fundtrail.client.fsck.Difference.Found;
import fundtrail.client.fsck.Difference.Kind;
import fundtrail.contract.Entry;
import fundtrail.contract.EntryCodec;
import fundtrail.contract.Tag;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Facts as the reads answer them, held against their bytes: columns, tags, and on request each line. */
final class Facts {
    private static final String EVER = "9999-12-31";
    /** By what the trail of facts can be narrowed: the tag that stands for each. */
    private static final Map<String, String> NARROWED = Map.of("institution", "institution", "fundSource", "fundSource", "programme", "programme",
            "allotment", "allotment", "tranche", "tranche", "batch", "batch", "hold", "hold", "bankAccount", "bankAccount",
            "signer", "signer", "document", "document");

    /** Suspicions, whose bytes are an auditor's from the first and whose facts are only once a case takes them up; and who told. */
    private static final Set<String> KEPT_BACK = Set.of("TipOffRecorded", "InformantRecorded", "ClaimFlagged", "PaymentHoldGrounded");

    private final LedgerApi api;
    private final String token;
    private final long last;
    private final EntryCodec codec = new EntryCodec();
    private final Deque<JsonNode> page = new ArrayDeque<>();
    private final SortedMap<String, SortedMap<String, List<Long>>> tagged = new TreeMap<>();
    private final Set<Long> seen = new HashSet<>();
    private final Set<Long> keptBack = new HashSet<>();
    private Instant recordedAt = Instant.MIN;
    /** The position from which the page at hand was asked for. */
    private long asked = -1;

    /** @param last the last position there is */
    Facts(LedgerApi api, String token, long last) {
        this.api = api;
        this.token = token;
        this.last = last;
    }

    /**
     * Compares one fact with the list of facts, and remembers its tags. Facts come in the order of their positions.
     *
     * @throws Found when its bytes are no entry at this position, or the list says otherwise
     */
    void compare(long position, byte[] bytes, JsonNode raw) {
        Entry entry = decoded(position, bytes);
        if (entry.recordedAt().isBefore(recordedAt)) {
            throw new Found(Kind.ENTRY, position, "recordedAt", entry.recordedAt(), "≥ " + recordedAt);
        }
        recordedAt = entry.recordedAt();
        seen.add(position);
        JsonNode told = told(position, entry.envelope().type());
        if (told == null) {
            return;
        }
        for (String column : List.of("position", "recordedAt", "effectiveDate", "concerns", "type", "version", "actor")) {
            same(Kind.COLUMN, position, column, told.get(column), raw.get(column));
        }
        same(Kind.COLUMN, position, "lines", told.get("lines"), raw.get("lines").size());
        signatures(position, told, raw);
        for (Tag tag : entry.fact().tags()) {
            remember(tag.key(), tag.value(), position);
        }
        raw.path("signatures").forEach(hand -> remember("signer", hand.path("person").asText(), position));
        if (raw.has("document")) {
            remember("document", raw.get("document").path("number").asText(), position);
        }
    }

    private void signatures(long position, JsonNode told, JsonNode raw) {
        for (int i = 0; i < Math.max(told.path("signatures").size(), raw.path("signatures").size()); i++) {
            JsonNode found = told.path("signatures").path(i);
            JsonNode derived = raw.path("signatures").path(i);
            for (String part : List.of("step", "role", "person", "onBehalfOf")) {
                same(Kind.COLUMN, position, "signatures[" + i + "]." + part, found.get(part), derived.get(part));
            }
        }
    }

    private Entry decoded(long position, byte[] bytes) {
        try {
            Entry entry = codec.decode(bytes);
            if (entry.position() != position) {
                throw new Found(Kind.ENTRY, position, "position", entry.position(), position);
            }
            return entry;
        } catch (IllegalArgumentException unreadable) {
            throw new Found(Kind.ENTRY, position, "/api/facts/" + position + "/entry", unreadable.getMessage(), null);
        }
    }

    /** As it is listed; null where it is kept back, and may be. */
    private JsonNode told(long position, String type) {
        if (page.isEmpty()) {
            asked = position;
            Map<String, Object> question = new LinkedHashMap<>(Map.of("firstPosition", position, "lastPosition", last, "effective", EVER,
                    "known", last, "limit", 1000));
            api.read("/api/facts", question, token).get("items").forEach(page::add);
        }
        JsonNode next = page.peek();
        while (next != null && next.path("position").asLong() < position) {
            page.poll(); // a fact that is shown and whose bytes are not
            next = page.peek();
        }
        if (next == null && asked < position) {
            return told(position, type);
        }
        boolean missing = next == null || next.path("position").asLong() > position;
        if (missing && KEPT_BACK.contains(type)) {
            keptBack.add(position);
            return null;
        }
        page.poll();
        if (next == null || next.path("position").asLong() != position) {
            throw new Found(Kind.COLUMN, position, "/api/facts?firstPosition=" + position, next == null ? null : next.path("position"), position);
        }
        return next;
    }

    private void remember(String key, String value, long position) {
        if (NARROWED.containsValue(key)) {
            List<Long> positions = tagged.computeIfAbsent(key, _ -> new TreeMap<>()).computeIfAbsent(value, _ -> new ArrayList<>());
            if (positions.isEmpty() || positions.getLast() != position) {
                positions.add(position);
            }
        }
    }

    /**
     * Asks for the facts under tags, and compares which they are.
     *
     * @param most how many values of each tag, spread evenly over all there are
     * @return how many tags were compared
     * @throws Found when others are found under one
     */
    long compareTags(int most) {
        long compared = 0;
        for (String parameter : new TreeMap<>(NARROWED).keySet()) {
            List<Map.Entry<String, List<Long>>> values = List.copyOf(tagged.getOrDefault(NARROWED.get(parameter), new TreeMap<>()).entrySet());
            int step = Math.max(1, (values.size() + most - 1) / most);
            for (int i = 0; i < values.size(); i += step) {
                compareTag(parameter, values.get(i).getKey(), values.get(i).getValue());
                compared++;
            }
        }
        return compared;
    }

    private void compareTag(String parameter, String value, List<Long> derived) {
        List<Long> found = api.readAll("/api/facts", Map.of(parameter, value, "known", last, "effective", EVER), token).stream()
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

    /** @throws Found when one of its lines, or its leaf hash, is answered otherwise */
    void compareLines(long position, JsonNode raw, String leafHash) {
        if (keptBack.contains(position)) {
            return;
        }
        JsonNode told = api.read("/api/facts/" + position, Map.of("known", last, "effective", EVER), token).get("item");
        same(Kind.COLUMN, position, "leafHash", told.get("leafHash"), leafHash);
        for (int i = 0; i < Math.max(told.path("lines").size(), raw.path("lines").size()); i++) {
            same(Kind.LINE, position, "lines[" + i + "]", sorted(told.path("lines").path(i)), sorted(raw.path("lines").path(i)));
        }
    }

    private static Map<String, String> sorted(JsonNode object) {
        Map<String, String> members = new HashMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue().asText()));
        return new TreeMap<>(members);
    }

    private static void same(Kind kind, long position, String where, Object found, Object derived) {
        String there = text(found);
        String meant = text(derived);
        if (!Objects.equals(there, meant)) {
            throw new Found(kind, position, where, there, meant);
        }
    }

    private static String text(Object value) {
        return value == null ? null : value instanceof JsonNode node && node.isValueNode() ? node.asText() : value.toString();
    }
}
