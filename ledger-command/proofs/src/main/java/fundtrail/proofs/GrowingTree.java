package fundtrail.proofs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tree that grows at its end: of each level it holds the tile that is not full yet, and full ones until they are kept
 * elsewhere. Used by one thread.
 */
public final class GrowingTree {
    private final TileNodes.Source kept;
    private final List<Edge> edges = new ArrayList<>();
    private final Map<Tile, byte[]> fresh = new LinkedHashMap<>();
    private long size;

    /** The last tile of a level, as far as it is filled. */
    private static final class Edge {
        private final byte[] hashes = new byte[Tile.WIDTH * Hash.BYTES];
        private long n;
        private int width;
    }

    /** From nothing. */
    public GrowingTree() {
        this(0, tile -> new byte[0]);
    }

    /** @param kept where the tiles of the first {@code size} leaves are had */
    public GrowingTree(long size, TileNodes.Source kept) {
        this.size = size;
        this.kept = kept;
        for (int level = 0; level <= Tile.HIGHEST && size >> (Tile.HEIGHT * level) > 0; level++) {
            Edge edge = edge(level);
            edge.n = (size >> (Tile.HEIGHT * level)) / Tile.WIDTH;
            Optional<Tile> partial = Tile.in(size, level, edge.n);
            if (partial.isPresent()) {
                byte[] hashes = kept.hashes(partial.get());
                edge.width = partial.get().width();
                System.arraycopy(hashes, 0, edge.hashes, 0, edge.width * Hash.BYTES);
            }
        }
    }

    private Edge edge(int level) {
        while (edges.size() <= level) {
            edges.add(new Edge());
        }
        return edges.get(level);
    }

    public void add(Hash leaf) {
        add(0, leaf);
        size++;
    }

    private void add(int level, Hash hash) {
        Edge edge = edge(level);
        hash.copyTo(edge.hashes, edge.width * Hash.BYTES);
        edge.width++;
        if (edge.width == Tile.WIDTH) {
            byte[] full = edge.hashes.clone();
            fresh.put(new Tile(level, edge.n, Tile.WIDTH), full);
            edge.n++;
            edge.width = 0;
            add(level + 1, Tile.rootOfFull(full));
        }
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return tree().root();
    }

    /** The tree as it is now; it is of no use any more once a leaf is added. */
    public Tree tree() {
        return TileNodes.tree(size, this::hashes);
    }

    /** Tiles that have become full since {@link #forget}, lower levels first where one filled the other. */
    public Map<Tile, byte[]> fresh() {
        return fresh;
    }

    /** The last tile of each level as far as it is filled, lower levels first; none of a level that just filled one. */
    public Map<Tile, byte[]> unfilled() {
        Map<Tile, byte[]> unfilled = new LinkedHashMap<>();
        for (int level = 0; level < edges.size(); level++) {
            Edge edge = edges.get(level);
            if (edge.width > 0) {
                unfilled.put(new Tile(level, edge.n, edge.width), Arrays.copyOf(edge.hashes, edge.width * Hash.BYTES));
            }
        }
        return unfilled;
    }

    /** The fresh tiles are kept elsewhere now. */
    public void forget() {
        fresh.clear();
    }

    private byte[] hashes(Tile tile) {
        Edge edge = tile.level() < edges.size() ? edges.get(tile.level()) : null;
        if (edge != null && edge.n == tile.n() && tile.width() <= edge.width) {
            return Arrays.copyOf(edge.hashes, tile.width() * Hash.BYTES);
        }
        byte[] full = fresh.get(tile);
        return full != null ? full : kept.hashes(tile);
    }
}
