package fundtrail.proofs;

import java.util.ArrayList;
import java.util.List;

/** The tree as RFC 6962 words it, without any cleverness: what the others are held against. */
public final class PlainTree {
    private final List<Hash> leaves = new ArrayList<>();

    public PlainTree add(byte[] entry) {
        leaves.add(Hash.leaf(entry));
        return this;
    }

    public long size() {
        return leaves.size();
    }

    public Hash leaf(long index) {
        return leaves.get((int) index);
    }

    /** The root of the first {@code size} leaves. */
    public Hash root(long size) {
        return root(leaves.subList(0, (int) size));
    }

    private static Hash root(List<Hash> leaves) {
        if (leaves.size() < 2) {
            return leaves.isEmpty() ? Hash.EMPTY : leaves.getFirst();
        }
        int split = 1;
        while (split * 2 < leaves.size()) {
            split *= 2;
        }
        return Hash.node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    /** Its whole subtrees. */
    public Nodes nodes() {
        return (height, index) -> {
            int from = Math.toIntExact(index << height);
            return root(leaves.subList(from, from + (1 << height)));
        };
    }

    /** Its tiles, computed anew each time. */
    public byte[] hashes(Tile tile) {
        byte[] hashes = new byte[tile.width() * Hash.BYTES];
        for (int i = 0; i < tile.width(); i++) {
            nodes().at(Tile.HEIGHT * tile.level(), tile.first() + i).copyTo(hashes, i * Hash.BYTES);
        }
        return hashes;
    }
}
