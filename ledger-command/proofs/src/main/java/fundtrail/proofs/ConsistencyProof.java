package fundtrail.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What shows that a checkpoint's log has grown from an earlier size and changed nothing of it: the body of a witness's
 * {@code add-checkpoint} (C2SP tlog-witness).
 *
 * @param old        the earlier size
 * @param path       RFC 6962, 2.1.2
 * @param checkpoint the later one, with the signatures under it
 */
public record ConsistencyProof(long old, List<Hash> path, Note checkpoint) {
    private static final String OLD = "old ";

    public ConsistencyProof {
        path = List.copyOf(path);
        if (path.size() > Tree.LONGEST_PROOF) {
            throw new IllegalArgumentException("a consistency proof has at most 63 hashes");
        }
    }

    /** @throws IllegalArgumentException when this is no proof; says why */
    public static ConsistencyProof of(String proof) {
        int end = proof.indexOf("\n\n");
        List<String> lines = List.of(proof.substring(0, Math.max(0, end)).split("\n", -1));
        if (!lines.getFirst().matches(OLD + "(0|[1-9][0-9]{0,18})")) {
            throw new IllegalArgumentException("this is no consistency proof: it begins with \"old <size>\"");
        }
        return new ConsistencyProof(Long.parseLong(lines.getFirst().substring(OLD.length())),
                hashes(lines.subList(1, lines.size())), Note.of(proof.substring(end + 2)));
    }

    static List<Hash> hashes(List<String> lines) {
        List<Hash> hashes = new ArrayList<>();
        for (String line : lines) {
            hashes.add(Hash.ofBase64(line));
        }
        return hashes;
    }

    static String lines(List<Hash> hashes) {
        return hashes.stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining());
    }

    /** Whether the checkpoint's tree begins with the one of the earlier size and this root. Says nothing of signatures. */
    public boolean provesFrom(Hash oldRoot) {
        Checkpoint later = Checkpoint.of(checkpoint.text());
        return Tree.extendsTree(old, oldRoot, later.size(), later.root(), path);
    }

    /** The proof as it is sent and kept. */
    @Override
    public String toString() {
        return OLD + old + "\n" + lines(path) + "\n" + checkpoint;
    }
}
