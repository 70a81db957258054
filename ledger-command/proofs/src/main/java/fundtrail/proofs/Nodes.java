package fundtrail.proofs;

/** Where the hashes of a tree are found. */
@FunctionalInterface
public interface Nodes {
    /**
     * The root of the {@code 2^height} leaves from {@code index * 2^height} on; at height 0 a leaf's hash.
     *
     * @throws IllegalArgumentException where the tree does not have all of those leaves
     */
    Hash at(int height, long index);
}
