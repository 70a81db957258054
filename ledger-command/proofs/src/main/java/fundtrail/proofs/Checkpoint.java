package fundtrail.proofs;

import java.util.List;

/**
 * What a log says of itself: its name, how many leaves it has, their root (C2SP tlog-checkpoint). It has no extension lines.
 *
 * @param origin the log's name, which its key has too
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final int LINES = 3;

    public Checkpoint {
        VerifierKey.checkedName(origin);
        if (size < 0) {
            throw new IllegalArgumentException("no log has " + size + " leaves");
        }
    }

    /**
     * Reads a note's text.
     *
     * @throws IllegalArgumentException when it is no checkpoint
     */
    public static Checkpoint of(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        if (lines.size() < LINES + 1 || !lines.getLast().isEmpty() || !lines.get(1).matches("0|[1-9][0-9]{0,18}")) {
            throw new IllegalArgumentException("this is no checkpoint: origin, size and root, each on a line");
        }
        return new Checkpoint(lines.get(0), Long.parseLong(lines.get(1)), Hash.ofBase64(lines.get(2)));
    }

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }
}
