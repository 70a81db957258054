package fundtrail.client.fsck;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.client.LedgerApi;
import fundtrail.client.fsck.Difference.Found;
import fundtrail.client.fsck.Difference.Kind;
import fundtrail.contract.Entry;
import fundtrail.contract.EntryCodec;
import java.nio.charset.StandardCharsets;
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
import java.util.TreeMap;

/** Facts as the reads answer them, held against their bytes: columns in the list, and read alone bytes, body and lines. */
final class Facts {
    /** Suspicions, whose bytes are an auditor's from the first and whose facts are only once a case takes them up; and who told. */
    private static final Set<String> KEPT_BACK = Set.of("TipOffRecorded", "InformantRecorded", "ClaimFlagged", "PaymentHoldGrounded");

    private static final List<String> COLUMNS = List.of("position", "recordedAt", "effectiveDate", "concerns", "type", "version", "actor");
    private static final List<String> ALONE = List.of("position", "recordedAt", "eventId", "type", "version", "effectiveDate", "concerns", "actor",
            "causation", "clock", "document", "ruleSet", "body");

    private final LedgerApi api;
    private final String token;
    private final long last;
    private final EntryCodec codec = new EntryCodec();
    private final Deque<JsonNode> page = new ArrayDeque<>();
    private final Tagged tagged;
    /** How many vouchers each month of a division has so far. */
    private final Map<String, Integer> vouchers = new HashMap<>();
    private final Set<Long> keptBack = new HashSet<>();
    private Instant recordedAt = Instant.MIN;
    /** The position from which the page at hand was asked for. */
    private long asked = -1;

    /** @param last the last position there is */
    Facts(LedgerApi api, String token, long last) {
        this.api = api;
        this.token = token;
        this.last = last;
        this.tagged = new Tagged(api, token, last);
    }

    /**
     * Reads one fact. Facts come in the order of their positions.
     *
     * @throws Found when its bytes are no entry at this position
     */
    Entry read(long position, byte[] bytes) {
        Entry entry = decoded(position, bytes);
        if (entry.recordedAt().isBefore(recordedAt)) {
            throw new Found(Kind.ENTRY, position, "recordedAt", entry.recordedAt(), "≥ " + recordedAt);
        }
        recordedAt = entry.recordedAt();
        return entry;
    }

    /**
     * Compares one fact with the list of facts, and remembers its tags.
     *
     * @param divisions whose facts are all there
     * @throws Found when the list says otherwise
     */
    void compare(Entry entry, JsonNode raw, Set<String> divisions) {
        long position = entry.position();
        List<String> numbers = vouchers(entry, divisions);
        JsonNode told = told(position, entry.envelope().type());
        if (told == null) {
            return;
        }
        for (String column : COLUMNS) {
            same(Kind.COLUMN, position, column, told.get(column), raw.get(column));
        }
        same(Kind.COLUMN, position, "lines", told.get("lines"), raw.get("lines").size());
        JsonNode amount = raw.at("/body/amount").isMissingNode() ? raw.at("/body/controlTotal") : raw.at("/body/amount");
        same(Kind.COLUMN, position, "amount", told.get("amount"), amount.isMissingNode() ? null : amount);
        if (raw.has("document")) {
            same(Kind.COLUMN, position, "document", told.get("document"), raw.at("/document/number"));
        }
        signatures(position, told, raw);
        List<String> shown = new ArrayList<>();
        told.path("vouchers").forEach(one -> {
            if (divisions.contains(one.path("division").asText())) {
                shown.add(one.path("division").asText() + " " + one.path("number").asText());
            }
        });
        same(Kind.COLUMN, position, "vouchers", shown.stream().sorted().toList(), numbers);
        tagged.add(entry, raw);
    }

    /** A fact that posts is one voucher of its month in each division's books: its rank among them. */
    private List<String> vouchers(Entry entry, Set<String> divisions) {
        String month = entry.envelope().effectiveDate().toString().substring(0, "2018-03".length());
        return entry.fact().lines().list().stream().map(line -> line.division().value()).distinct().filter(divisions::contains).sorted()
                .map(division -> "%s 记-%s-%04d".formatted(division, month, vouchers.merge(division + " " + month, 1, Integer::sum)))
                .toList();
    }

    Tagged tagged() {
        return tagged;
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
            Map<String, Object> question = new LinkedHashMap<>(Map.of("firstPosition", position, "lastPosition", last, "effective", Fsck.EVER,
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

    /** @throws Found when it, one of its lines, its bytes or its leaf hash are answered otherwise when it is read alone */
    void compareAlone(long position, JsonNode raw, byte[] bytes) {
        if (keptBack.contains(position)) {
            return;
        }
        JsonNode told = api.read("/api/facts/" + position, Map.of("known", last, "effective", Fsck.EVER), token).get("item");
        same(Kind.COLUMN, position, "leafHash", told.get("leafHash"), EntryCodec.leafHashHex(bytes));
        same(Kind.COLUMN, position, "entry", told.get("entry"), new String(bytes, StandardCharsets.UTF_8));
        for (String column : ALONE) {
            same(Kind.COLUMN, position, column, told.get(column), raw.get(column));
        }
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
