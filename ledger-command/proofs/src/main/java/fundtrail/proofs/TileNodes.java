package fundtrail.proofs;

import java.util.HashMap;
import java.util.Map;

/** The hashes of a tree of a known size, taken from its tiles; each tile is asked for once. Used by one thread. */
public final class TileNodes implements Nodes {
    /** Where tiles are had. */
    @FunctionalInterface
    public interface Source {
        /** The tile's hashes, one after another: 32 bytes times its width. */
        byte[] hashes(Tile tile);
    }

    private final long size;
    private final Source source;
    private final Map<Tile, byte[]> asked = new HashMap<>();

    public TileNodes(long size, Source source) {
        this.size = size;
        this.source = source;
    }

    /** The tree of that size over these. */
    public static Tree tree(long size, Source source) {
        return new Tree(size, new TileNodes(size, source));
    }

    @Override
    public Hash at(int height, long index) {
        int level = height / Tile.HEIGHT;
        int above = height % Tile.HEIGHT;
        long first = index << above;
        long n = first / Tile.WIDTH;
        int from = (int) (first % Tile.WIDTH);
        int to = from + (1 << above);
        Tile tile = Tile.in(size, level, n)
                .filter(found -> found.width() >= to)
                .orElseThrow(() -> new IllegalArgumentException("a tree of " + size + " has no node " + index + " at height " + height));
        byte[] hashes = asked.computeIfAbsent(tile, source::hashes);
        if (hashes.length != tile.width() * Hash.BYTES) {
            throw new IllegalStateException("tile " + tile.level() + "/" + tile.path() + " has " + hashes.length + " bytes");
        }
        return Tile.root(hashes, from, to);
    }
}
