package fundtrail.proofs;

import java.util.Collection;
import java.util.List;

/**
 * What shows, offline, that an entry is in the log (C2SP tlog-proof, file ending {@code .tlog-proof}).
 *
 * @param index      the entry's
 * @param path       from the leaf's sibling to the root's child
 * @param checkpoint the log's, with the signatures under it
 */
public record InclusionProof(long index, List<Hash> path, Note checkpoint) {
    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final String INDEX = "index ";
    private static final String EXTRA = "extra ";

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** @throws IllegalArgumentException when this is no proof; says why. What is in an {@code extra} line is not kept */
    public static InclusionProof of(String proof) {
        int end = proof.indexOf("\n\n");
        List<String> lines = List.of(proof.substring(0, Math.max(0, end)).split("\n", -1));
        int at = lines.size() > 1 && lines.get(1).startsWith(EXTRA) ? 2 : 1;
        if (!lines.getFirst().equals(FIRST_LINE) || lines.size() <= at || !lines.get(at).matches(INDEX + "(0|[1-9][0-9]{0,18})")) {
            throw new IllegalArgumentException("this is no proof: it begins with \"" + FIRST_LINE + "\" and \"index <number>\"");
        }
        return new InclusionProof(
                Long.parseLong(lines.get(at).substring(INDEX.length())),
                ConsistencyProof.hashes(lines.subList(at + 1, lines.size())),
                Note.of(proof.substring(end + 2)));
    }

    /** Whether a log with one of these keys, whose name is its origin, has signed a tree with this entry at the index. */
    public boolean proves(byte[] entry, Collection<VerifierKey> keys) {
        Checkpoint claimed = Checkpoint.of(checkpoint.text());
        boolean signed = checkpoint.signers(keys).stream().anyMatch(key -> key.name().equals(claimed.origin()));
        return signed && Tree.includes(Hash.leaf(entry), index, claimed.size(), path, claimed.root());
    }

    /** The proof as it is sent and kept. */
    @Override
    public String toString() {
        return FIRST_LINE + "\n" + INDEX + index + "\n" + ConsistencyProof.lines(path) + "\n" + checkpoint;
    }
}
