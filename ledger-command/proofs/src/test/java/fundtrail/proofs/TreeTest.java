package fundtrail.proofs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Trees of all sizes, held against the tree without cleverness. */
class TreeTest {
    private static final long SEED = 20_260_105;
    private final PlainTree leaves = Vectors.tree(1_100);

    @Test
    void a_growing_tree_has_the_root_of_every_size_it_grows_through() {
        GrowingTree tree = new GrowingTree();
        assertEquals(Hash.EMPTY, tree.root());
        for (int size = 1; size <= 600; size++) {
            tree.add(leaves.leaf(size - 1));
            assertEquals(leaves.root(size), tree.root(), "size " + size);
        }
    }

    @Test
    void a_growing_tree_goes_on_from_kept_tiles_and_hands_over_the_full_ones() {
        for (int from : new int[] {0, 1, 255, 256, 300, 511, 512, 1_000}) {
            GrowingTree tree = new GrowingTree(from, leaves::hashes);
            for (int i = from; i < leaves.size(); i++) {
                tree.add(leaves.leaf(i));
            }
            assertEquals(leaves.root(leaves.size()), tree.root(), "from " + from);
            assertEquals(new Tree(leaves.size(), leaves.nodes()).consistency(from), tree.tree().consistency(from), "from " + from);
            assertEquals(leaves.size() / 256 - from / 256, tree.fresh().size(), "from " + from);
            tree.fresh().forEach((tile, hashes) -> assertArrayEquals(leaves.hashes(tile), hashes));
        }
    }

    @Test
    void every_leaf_of_every_small_tree_is_proved_and_no_other() {
        for (long size = 1; size <= 70; size++) {
            Tree tree = new Tree(size, leaves.nodes());
            Hash root = leaves.root(size);
            for (long index = 0; index < size; index++) {
                List<Hash> path = tree.inclusion(index);
                assertTrue(Tree.includes(leaves.leaf(index), index, size, path, root), index + " of " + size);
                assertFalse(Tree.includes(leaves.leaf(index + 1), index, size, path, root), index + " of " + size);
                assertFalse(Tree.includes(leaves.leaf(index), index + 1, size, path, root), index + " of " + size);
                refuseSpoilt(path, spoilt -> Tree.includes(leaves.leaf(spoilt.index()), spoilt.index(), spoilt.size(), spoilt.path(), root), index, size);
            }
        }
    }

    @Test
    void every_small_tree_extends_every_smaller_one_and_no_other() {
        for (long size = 0; size <= 70; size++) {
            Tree tree = new Tree(size, leaves.nodes());
            for (long old = 0; old <= size; old++) {
                List<Hash> proof = tree.consistency(old);
                Hash before = leaves.root(old);
                assertTrue(Tree.extendsTree(old, before, size, leaves.root(size), proof), old + " to " + size);
                Hash another = leaves.root(old + 1);
                assertFalse(Tree.extendsTree(old, another, size, leaves.root(size), proof), old + " to " + size);
                refuseSpoilt(proof, spoilt -> Tree.extendsTree(spoilt.index(), before, spoilt.size(), leaves.root(spoilt.size()), spoilt.path()), old, size);
            }
        }
    }

    private record Spoilt(long index, long size, List<Hash> path) {}

    private interface Accepts {
        boolean test(Spoilt spoilt);
    }

    private void refuseSpoilt(List<Hash> path, Accepts accepts, long index, long size) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(leaves.leaf(0));
        assertFalse(accepts.test(new Spoilt(index, size, longer)), "one hash more, " + index + " of " + size);
        if (!path.isEmpty()) {
            assertFalse(accepts.test(new Spoilt(index, size, path.subList(1, path.size()))), "one hash fewer, " + index + " of " + size);
            List<Hash> changed = new ArrayList<>(path);
            changed.set((int) (index % path.size()), Hash.EMPTY);
            assertFalse(accepts.test(new Spoilt(index, size, changed)), "another hash, " + index + " of " + size);
        }
    }

    @Test
    void tiles_give_the_same_proofs_as_the_leaves() {
        Random random = new Random(SEED);
        for (int i = 0; i < 60; i++) {
            long size = 1 + random.nextInt((int) leaves.size());
            Tree tiled = TileNodes.tree(size, leaves::hashes);
            Tree plain = new Tree(size, leaves.nodes());
            long index = random.nextLong(size);
            assertEquals(plain.root(), tiled.root(), "size " + size + ", seed " + SEED);
            assertEquals(plain.inclusion(index), tiled.inclusion(index), index + " of " + size + ", seed " + SEED);
            assertEquals(plain.consistency(index), tiled.consistency(index), index + " to " + size + ", seed " + SEED);
        }
    }

    @Test
    void the_root_of_a_full_tile_is_a_hash_of_the_level_above() {
        assertEquals(leaves.nodes().at(8, 1), Tile.rootOfFull(leaves.hashes(new Tile(0, 1, 256))));
    }

    @Test
    void nothing_is_proved_beyond_the_tree() {
        Tree tree = new Tree(5, leaves.nodes());
        assertThrows(IllegalArgumentException.class, () -> tree.inclusion(5));
        assertThrows(IllegalArgumentException.class, () -> tree.consistency(6));
        assertThrows(IllegalArgumentException.class, () -> TileNodes.tree(5, leaves::hashes).nodes().at(1, 2));
        assertFalse(Tree.extendsTree(6, leaves.root(6), 5, leaves.root(5), List.of()));
    }

    @Test
    void bundles_give_their_entries_back() {
        List<byte[]> entries = List.of(Vectors.entry(0), new byte[0], new byte[40_000]);
        List<byte[]> read = Bundle.entries(Bundle.of(entries));
        assertEquals(3, read.size());
        for (int i = 0; i < 3; i++) {
            assertEquals(Hash.leaf(entries.get(i)), Hash.leaf(read.get(i)));
        }
        assertThrows(IllegalArgumentException.class, () -> Bundle.entries(new byte[] {0, 2, 1}));
        assertThrows(IllegalArgumentException.class, () -> Bundle.entries(new byte[] {0}));
    }
}
