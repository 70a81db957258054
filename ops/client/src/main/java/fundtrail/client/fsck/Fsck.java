package fundtrail.client.fsck;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.client.LedgerApi;
import fundtrail.client.fsck.Difference.Found;
import fundtrail.client.fsck.Difference.Kind;
import fundtrail.client.fsck.identity.Identities;
import fundtrail.contract.Entry;
import fundtrail.contract.Json;
import fundtrail.contract.id.DivisionCode;
import fundtrail.proofs.Checkpoint;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Walks over a ledger from its first fact to its last checkpoint: hashes, tiles and root; the lines of every fact; identities
 * after every fact; what the reads answer about columns, tags and, at pairs of the two clocks, about every balance.
 */
public final class Fsck {
    static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    /**
     * How much is looked at.
     *
     * @param moments at how many positions, and on how many days, balances are asked for, the last of each among them
     * @param most    how many values of each tag, and how many facts alone, are asked for: spread evenly where there are more
     */
    public record Thoroughness(int moments, int most) {
        public static final int ALL = Integer.MAX_VALUE;
    }

    /**
     * What was compared, when nothing differed.
     *
     * @param unseen of how many facts the bytes are not for the auditor's eyes: their hashes alone were looked at
     */
    public record Passed(String origin, long facts, long unseen, long tiles, long lines, long tags, long balances) {}

    private final LedgerApi api;
    private final String token;
    private final Thoroughness thoroughness;
    private long lines;
    private long compared;
    private Difference difference;

    /** @param token an auditor's: what other divisions keep to themselves is looked at by its hashes alone */
    public Fsck(LedgerApi api, String token, Thoroughness thoroughness) {
        this.api = api;
        this.token = token;
        this.thoroughness = thoroughness;
    }

    /** The keys the ledger itself says its checkpoints are signed with. Whoever trusts nothing brings one along. */
    public String[] saidKeys() {
        List<String> inUse = new ArrayList<>();
        for (JsonNode key : api.read("/log", Map.of(), token).get("keys")) {
            if (!key.has("retiredAt")) {
                inUse.add(key.get("verifierKey").textValue());
            }
        }
        return inUse.toArray(String[]::new);
    }

    /** What was compared; empty when there is a {@link #difference}. */
    public Optional<Passed> check(String... verifierKeys) {
        try {
            return Optional.of(walk(SignedCheckpoints.verified(LogOfProofs.text(api.bytes("/checkpoint", Map.of(), token)), verifierKeys)));
        } catch (Found first) {
            difference = first.difference();
            return Optional.empty();
        }
    }

    /** The first difference there was. */
    public Difference difference() {
        return difference;
    }

    private Passed walk(Checkpoint checkpoint) {
        long last = checkpoint.size() - 1;
        Facts facts = new Facts(api, token, last);
        Set<String> divisions = divisions();
        Identities identities = new Identities(divisions.stream().map(DivisionCode::new).collect(Collectors.toSet()));
        Balances balances = new Balances(api, token, days());
        Set<Long> stops = stops(last);
        int step = step(checkpoint.size(), thoroughness.most());
        LogOfProofs log = new LogOfProofs(api, token, checkpoint);
        long tiles = log.walk((position, bytes) -> {
            JsonNode raw = raw(position, bytes);
            List<Posted> posted = Posted.of(position, raw).stream().filter(line -> divisions.contains(line.of("division"))).toList();
            lines += posted.size();
            posted.forEach(balances::add);
            Entry entry = facts.read(position, bytes);
            identities.after(entry).ifPresent(broken -> {
                throw new Found(Kind.IDENTITY, position, broken.identity(), broken.found(), broken.derived());
            });
            facts.compare(entry, raw, divisions);
            if (position % step == 0) {
                facts.compareAlone(position, raw, bytes);
            }
        }, position -> {
            if (stops.contains(position)) {
                compared += balances.compare(position);
            }
        });
        return new Passed(checkpoint.origin(), checkpoint.size(), log.unseen(), tiles, lines, facts.tagged().compare(thoroughness.most()), compared);
    }

    /** So that of so many at most so many are looked at. */
    static int step(long there, int most) {
        return (int) Math.max(1, (there + most - 1) / most);
    }

    /** Those whose books the auditor sees. */
    private Set<String> divisions() {
        Set<String> divisions = new TreeSet<>();
        for (JsonNode opened : api.read("/api/me", Map.of(), token).get("opens")) {
            if (opened.get("thing").asText().equals("MONEY") && opened.has("division")) {
                divisions.add(opened.get("division").asText());
            }
        }
        return divisions;
    }

    private static JsonNode raw(long position, byte[] bytes) {
        try {
            return Json.MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new Found(Kind.ENTRY, position, "/api/facts/" + position + "/entry", e.getMessage(), null);
        }
    }

    /** Positions at which balances are asked for, the last among them. */
    private Set<Long> stops(long last) {
        Set<Long> stops = new TreeSet<>();
        for (int i = 1; i <= thoroughness.moments(); i++) {
            stops.add(last * i / thoroughness.moments());
        }
        return stops;
    }

    /** Days from the ledger's first to its last, and one after all. */
    private List<LocalDate> days() {
        JsonNode ledger = api.read("/api/ledger", Map.of(), token);
        ZoneId zone = ZoneId.of(ledger.get("ledger").get("timeZone").textValue());
        LocalDate first = day(api.read("/api/facts/0", Map.of("effective", EVER), token).get("item").get("recordedAt"), zone);
        LocalDate end = day(ledger.get("knownAt"), zone);
        long span = end.toEpochDay() - first.toEpochDay();
        List<LocalDate> days = new ArrayList<>();
        for (int i = 1; i < thoroughness.moments(); i++) {
            LocalDate day = first.plusDays(span * i / thoroughness.moments());
            if (!days.contains(day)) {
                days.add(day);
            }
        }
        days.add(EVER);
        return days;
    }

    private static LocalDate day(JsonNode instant, ZoneId zone) {
        return Instant.parse(instant.textValue()).atZone(zone).toLocalDate();
    }
}
