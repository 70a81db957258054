package fundtrail.client.fsck;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.client.LedgerApi;
import fundtrail.client.ProblemAnswer;
import fundtrail.client.fsck.Difference.Found;
import fundtrail.client.fsck.Difference.Kind;
import fundtrail.contract.Json;
import fundtrail.proofs.Checkpoint;
import fundtrail.proofs.GrowingTree;
import fundtrail.proofs.Hash;
import fundtrail.proofs.Tile;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a ledger that was restored is the beginning of the one of which a checkpoint was kept outside, with the hash of each
 * of its facts ({@code java ops/Verify.java … --keep}); and which facts that one had besides.
 */
public final class Prefix {
    private static final String EVER = "9999-12-31";

    /**
     * A ledger that is such a beginning.
     *
     * @param restored how many facts it has
     * @param sealed   how many of them its own last checkpoint covers
     * @param kept     how many the kept checkpoint covers
     */
    public record Proved(String origin, long restored, long sealed, long kept) {
        /** How many facts are lost; they are those from {@link #restored} on. */
        public long lost() {
            return Math.max(0, kept - restored);
        }
    }

    /**
     * A wish whose facts are lost; asked again with its key it is recorded again.
     *
     * @param facts their types; none where the fact at this position is not shown to the one who asks
     */
    public record LostWish(String person, String key, List<String> facts, long firstPosition) {}

    private final LedgerApi api;
    private final String token;
    private final List<Long> notCompared = new ArrayList<>();
    private Difference difference;

    /** @param token an auditor's */
    public Prefix(LedgerApi api, String token) {
        this.api = api;
        this.token = token;
    }

    /**
     * Empty when there is a {@link #difference}.
     *
     * @param note   the kept checkpoint
     * @param hashes of the facts it covers, 32 bytes each
     * @param verifierKeys of the log: where its key was changed after the backup, the one before and the one after
     */
    public Optional<Proved> check(String note, byte[] hashes, String... verifierKeys) {
        try {
            return Optional.of(compare(SignedCheckpoints.verified(note, verifierKeys), hashes(".hashes", hashes), verifierKeys));
        } catch (Found first) {
            difference = first.difference();
            return Optional.empty();
        }
    }

    public Difference difference() {
        return difference;
    }

    /**
     * Facts that the kept checkpoint covers and nothing was found out about: the restored ledger has not sealed them, and does
     * not show them to this token.
     */
    public List<Long> notCompared() {
        return List.copyOf(notCompared);
    }

    private Proved compare(Checkpoint kept, List<Hash> hashes, String... verifierKeys) {
        requireKept(kept, hashes);
        Checkpoint now = SignedCheckpoints.verified(LogOfProofs.text(api.bytes("/checkpoint", Map.of(), token)), verifierKeys);
        if (!now.origin().equals(kept.origin())) {
            throw new Found(Kind.CHECKPOINT, -1, "/checkpoint", now.origin(), kept.origin());
        }
        GrowingTree tree = new GrowingTree();
        for (long n = 0; n * Tile.WIDTH < now.size(); n++) {
            Tile tile = Tile.in(now.size(), 0, n).orElseThrow();
            List<Hash> served = hashes(LogOfProofs.address(tile), api.bytes(LogOfProofs.address(tile), Map.of(), token));
            for (int i = 0; i < served.size(); i++) {
                tree.add(served.get(i));
                same(tile.first() + i, LogOfProofs.address(tile), served.get(i), hashes);
            }
            tree.forget();
        }
        if (tree.size() != now.size() || !tree.root().equals(now.root())) {
            throw new Found(Kind.ROOT, now.size() - 1, "/checkpoint", LogOfProofs.hex(now.root()), LogOfProofs.hex(tree.root()));
        }
        long head = head();
        for (long position = now.size(); position <= head && position < kept.size(); position++) {
            Optional<JsonNode> fact = shown(api, position);
            if (fact.isPresent()) {
                same(position, address(position), Hash.of(HexFormat.of().parseHex(fact.get().get("leafHash").textValue())), hashes);
            } else {
                notCompared.add(position);
            }
        }
        return new Proved(kept.origin(), Math.max(now.size(), head + 1), now.size(), kept.size());
    }

    /** The hashes must be those of the signed tree, or they prove nothing. */
    private static void requireKept(Checkpoint kept, List<Hash> hashes) {
        GrowingTree tree = new GrowingTree();
        hashes.forEach(hash -> {
            tree.add(hash);
            tree.forget();
        });
        if (hashes.size() != kept.size() || !tree.root().equals(kept.root())) {
            throw new Found(Kind.ROOT, kept.size() - 1, ".hashes", LogOfProofs.hex(tree.root()), LogOfProofs.hex(kept.root()));
        }
    }

    private static List<Hash> hashes(String where, byte[] bytes) {
        if (bytes.length % Hash.BYTES != 0) {
            throw new Found(Kind.TILE, -1, where, bytes.length, null);
        }
        List<Hash> hashes = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += Hash.BYTES) {
            hashes.add(Hash.of(bytes, at, at + Hash.BYTES));
        }
        return hashes;
    }

    private static void same(long position, String where, Hash hash, List<Hash> kept) {
        if (position < kept.size() && !hash.equals(kept.get((int) position))) {
            throw new Found(Kind.LEAF, position, where, LogOfProofs.hex(hash), LogOfProofs.hex(kept.get((int) position)));
        }
    }

    /** The last position the reading side has worked in. */
    private long head() {
        return api.read("/api/ledger", Map.of("effective", EVER), token).get("knownPosition").longValue();
    }

    private static String address(long position) {
        return "/api/facts/" + position;
    }

    /** Empty where the fact is not for this token's eyes, or is not there. */
    private Optional<JsonNode> shown(LedgerApi ledger, long position) {
        try {
            return Optional.of(ledger.read(address(position), Map.of("effective", EVER), token).get("item"));
        } catch (ProblemAnswer problem) {
            if (problem.is("UNKNOWN")) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    /** What is lost, as a reading side has it that had followed further and still answers. */
    public List<LostWish> lost(LedgerApi before, Proved proved) {
        Map<String, LostWish> wishes = new LinkedHashMap<>();
        for (long position = proved.restored(); position < proved.kept(); position++) {
            Optional<JsonNode> shown = shown(before, position);
            if (shown.isEmpty()) {
                wishes.put("–" + position, new LostWish("–", "–", List.of(), position));
                continue;
            }
            JsonNode fact = shown.get();
            JsonNode key = raw(fact).path("key");
            String actor = fact.get("actor").asText();
            LostWish wish = wishes.computeIfAbsent(actor + " " + (key.isMissingNode() ? "–" + position : key.asText()),
                    _ -> new LostWish(actor, key.asText("–"), new ArrayList<>(), fact.get("position").longValue()));
            wish.facts().add(fact.get("type").asText());
        }
        return List.copyOf(wishes.values());
    }

    private static JsonNode raw(JsonNode fact) {
        try {
            return Json.MAPPER.readTree(fact.path("entry").asText());
        } catch (JsonProcessingException e) {
            throw new Found(Kind.ENTRY, fact.get("position").longValue(), "entry", e.getMessage(), null);
        }
    }
}
