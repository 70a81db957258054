package fundtrail.proofs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of the tree as it is served: at level {@code L}, hash {@code i} of tile {@code N} is the root of the
 * {@code 256^L} leaves from {@code (256 N + i) 256^L} on (C2SP tlog-tiles).
 *
 * @param level from 0, whose hashes are the leaves'
 * @param n     its number among those of its level
 * @param width how many hashes it has: 256, or fewer where the tree ends in it
 */
public record Tile(int level, long n, int width) {
    public static final int WIDTH = 256;
    /** The heights of nodes a level spans: 256 is 2 to this. */
    public static final int HEIGHT = 8;
    /** At 8 heights a level, no more are needed for leaves counted in 63 bits. */
    public static final int HIGHEST = 7;

    private static final Pattern PATH = Pattern.compile("((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        if (level < 0 || level > HIGHEST || n < 0 || width < 1 || width > WIDTH) {
            throw new IllegalArgumentException("there is no tile " + n + " of width " + width + " at level " + level);
        }
    }

    /**
     * The tile of this level and number in a tree of this size, as wide as it is there; empty where the tree has none of
     * its hashes.
     */
    public static Optional<Tile> in(long size, int level, long n) {
        if (level > HIGHEST) {
            return Optional.empty();
        }
        long hashes = (size >> (HEIGHT * level)) - n * WIDTH;
        return hashes <= 0 ? Optional.empty() : Optional.of(new Tile(level, n, (int) Math.min(WIDTH, hashes)));
    }

    /** Reads what stands after {@code tile/<L>/} or {@code tile/entries/}: {@code x001/x234/067}, or {@code 000.p/5}. */
    public static Tile at(int level, String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            throw new IllegalArgumentException("\"" + path + "\" is no tile's path");
        }
        long n = Long.parseLong(parts.group(1).replaceAll("[x/]", ""));
        Tile tile = new Tile(level, n, parts.group(2) == null ? WIDTH : Integer.parseInt(parts.group(2)));
        if (!tile.path().equals(path)) {
            throw new IllegalArgumentException("\"" + path + "\" is not how the path of this tile is written");
        }
        return tile;
    }

    /** The inverse of {@link #at}. */
    public String path() {
        StringBuilder path = new StringBuilder("%03d".formatted(n % 1000));
        for (long rest = n / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return isFull() ? path.toString() : path.append(".p/").append(width).toString();
    }

    public boolean isFull() {
        return width == WIDTH;
    }

    /** The first of the things its hashes are of: leaves at level 0, else full tiles of the level below. */
    public long first() {
        return n * WIDTH;
    }

    /** How many leaves a tree must have so that all these hashes are in it. */
    public long leavesNeeded() {
        return Math.multiplyExact(first() + width, 1L << (HEIGHT * level));
    }

    /** The root over the hashes from one to another of a tile's bytes; their number is a power of two. */
    static Hash root(byte[] hashes, int from, int to) {
        if (to - from == 1) {
            return Hash.of(hashes, from * Hash.BYTES, to * Hash.BYTES);
        }
        int middle = (from + to) / 2;
        return Hash.node(root(hashes, from, middle), root(hashes, middle, to));
    }

    /** The root of a full tile: a hash of the level above. */
    public static Hash rootOfFull(byte[] hashes) {
        if (hashes.length != WIDTH * Hash.BYTES) {
            throw new IllegalArgumentException("a full tile has 8192 bytes, not " + hashes.length);
        }
        return root(hashes, 0, WIDTH);
    }
}
