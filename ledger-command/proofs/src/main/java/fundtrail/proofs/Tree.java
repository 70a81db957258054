package fundtrail.proofs;

import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree over the first {@code size} leaves (RFC 6962, 2.1), and what can be proved of it. A tree of more than one
 * leaf splits at the largest power of two smaller than its size.
 *
 * @param size  how many leaves
 * @param nodes where its hashes are found; the leaves there may be more
 */
public record Tree(long size, Nodes nodes) {
    /** More hashes no proof has: leaves are counted in 63 bits. */
    public static final int LONGEST_PROOF = 63;

    public Tree {
        if (size < 0) {
            throw new IllegalArgumentException("no tree has " + size + " leaves");
        }
    }

    public Hash root() {
        return root(0, size);
    }

    /** The root of {@code count} leaves from {@code first} on, where {@code first} is a multiple of the next power of two. */
    private Hash root(long first, long count) {
        if (count == 0) {
            return Hash.EMPTY;
        }
        if (Long.bitCount(count) == 1) {
            int height = Long.numberOfTrailingZeros(count);
            return nodes.at(height, first >> height);
        }
        long left = split(count);
        return Hash.node(root(first, left), root(first + left, count - left));
    }

    /** The largest power of two smaller than {@code count}, which is at least 2. */
    static long split(long count) {
        return Long.highestOneBit(count - 1);
    }

    /** What leads from a leaf to the root, from its sibling to the root's child (RFC 6962, 2.1.1). */
    public List<Hash> inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf " + index + " is not in a tree of " + size);
        }
        List<Hash> path = new ArrayList<>();
        include(index, 0, size, path);
        return path;
    }

    private void include(long index, long first, long count, List<Hash> path) {
        if (count == 1) {
            return;
        }
        long left = split(count);
        if (index - first < left) {
            include(index, first, left, path);
            path.add(root(first + left, count - left));
        } else {
            include(index, first + left, count - left, path);
            path.add(root(first, left));
        }
    }

    /** What shows that the tree's first {@code old} leaves are the whole of an earlier tree (RFC 6962, 2.1.2). */
    public List<Hash> consistency(long old) {
        if (old < 0 || old > size) {
            throw new IllegalArgumentException("a tree of " + size + " does not extend one of " + old);
        }
        List<Hash> proof = new ArrayList<>();
        if (old > 0 && old < size) {
            consist(old, 0, size, true, proof);
        }
        return proof;
    }

    /** @param isKnown whether the old tree's part of these leaves is the whole old tree, whose root the verifier has */
    private void consist(long old, long first, long count, boolean isKnown, List<Hash> proof) {
        if (old == count) {
            if (!isKnown) {
                proof.add(root(first, count));
            }
            return;
        }
        long left = split(count);
        if (old <= left) {
            consist(old, first, left, isKnown, proof);
            proof.add(root(first + left, count - left));
        } else {
            consist(old - left, first + left, count - left, false, proof);
            proof.add(root(first, left));
        }
    }

    /** Whether the path leads from this leaf, at this index of a tree of this size, to this root (RFC 9162, 2.1.3.2). */
    public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long at = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash next : path) {
            if (last == 0) {
                return false;
            }
            if (at % 2 == 1 || at == last) {
                hash = Hash.node(next, hash);
                while (at % 2 == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.node(hash, next);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the proof shows that the tree with the one root begins with the tree with the other (RFC 9162, 2.1.4.2). */
    public static boolean extendsTree(long old, Hash oldRoot, long size, Hash root, List<Hash> proof) {
        if (old < 0 || old > size) {
            return false;
        }
        if (old == size) {
            return proof.isEmpty() && oldRoot.equals(root);
        }
        if (old == 0) {
            return proof.isEmpty() && oldRoot.equals(Hash.EMPTY);
        }
        List<Hash> path = new ArrayList<>(proof);
        if (Long.bitCount(old) == 1) {
            path.addFirst(oldRoot);
        }
        return !path.isEmpty() && leadsToBoth(old - 1, oldRoot, size - 1, root, path);
    }

    private static boolean leadsToBoth(long lastOld, Hash oldRoot, long lastNew, Hash root, List<Hash> path) {
        int common = Long.numberOfTrailingZeros(~lastOld); // the old tree's last leaf is a right child so often
        long at = lastOld >> common;
        long last = lastNew >> common;
        Hash before = path.getFirst();
        Hash now = path.getFirst();
        for (Hash next : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if (at % 2 == 1 || at == last) {
                before = Hash.node(next, before);
                now = Hash.node(next, now);
                while (at % 2 == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                now = Hash.node(now, next);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && before.equals(oldRoot) && now.equals(root);
    }
}
