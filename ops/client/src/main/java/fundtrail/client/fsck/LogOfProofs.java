package fundtrail.client.fsck;

import fundtrail.client.LedgerApi;
import fundtrail.client.ProblemAnswer;
import fundtrail.client.fsck.Difference.Found;
import fundtrail.client.fsck.Difference.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;

/** The log of proofs (C2SP tlog-tiles): every entry, every tile worked out from the entries, and the root they lead to. */
final class LogOfProofs {
    private static final int WIDTH = 256;
    private static final int HASH = 32;

    private final LedgerApi api;
    private final String token;
    private final SignedCheckpoint checkpoint;
    private long tiles;
    private long unseen;

    LogOfProofs(LedgerApi api, String token, SignedCheckpoint checkpoint) {
        this.api = api;
        this.token = token;
        this.checkpoint = checkpoint;
    }

    /** How many entries so far are not for these eyes: of those, hashes alone were looked at. */
    long unseen() {
        return unseen;
    }

    /**
     * Hands over every entry that is shown with its position, each after its hash was found in its tile.
     *
     * @return how many tiles were compared
     * @throws Found at the first leaf, tile or root that is another
     */
    long walk(BiConsumer<Long, byte[]> taking) {
        var tree = new GrowingTiles(this::compare);
        for (long first = 0; first < checkpoint.size(); first += WIDTH) {
            int width = (int) Math.min(WIDTH, checkpoint.size() - first);
            String path = path(first / WIDTH, width);
            List<Optional<byte[]>> entries = entries(path, first, width);
            byte[] hashes = api.bytes("/tile/0/" + path, Map.of(), token);
            for (int i = 0; i < width; i++) {
                String found = hex(hashes, i);
                if (entries.get(i).isEmpty()) {
                    unseen++;
                    tree.add(HexFormat.of().parseHex(found));
                    continue;
                }
                byte[] leaf = tree.leaf(entries.get(i).get());
                if (!found.equals(HexFormat.of().formatHex(leaf))) {
                    throw new Found(Kind.LEAF, first + i, "/tile/0/" + path, found, HexFormat.of().formatHex(leaf));
                }
                tree.add(leaf);
                taking.accept(first + i, entries.get(i).get());
            }
        }
        byte[] root = tree.root();
        if (!Arrays.equals(root, checkpoint.root())) {
            throw new Found(Kind.ROOT, checkpoint.size() - 1, "/checkpoint", HexFormat.of().formatHex(checkpoint.root()),
                    HexFormat.of().formatHex(root));
        }
        return tiles;
    }

    /** Those of a bundle; where some of it are for other eyes, each that is for these. */
    private List<Optional<byte[]>> entries(String path, long first, int width) {
        String address = "/tile/entries/" + path;
        Optional<byte[]> whole = shown(address, Map.of());
        return whole.isPresent() ? entries(address, ByteBuffer.wrap(whole.get()), first, width)
                : LongStream.range(first, first + width)
                        .mapToObj(position -> shown("/api/facts/" + position + "/entry", Map.of("effective", "9999-12-31")))
                        .toList();
    }

    private Optional<byte[]> shown(String address, Map<String, String> parameters) {
        try {
            return Optional.of(api.bytes(address, parameters, token));
        } catch (ProblemAnswer problem) {
            if (problem.is("UNKNOWN")) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    private static List<Optional<byte[]>> entries(String address, ByteBuffer bundle, long first, int width) {
        List<Optional<byte[]>> entries = new ArrayList<>();
        while (bundle.remaining() >= Short.BYTES) {
            int length = Short.toUnsignedInt(bundle.getShort());
            if (length > bundle.remaining()) {
                break;
            }
            byte[] entry = new byte[length];
            bundle.get(entry);
            entries.add(Optional.of(entry));
        }
        if (bundle.hasRemaining() || entries.size() != width) {
            throw new Found(Kind.LEAF, first + entries.size(), address, entries.size(), width);
        }
        return entries;
    }

    private void compare(int level, long n, List<byte[]> hashes) {
        tiles++;
        String address = "/tile/" + level + "/" + path(n, hashes.size());
        byte[] served = api.bytes(address, Map.of(), token);
        for (int i = 0; i < hashes.size(); i++) {
            String derived = HexFormat.of().formatHex(hashes.get(i));
            if (!hex(served, i).equals(derived)) {
                long span = 1L << 8 * level;
                throw new Found(Kind.TILE, (n * WIDTH + i) * span, address + " #" + i, hex(served, i), derived);
            }
        }
        if (served.length != hashes.size() * HASH) {
            throw new Found(Kind.TILE, -1, address, served.length, hashes.size() * HASH);
        }
    }

    private static String hex(byte[] hashes, int i) {
        return hashes.length < (i + 1) * HASH ? "" : HexFormat.of().formatHex(hashes, i * HASH, (i + 1) * HASH);
    }

    /** Its number in groups of three digits, all but the last with an x before. */
    static String path(long n, int width) {
        StringBuilder path = new StringBuilder("%03d".formatted(n % 1000));
        for (long rest = n / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return width == WIDTH ? path.toString() : path + ".p/" + width;
    }

    /** A note as text. */
    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
