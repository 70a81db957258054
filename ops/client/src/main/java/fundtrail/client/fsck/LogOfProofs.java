package fundtrail.client.fsck;

import fundtrail.client.LedgerApi;
import fundtrail.client.ProblemAnswer;
import fundtrail.client.fsck.Difference.Found;
import fundtrail.client.fsck.Difference.Kind;
import fundtrail.proofs.Bundle;
import fundtrail.proofs.Checkpoint;
import fundtrail.proofs.GrowingTree;
import fundtrail.proofs.Hash;
import fundtrail.proofs.Tile;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** The log of proofs (C2SP tlog-tiles): every entry, every tile worked out from the entries, and the root they lead to. */
final class LogOfProofs {
    private static final Map<String, String> EVER = Map.of("effective", "9999-12-31");

    private final LedgerApi api;
    private final String token;
    private final Checkpoint checkpoint;
    private long tiles;
    private long unseen;

    LogOfProofs(LedgerApi api, String token, Checkpoint checkpoint) {
        this.api = api;
        this.token = token;
        this.checkpoint = checkpoint;
    }

    /** How many entries so far are not for these eyes: of those, hashes alone were looked at. */
    long unseen() {
        return unseen;
    }

    /**
     * Hands over every entry that is shown with its position, each after its hash was found in its tile.
     *
     * @param taking  takes what is shown
     * @param passing is told of each position, shown or not, when it is done with
     * @return how many tiles were compared
     * @throws Found at the first leaf, tile or root that is another
     */
    long walk(BiConsumer<Long, byte[]> taking, LongConsumer passing) {
        GrowingTree tree = new GrowingTree();
        for (long n = 0; n * Tile.WIDTH < checkpoint.size(); n++) {
            Tile tile = Tile.in(checkpoint.size(), 0, n).orElseThrow();
            List<Optional<byte[]>> entries = entries(tile);
            byte[] hashes = api.bytes(address(tile), Map.of(), token);
            for (int i = 0; i < tile.width(); i++) {
                tree.add(leaf(tile, i, entries.get(i), hashes));
                if (entries.get(i).isPresent()) {
                    taking.accept(tile.first() + i, entries.get(i).get());
                } else {
                    unseen++;
                }
                passing.accept(tile.first() + i);
            }
            tree.fresh().forEach(this::compare);
            tree.forget();
        }
        tree.unfilled().forEach(this::compare);
        Hash root = tree.root();
        if (!root.equals(checkpoint.root())) {
            throw new Found(Kind.ROOT, checkpoint.size() - 1, "/checkpoint", hex(checkpoint.root()), hex(root));
        }
        return tiles;
    }

    /** The hash of an entry, which is the one served; of an entry for other eyes the one served. */
    private static Hash leaf(Tile tile, int i, Optional<byte[]> entry, byte[] served) {
        long position = tile.first() + i;
        if (served.length < (i + 1) * Hash.BYTES) {
            throw new Found(Kind.LEAF, position, address(tile), served.length, tile.width() * Hash.BYTES);
        }
        Hash found = hash(served, i);
        Hash leaf = entry.map(Hash::leaf).orElse(found);
        if (!leaf.equals(found)) {
            throw new Found(Kind.LEAF, position, address(tile), hex(found), hex(leaf));
        }
        return leaf;
    }

    /** Those of a bundle; where some of it are for other eyes, each that is for these. */
    private List<Optional<byte[]>> entries(Tile tile) {
        String address = "/tile/entries/" + tile.path();
        Optional<byte[]> whole = shown(address, Map.of());
        return whole.isPresent() ? entries(address, whole.get(), tile)
                : LongStream.range(tile.first(), tile.first() + tile.width())
                        .mapToObj(position -> shown("/api/facts/" + position + "/entry", EVER))
                        .toList();
    }

    private Optional<byte[]> shown(String address, Map<String, String> parameters) {
        try {
            return Optional.of(api.bytes(address, parameters, token));
        } catch (ProblemAnswer problem) {
            if (problem.is("UNKNOWN")) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    private static List<Optional<byte[]>> entries(String address, byte[] bundle, Tile tile) {
        List<byte[]> entries;
        try {
            entries = Bundle.entries(bundle);
        } catch (IllegalArgumentException torn) {
            throw new Found(Kind.LEAF, tile.first(), address, torn.getMessage(), tile.width());
        }
        if (entries.size() != tile.width()) {
            throw new Found(Kind.LEAF, tile.first() + Math.min(entries.size(), tile.width()), address, entries.size(), tile.width());
        }
        return entries.stream().map(Optional::of).toList();
    }

    private void compare(Tile tile, byte[] derived) {
        tiles++;
        byte[] served = api.bytes(address(tile), Map.of(), token);
        if (served.length != derived.length) {
            throw new Found(Kind.TILE, -1, address(tile), served.length, derived.length);
        }
        for (int i = 0; i < tile.width(); i++) {
            if (!hash(served, i).equals(hash(derived, i))) {
                long first = (tile.first() + i) << Tile.HEIGHT * tile.level();
                throw new Found(Kind.TILE, first, address(tile) + " #" + i, hex(hash(served, i)), hex(hash(derived, i)));
            }
        }
    }

    private static Hash hash(byte[] hashes, int i) {
        return Hash.of(hashes, i * Hash.BYTES, (i + 1) * Hash.BYTES);
    }

    static String address(Tile tile) {
        return "/tile/" + tile.level() + "/" + tile.path();
    }

    static String hex(Hash hash) {
        return HexFormat.of().formatHex(hash.bytes());
    }

    /** A note as text. */
    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
