package fundtrail.client.fsck;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** A Merkle tree (RFC 6962, 2.1) that grows by leaves, with its tiles of 256 hashes as they become full. Holds one tile a level. */
final class GrowingTiles {
    private static final int WIDTH = 256;

    /** Takes the hashes of a tile that is full, or at the end as full as it gets. */
    @FunctionalInterface
    interface Taking {
        void take(int level, long n, List<byte[]> hashes);
    }

    private final Taking taking;
    private final List<List<byte[]>> levels = new ArrayList<>();
    private final List<Long> tiles = new ArrayList<>();
    private final MessageDigest sha256 = sha256();

    GrowingTiles(Taking taking) {
        this.taking = taking;
    }

    /** The hash of a leaf. */
    byte[] leaf(byte[] entry) {
        sha256.update((byte) 0);
        return sha256.digest(entry);
    }

    void add(byte[] hash) {
        add(0, hash);
    }

    private void add(int level, byte[] hash) {
        if (levels.size() == level) {
            levels.add(new ArrayList<>());
            tiles.add(0L);
        }
        List<byte[]> tile = levels.get(level);
        tile.add(hash);
        if (tile.size() == WIDTH) {
            List<byte[]> full = List.copyOf(tile);
            taking.take(level, tiles.get(level), full);
            tiles.set(level, tiles.get(level) + 1);
            tile.clear();
            add(level + 1, root(full, 0, WIDTH));
        }
    }

    /** The root over all leaves; what is not full yet is taken as it is. */
    byte[] root() {
        byte[] right = null;
        for (int level = 0; level < levels.size(); level++) {
            List<byte[]> tile = levels.get(level);
            if (!tile.isEmpty()) {
                taking.take(level, tiles.get(level), tile);
            }
            right = joined(tile, right);
        }
        return right == null ? sha256.digest() : right;
    }

    /** Full subtrees from left to right, and what lies right of them all: the binary digits of the number of hashes. */
    private byte[] joined(List<byte[]> tile, byte[] right) {
        byte[] sum = right;
        int end = tile.size();
        while (end > 0) {
            int width = Integer.lowestOneBit(end);
            byte[] left = root(tile, end - width, end);
            sum = sum == null ? left : node(left, sum);
            end -= width;
        }
        return sum;
    }

    /** Over a number of hashes that is a power of two. */
    private byte[] root(List<byte[]> hashes, int from, int to) {
        if (to - from == 1) {
            return hashes.get(from);
        }
        int middle = (from + to) / 2;
        return node(root(hashes, from, middle), root(hashes, middle, to));
    }

    private byte[] node(byte[] left, byte[] right) {
        sha256.update((byte) 1);
        sha256.update(left);
        return sha256.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
