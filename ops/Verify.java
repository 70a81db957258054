import java.io.*;
import java.net.*;
import java.net.http.*;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.security.*;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.*;
import java.util.regex.*;
import java.util.zip.*;

/**
 * Checks a Fundtrail ledger, or an evidence pack of one, and believes neither. A JDK of version 17 or later is all it needs, and
 * it shares no code with what it checks; read it before you run it.
 *
 *   java Verify.java https://ledger.example:8444 --key VERIFIER-KEY [--since FILE] [--keep FILE] [--token FILE]
 *   java Verify.java pack.zip                    --key VERIFIER-KEY [--since FILE]
 *
 *   --key    the key you were given when the ledger began, or were told by somebody you trust; may be given several times
 *   --since  a checkpoint you kept: what is checked must begin with the very facts that one covers. Its first three lines alone
 *            (name, size, root) will do, as a witness has them; without a signature they are believed because you kept them
 *   --keep   writes the checkpoint that was checked, and beside it (FILE.hashes) the hash of every fact, so that the next time
 *            a changed fact can be named
 *   --token  a file with an auditor's token, or FUNDTRAIL_TOKEN; without one, hashes alone are checked and no entry is read
 *
 * Of a ledger: the checkpoint's signature; the bytes of every fact against its hash, position and time; that the lines of every
 * fact balance per division, budget year, fund source and book, and so do their totals; the control total of every batch;
 * that the hashes give the signed root, and those you kept. Of a pack (a zip of checkpoint, manifest.json, cover.html, perhaps
 * consistency, facts/N.json and facts/N.tlog-proof, each once and nothing else): every file's SHA-256, every proof, every line,
 * and what the manifest says of them. What the log cannot prove of a pack, its cover and the question it answers, is as it was
 * handed out where the SHA-256 that is printed stands in a fact AuditExtractIssued of the ledger.
 *
 * Ends with 0 and PASS; 1 and FAIL, after every fault found; 2 where it could not be asked or checked; 3 and PASS for so many of
 * so many facts, where the token may not read all: the hashes of the others alone were held against the root.
 */
public class Verify {
    static final String USAGE = "usage: java Verify.java PACK|URL --key VERIFIER-KEY [--since FILE] [--keep FILE] [--token FILE]";
    static final Pattern AMOUNT = Pattern.compile("-?[0-9]+\\.[0-9]{2}"), KEY = Pattern.compile("([^+\\s]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]+={0,2})"),
            NOTE = Pattern.compile("([^\\n]+)\\n(0|[1-9][0-9]{0,17})\\n([A-Za-z0-9+/]{43}=)\\n(\\n(?:— [^\\n]+\\n)+)?"),
            PACKED = Pattern.compile("checkpoint|consistency|cover\\.html|manifest\\.json|facts/[0-9]{12}\\.(json|tlog-proof)");
    /** What a manifest says; withheld and referral of a referred case alone. */
    static final Set<String> SAID = Set.of("format", "ledger", "origin", "purpose", "verifierKey", "query", "knownPosition", "knownAt", "effective",
            "checkpoint", "referral", "facts", "positions", "withheld", "totals", "files");
    static final byte[] LEAF = {0}, NODE = {1};
    static final int WIDTH = 256, AT_ONCE = 8, MOST_FAULTS = 20, DEEPEST = 64, LARGEST_FACT = 1 << 16, LARGEST = 1 << 26, LARGEST_PACK = 1 << 30;
    static final List<String> faults = new ArrayList<>();
    /** How many facts were to be read, and how many were. */
    static long all, read, unpacked;

    record Key(String text, String name, byte[] id, PublicKey signs) {}
    record Checkpoint(String note, String origin, long size, byte[] root, List<String> signers) {}
    /** What one bundle of entries amounts to; sums are debit and credit by division, year, source and book. */
    static final class Part {
        final List<String> faults = new ArrayList<>();
        final Map<String, long[]> totals = new HashMap<>();
        final Map<String, Long> batches = new HashMap<>();
        byte[] hashes;
        String firstTime = "", time = "";
        int read;
    }

    public static void main(String[] arguments) throws Exception {
        List<Key> keys = new ArrayList<>();
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String option = arguments[i].startsWith("--") ? arguments[i++] : "";
            if (!Set.of("", "--key", "--since", "--keep", "--token").contains(option)) refuse("There is no option " + option + ". " + USAGE);
            if (i == arguments.length || arguments[i].startsWith("--")) refuse("Nothing stands after " + option + ". " + USAGE);
            try {
                if (option.equals("--key")) keys.add(key(arguments[i]));
            } catch (IllegalArgumentException none) {
                refuse(none.getMessage());
            }
            if (!option.equals("--key") && given.put(option, arguments[i]) != null) refuse("Only one can be meant: " + arguments[i] + " or one before it. " + USAGE);
        }
        String what = given.get(""), since = given.get("--since"), keep = given.get("--keep"), token = System.getenv("FUNDTRAIL_TOKEN");
        if (what == null || keys.isEmpty()) refuse(USAGE);
        boolean served = what.matches("https?://.*");
        if (keep != null && !served) refuse("--keep is for a ledger: a pack has not the hash of every fact.");
        if (keep != null && !Files.isDirectory(Path.of(keep).toAbsolutePath().getParent())) refuse("There is no folder to keep " + keep + " in. Make it first.");
        if (given.containsKey("--token") && !Files.isReadable(Path.of(given.get("--token")))) refuse("There is no token to read in " + given.get("--token") + ".");
        if (given.containsKey("--token")) token = Files.readString(Path.of(given.get("--token"))).strip();
        if (token != null && token.isEmpty()) token = null;
        Checkpoint kept = since == null ? null : kept(since, keys);
        String unable = null;
        try {
            if (served) ledger(what.replaceAll("/+$", ""), keys, kept, since, keep, token);
            else pack(what, keys, kept, since);
        } catch (Exception | OutOfMemoryError thrown) {
            Throwable cause = thrown instanceof ExecutionException ? thrown.getCause() : thrown;
            if (cause instanceof RuntimeException) faults.add("it is not of the form that it must have: " + cause.getMessage());
            else unable = (cause instanceof ConnectException ? "nobody answers at " + what : cause instanceof OutOfMemoryError ? "give it more memory with java -Xmx4g …" : cause.getMessage())
                    + (cause instanceof javax.net.ssl.SSLException ? ". An authority of the ledger's own is believed with java -Djavax.net.ssl.trustStore=FILE …" : "");
        }
        faults.stream().limit(MOST_FAULTS).forEach(Verify::say);
        if (unable != null) System.err.println("could not be checked: " + unable);
        if (unable != null && faults.isEmpty()) System.exit(2);
        boolean some = token != null && read < all;
        if (some) say(all - read + " facts were held against the signed root by their hashes alone: this token may not read all of the bundles their bytes"
                + " are served in, so their lines are not among those above, and the control totals of batches were not compared");
        say(!faults.isEmpty() ? "FAIL: " + faults.size() + " faults" : some ? "PASS for " + read + " of " + all + " facts"
                : read < all ? "PASS for the hashes of " + all + " facts; without a token none was read" : "PASS");
        System.exit(!faults.isEmpty() ? 1 : some ? 3 : 0);
    }

    static void refuse(String why) {
        System.err.println(why);
        System.exit(2);
    }

    /** What is said may hold words of what is checked: they begin no line of their own. */
    static void say(String text) {
        System.out.println(text.replaceAll("\\p{Cntrl}", "?"));
    }

    // ---- a ledger ----

    static void ledger(String url, List<Key> keys, Checkpoint kept, String since, String keep, String token) throws Exception {
        Checkpoint head = checkpoint(text(get(url + "/checkpoint", null)), keys, "the ledger's checkpoint", faults);
        if (kept != null && kept.size() > head.size())
            faults.add("facts " + head.size() + " to " + (kept.size() - 1) + " are gone: the checkpoint kept in " + since + " covers them,"
                    + " the ledger's newest does not. An older state was put in the place of a newer one.");
        byte[] keptHashes = since != null && Files.exists(Path.of(since + ".hashes")) ? Files.readAllBytes(Path.of(since + ".hashes")) : null;
        all = head.size();
        say(told(head, all + " facts" + (token == null ? ", by their hashes alone: no token was given" : "")));

        ByteBuffer hashes = ByteBuffer.allocate(Math.toIntExact(32 * head.size()));
        Map<String, long[]> totals = new TreeMap<>();
        Map<String, Long> batches = new HashMap<>();
        String time = "";
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        Deque<Future<Part>> under = new ArrayDeque<>();
        for (long first = 0, asked = 0; first < head.size(); first += WIDTH) {
            for (; asked < head.size() && under.size() < AT_ONCE; asked += WIDTH) {
                long from = asked;
                under.add(pool.submit(() -> part(url, from, (int) Math.min(WIDTH, head.size() - from), token)));
            }
            Part part = under.remove().get();
            faults.addAll(part.faults);
            hashes.put(part.hashes);
            read += part.read;
            part.totals.forEach((group, sides) -> add(totals, group, sides[0], sides[1]));
            part.batches.forEach((batch, amount) -> batches.merge(batch, amount, Math::addExact));
            if (part.firstTime.isEmpty()) continue; // nothing of it was read
            if (part.firstTime.compareTo(time) < 0) faults.add("fact " + first + " was recorded at " + part.firstTime + ", before the one before it");
            time = part.time;
        }
        if (read == all) batches.forEach((batch, off) -> {
            if (off != 0) faults.add("batch " + batch + ": its rows differ from its control total by " + yuan(off));
        });
        totals.forEach((group, sides) -> {
            if (sides[0] != sides[1]) faults.add("in all, " + group + " has debit " + yuan(sides[0]) + " and credit " + yuan(sides[1]));
            say("  %-32s %20s %20s".formatted(group, yuan(sides[0]), yuan(sides[1])));
        });
        if (!Arrays.equals(root(hashes.array(), 0, head.size()), head.root()))
            faults.add("the facts do not give the root that was signed over " + head.size() + " of them");
        if (kept != null) compare(kept, hashes.array(), Math.min(kept.size(), head.size()), keptHashes, since);
        if (keep != null && faults.isEmpty()) {
            Map<String, byte[]> files = Map.of(keep, head.note().getBytes(StandardCharsets.UTF_8), keep + ".hashes", hashes.array());
            for (String file : files.keySet())
                Files.move(Files.write(Path.of(file + ".unfinished"), files.get(file)), Path.of(file), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Whether the first facts are those that a checkpoint kept outside covers; which are not, where their hashes were kept. */
    static void compare(Checkpoint kept, byte[] hashes, long common, byte[] keptHashes, String since) {
        if (keptHashes != null && (keptHashes.length != 32 * kept.size() || !Arrays.equals(root(keptHashes, 0, kept.size()), kept.root()))) {
            faults.add(since + ".hashes are not those the checkpoint beside them covers: they were changed after they were kept");
            return;
        }
        int before = faults.size();
        for (long i = 0; keptHashes != null && i < common; i++) {
            int at = (int) (32 * i);
            if (!Arrays.equals(hashes, at, at + 32, keptHashes, at, at + 32))
                faults.add("fact " + i + " is another than the one whose hash was kept beside " + since);
        }
        if (common == kept.size() && !Arrays.equals(root(hashes, 0, common), kept.root()))
            faults.add("the first " + common + " facts are not those of the checkpoint kept in " + since + ": the log was rewritten");
        else if (faults.size() == before && (keptHashes != null || common == kept.size()))
            say("the first " + common + " facts are those of the checkpoint kept in " + since);
    }

    /** One bundle of up to 256 entries, against the hashes that are served beside it. */
    static Part part(String url, long first, int width, String token) throws IOException, InterruptedException {
        String path = path(first / WIDTH) + (width == WIDTH ? "" : ".p/" + width), these = "facts " + first + " to " + (first + width - 1);
        Part part = new Part();
        part.hashes = new byte[32 * width];
        List<String> wrong = part.faults;
        byte[] tile = null;
        try {
            tile = get(url + "/tile/0/" + path, null);
            if (tile.length != 32 * width) throw new IOException(tile.length + " bytes instead of " + 32 * width);
            System.arraycopy(tile, 0, part.hashes, 0, tile.length);
        } catch (IOException torn) {
            wrong.add("the hashes of " + these + " are not served: " + torn.getMessage());
            tile = null;
        }
        if (token == null) return part;
        List<byte[]> entries = new ArrayList<>();
        ByteBuffer bundle;
        try {
            bundle = ByteBuffer.wrap(get(url + "/tile/entries/" + path, token));
        } catch (FileNotFoundException notForThisToken) {
            return part;
        }
        while (bundle.hasRemaining()) {
            int length = bundle.remaining() < 2 ? LARGEST_FACT : bundle.getShort() & 0xFFFF;
            if (bundle.remaining() < length || entries.size() == width) {
                wrong.add("what is served as " + these + " is more than they are, or ends within one");
                break;
            }
            byte[] entry = new byte[length];
            bundle.get(entry);
            entries.add(entry);
        }
        part.read = width;
        int next = 0;
        for (long position = first; position < first + width; position++) {
            Map<?, ?> fact = next < entries.size() ? json(entries.get(next), "fact " + position, wrong) : null;
            boolean some = entries.size() < width; // where facts are missing, those there are say themselves where they belong
            if (next >= entries.size() || some && fact != null && fact.get("position") instanceof Long says && says != position) {
                wrong.add("fact " + position + " is missing: the checkpoint covers it, the ledger does not have it");
                continue;
            }
            byte[] hash = sha256(LEAF, entries.get(next++));
            int at = 32 * (int) (position - first);
            if (tile != null && !Arrays.equals(hash, 0, 32, tile, at, at + 32))
                wrong.add("fact " + position + " is not the one that was sealed there: its bytes do not give its hash" + described(fact));
            System.arraycopy(hash, 0, part.hashes, at, 32);
            if (fact == null) continue;
            try {
                String recorded = the(fact, "recordedAt", String.class);
                if (recorded.compareTo(part.time) < 0) wrong.add("fact " + position + " was recorded at " + recorded + ", before the one before it");
                part.time = recorded;
                part.firstTime = part.firstTime.isEmpty() ? recorded : part.firstTime;
                money(fact, position, wrong, part.totals, null);
                batch(the(fact, "type", String.class), the(fact, "body", Map.class), part.batches);
            } catch (RuntimeException torn) {
                wrong.add("fact " + position + " is not of the form that a fact has: " + torn.getMessage());
            }
        }
        return part;
    }

    static String described(Map<?, ?> fact) {
        return fact == null ? "" : " (it reads as " + fact.get("type") + " of " + fact.get("effectiveDate") + " by " + fact.get("actor") + ")";
    }

    /** A fact is at its place and its lines balance; what they amount to, with and (where wanted) by account. */
    static void money(Map<?, ?> fact, long position, List<String> wrong, Map<String, long[]> totals, Map<String, long[]> byAccount) {
        if (the(fact, "position", Long.class) != position)
            wrong.add("fact " + position + " says that its position is " + fact.get("position") + ": it was moved or put in" + described(fact));
        Map<String, long[]> own = new HashMap<>();
        for (Object each : the(fact, "lines", List.class)) {
            Map<?, ?> line = (Map<?, ?>) each;
            long amount = fen(line.get("amount"));
            boolean debit = the(line, "side", String.class).equals("D");
            if (!debit && !line.get("side").equals("C")) throw new IllegalArgumentException("a line is on neither side");
            add(own, group(line, false), debit ? amount : 0, debit ? 0 : amount);
            if (byAccount != null) add(byAccount, group(line, true), debit ? amount : 0, debit ? 0 : amount);
        }
        own.forEach((group, sides) -> {
            if (sides[0] != sides[1]) wrong.add("fact " + position + " does not balance: " + group + " has debit " + yuan(sides[0]) + " and credit " + yuan(sides[1]));
            add(totals, group, sides[0], sides[1]);
        });
    }

    /** What a batch's control total has more than its rows. */
    static void batch(String type, Map<?, ?> body, Map<String, Long> batches) {
        if (type.equals("DisbursementBatchApproved")) batches.merge(the(body, "batch", String.class), fen(body.get("controlTotal")), Math::addExact);
        if (type.equals("DisbursementBatchApprovedRows"))
            for (Object row : the(body, "rows", List.class)) batches.merge(the(body, "batch", String.class), -fen(((Map<?, ?>) row).get("amount")), Math::addExact);
    }

    static String group(Map<?, ?> of, boolean withAccount) {
        return the(of, "division", String.class) + " " + the(of, "budgetYear", Long.class) + " " + the(of, "fundSource", String.class) + " "
                + the(of, "book", String.class) + (withAccount ? " " + the(of, "account", String.class) : "");
    }

    static void add(Map<String, long[]> totals, String group, long debit, long credit) {
        long[] sides = totals.computeIfAbsent(group, none -> new long[2]);
        sides[0] = Math.addExact(sides[0], debit);
        sides[1] = Math.addExact(sides[1], credit);
    }

    // ---- a pack ----

    static void pack(String file, List<Key> keys, Checkpoint kept, String since) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file); ZipInputStream in = new ZipInputStream(new BufferedInputStream(new FileInputStream(file)))) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                if (!PACKED.matcher(each.getName()).matches()) faults.add(each.getName() + " is no file that belongs into a pack");
                if (files.put(each.getName(), unpacked(in, each)) != null) faults.add(each.getName() + " is in the pack twice");
            }
            boolean same = zip.size() == files.size(); // some programs go by the list at the end of a zip
            for (ZipEntry each : zip.stream().toList()) same &= Arrays.equals(unpacked(zip.getInputStream(each), each), files.get(each.getName()));
            if (!same) faults.add("by the list at its end the pack has other files than from its beginning on");
            for (String name : List.of("checkpoint", "manifest.json")) if (!files.containsKey(name)) throw new IllegalArgumentException("the pack has no " + name);
        } catch (EOFException | ZipException torn) {
            if (files.isEmpty() && unpacked == 0) throw torn;
            throw new IllegalArgumentException("the pack cannot be unpacked: " + torn.getMessage());
        }
        Checkpoint head = checkpoint(text(files.get("checkpoint")), keys, "the pack's checkpoint", faults);
        Map<?, ?> manifest = json(files.get("manifest.json"), "the manifest", faults);
        Map<String, long[]> sums = new TreeMap<>();
        List<Long> positions = new ArrayList<>();
        for (String name : files.keySet()) {
            if (name.matches("facts/[0-9]{12}\\.json")) {
                positions.add(Long.valueOf(name.substring(6, 18)));
                fact(files.get(name), files.get(name.replace(".json", ".tlog-proof")), positions.get(positions.size() - 1), head, manifest == null ? Map.of() : manifest, sums);
            } else if (name.startsWith("facts/") && !files.containsKey(name.replace(".tlog-proof", ".json"))) {
                faults.add(name + " proves a fact that is not there");
            }
        }
        say(told(head, positions.size() + " of " + head.size() + " facts"));
        sums.forEach((group, sides) -> say("  %-48s %20s %20s".formatted(group, yuan(sides[0]), yuan(sides[1]))));
        if (manifest != null) manifest(manifest, files, head, positions, sums);
        if (kept != null) extended(kept, head, files.get("consistency"), since);
        else if (files.containsKey("consistency")) say("this pack carries a proof that its log goes on from an earlier checkpoint: it is checked with that one, by --since");
        say("the SHA-256 of this pack is " + HexFormat.of().formatHex(sha256(Files.readAllBytes(Path.of(file)))) + ". Its cover and the question it answers"
                + " are proved by that alone: it is the file that was handed out if a fact AuditExtractIssued of the ledger names it");
    }

    /** A file of a zip, which is no larger than such a file is. */
    static byte[] unpacked(InputStream in, ZipEntry entry) throws IOException {
        int most = entry.getName().startsWith("facts/") ? LARGEST_FACT : LARGEST;
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most || (unpacked += bytes.length) > LARGEST_PACK) throw new IllegalArgumentException(entry.getName() + " is larger than a pack's is");
        return bytes;
    }

    /** What a manifest says, against what is there. */
    static void manifest(Map<?, ?> manifest, Map<String, byte[]> files, Checkpoint head, List<Long> positions, Map<String, long[]> sums) throws GeneralSecurityException {
        Set<String> listed = new HashSet<>(Set.of("manifest.json"));
        for (Object each : the(manifest, "files", List.class)) {
            Map<?, ?> said = (Map<?, ?>) each;
            String name = the(said, "name", String.class);
            if (!listed.add(name)) faults.add(name + " is listed in the manifest twice");
            if (!files.containsKey(name)) faults.add(name + " is listed in the manifest and is not in the pack");
            else if (!HexFormat.of().formatHex(sha256(files.get(name))).equals(said.get("sha256")) || the(said, "bytes", Long.class) != files.get(name).length)
                faults.add(name + " is not the file the manifest lists: its SHA-256 or length is another");
        }
        for (String name : files.keySet()) if (!listed.contains(name)) faults.add(name + " is in the pack and not in its manifest");
        if (!SAID.containsAll(manifest.keySet())) faults.add("the manifest says more than a manifest does: " + manifest.keySet());
        same(manifest, "format", "fundtrail-evidence/1");
        same(manifest, "origin", head.origin());
        same(the(manifest, "checkpoint", Map.class), "size", head.size());
        same(the(manifest, "checkpoint", Map.class), "root", Base64.getEncoder().encodeToString(head.root()));
        same(manifest, "facts", (long) positions.size());
        same(manifest, "positions", positions);
        long known = the(manifest, "knownPosition", Long.class);
        if (known >= head.size() || !positions.isEmpty() && positions.get(positions.size() - 1) > known)
            faults.add("the manifest says knownPosition " + known + ", which the checkpoint does not cover or facts of the pack lie behind");
        String key = the(manifest, "verifierKey", String.class);
        if (!head.signers().contains(key) && checkpoint(head.note(), List.of(key(key)), "it", new ArrayList<>()).signers().isEmpty())
            faults.add("the manifest names a key that did not sign the checkpoint: " + key);
        for (Object each : the(manifest, "totals", List.class)) {
            String group = group((Map<?, ?>) each, true);
            if (!Arrays.equals(sums.remove(group), new long[] {fen(((Map<?, ?>) each).get("debit")), fen(((Map<?, ?>) each).get("credit"))}))
                faults.add("the manifest's total of " + group + " is not what the pack's facts amount to");
        }
        sums.keySet().forEach(group -> faults.add("the manifest has no total of " + group));
    }

    static void same(Map<?, ?> manifest, String name, Object found) {
        String said = manifest.get(name) + "";
        if (!found.equals(manifest.get(name)))
            faults.add("the manifest says " + name + " " + said.substring(0, Math.min(80, said.length())) + ", and that is not what is in the pack");
    }

    /** Whether the pack's log goes on from a checkpoint kept outside, by the proof in the pack: "old", its size, and hashes, a line each. */
    static void extended(Checkpoint kept, Checkpoint head, byte[] proof, String since) {
        List<String> lines = proof == null ? List.of("") : text(proof).lines().takeWhile(line -> !line.isEmpty()).toList();
        if (kept.size() > head.size()) {
            faults.add("the checkpoint kept in " + since + " is newer than the pack's: ask for a new pack");
        } else if (kept.size() < head.size() && !lines.get(0).equals("old " + kept.size())) {
            faults.add("whether this log goes on from the checkpoint kept in " + since + " cannot be checked: the pack has no proof from that one's "
                    + kept.size() + " facts. Ask for a pack with ops/evidence --since " + since);
        } else {
            Deque<byte[]> path = new ArrayDeque<>();
            if (Long.bitCount(kept.size()) == 1 || kept.size() == head.size()) path.add(kept.root());
            lines.stream().skip(1).map(Base64.getDecoder()::decode).forEach(path::add);
            int shift = Long.numberOfTrailingZeros(kept.size());
            byte[][] roots = path.isEmpty() ? null
                    : kept.size() == head.size() ? new byte[][] {kept.root(), kept.root()}
                    : climb(path.remove(), kept.size() - 1 >> shift, head.size() - 1 >> shift, path);
            if (!kept.origin().equals(head.origin()) || roots == null || !Arrays.equals(roots[0], kept.root()) || !Arrays.equals(roots[1], head.root()))
                faults.add("this log does not go on from the checkpoint kept in " + since + ": it was rewritten, or the proof was changed");
            else say("this log goes on from the checkpoint of " + kept.size() + " facts kept in " + since);
        }
    }

    /** A fact's bytes, its proof, its lines, and what the manifest says of the ledger where the fact tells it. */
    static void fact(byte[] entry, byte[] proof, long position, Checkpoint head, Map<?, ?> manifest, Map<String, long[]> sums) {
        Map<?, ?> fact = json(entry, "fact " + position, faults);
        try {
            String[] halves = text(proof).split("\n\n", 2);
            List<String> lines = halves[0].lines().toList();
            List<byte[]> path = lines.subList(2, lines.size()).stream().map(Base64.getDecoder()::decode).toList();
            byte[][] roots = position < head.size() ? climb(sha256(LEAF, entry), position, head.size() - 1, path) : null;
            if (!lines.get(0).equals("c2sp.org/tlog-proof@v1") || !lines.get(1).equals("index " + position) || !halves[1].equals(head.note())
                    || roots == null || !Arrays.equals(roots[1], head.root())) throw new IllegalArgumentException("they do not give the checkpoint's root");
        } catch (RuntimeException torn) {
            faults.add("fact " + position + " is not proved to be in the log: " + (proof == null ? "it has no proof" : "its bytes or its proof were changed") + described(fact));
        }
        if (fact == null) return;
        try {
            money(fact, position, faults, new HashMap<>(), sums);
            if (the(fact, "effectiveDate", String.class).compareTo(the(manifest, "effective", String.class)) > 0)
                faults.add("the manifest says effective " + manifest.get("effective") + ", and fact " + position + " counts from " + fact.get("effectiveDate") + " on");
            if (manifest.get("knownPosition").equals(position)) same(manifest, "knownAt", fact.get("recordedAt"));
            if (!fact.get("type").equals("LedgerOpened")) return;
            same(manifest, "ledger", the(fact, "body", Map.class).get("ledgerId"));
            same(manifest, "purpose", the(fact, "body", Map.class).get("purpose"));
        } catch (RuntimeException torn) {
            faults.add("fact " + position + " is not of the form that a fact has, or the manifest not of a manifest's: " + torn.getMessage());
        }
    }

    // ---- notes, hashes, JSON ----

    static Key key(String text) throws GeneralSecurityException {
        Matcher parts = KEY.matcher(text);
        byte[] typed = parts.matches() ? Base64.getDecoder().decode(parts.group(3)) : LEAF;
        byte[] id = parts.matches() ? sha256((parts.group(1) + "\n").getBytes(StandardCharsets.UTF_8), typed) : LEAF;
        if (typed.length != 33 || typed[0] != 1 || !HexFormat.of().formatHex(id, 0, 4).equals(parts.group(2)))
            throw new IllegalArgumentException("\"" + text + "\" is no verifier key of a ledger. One is name+id+base64, as it was printed when the ledger began; a letter may be lost, or it is a witness's.");
        byte[] x509 = ByteBuffer.allocate(44).put(HexFormat.of().parseHex("302a300506032b6570032100")).put(typed, 1, 32).array();
        return new Key(text, parts.group(1), Arrays.copyOf(id, 4), KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
    }

    /** A checkpoint, and which of the keys have signed it (C2SP signed-note, tlog-checkpoint). */
    static Checkpoint checkpoint(String note, List<Key> keys, String what, List<String> wrong) throws GeneralSecurityException {
        Matcher parts = NOTE.matcher(note);
        if (!parts.matches()) throw new IllegalArgumentException(what + " is no checkpoint: name, size and root, an empty line, signatures");
        String signatures = parts.group(4) == null ? "" : parts.group(4).strip();
        List<String> signers = new ArrayList<>();
        int before = wrong.size();
        for (String line : signatures.split("\n")) {
            for (Key key : keys) {
                if (!line.startsWith("— " + key.name() + " ") || !key.name().equals(parts.group(1))) continue;
                byte[] both = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
                if (both.length != 68 || !Arrays.equals(both, 0, 4, key.id(), 0, 4)) continue;
                Signature check = Signature.getInstance("Ed25519");
                check.initVerify(key.signs());
                check.update(note.substring(0, parts.end(3) + 1).getBytes(StandardCharsets.UTF_8));
                if (check.verify(both, 4, 64)) signers.add(key.text());
                else wrong.add(what + " bears a false signature of " + key.text() + ": it was changed after it was signed");
            }
        }
        if (wrong.size() == before && signers.isEmpty())
            wrong.add(what + " is not signed with a key you gave: somebody else signed it, or the key was changed. Its signatures: " + signatures.replace("\n", "; "));
        return new Checkpoint(note, parts.group(1), Long.parseLong(parts.group(2)), Base64.getDecoder().decode(parts.group(3)), signers);
    }

    /** A checkpoint that was kept outside; its line ends may be of another system, and it may be without signatures. */
    static Checkpoint kept(String since, List<Key> keys) throws GeneralSecurityException {
        List<String> wrong = new ArrayList<>();
        Checkpoint kept = null;
        try {
            kept = checkpoint(Files.readString(Path.of(since)).replace("\r\n", "\n").strip() + "\n", keys, since, wrong);
        } catch (IllegalArgumentException none) {
            refuse(none.getMessage());
        } catch (IOException unreadable) {
            refuse("There is no checkpoint to read in " + since + ". Name the file that --keep wrote, or one in which you kept a checkpoint.");
        }
        if (!kept.note().contains("\n\n")) say(since + " bears no signature: it is believed because you kept it");
        else if (!wrong.isEmpty()) refuse(wrong.get(0) + ". Give the key that it was signed with as well, or another checkpoint.");
        if (kept.size() == 0) refuse(since + " covers no fact.");
        return kept;
    }

    static String told(Checkpoint head, String what) {
        return head.origin() + ": " + what + ", root " + Base64.getEncoder().encodeToString(head.root()) + ", signed with " + String.join(" and ", head.signers());
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) digest.update(part);
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 6962, 2.1, over the hashes of leaves one after another. */
    static byte[] root(byte[] leaves, long from, long count) {
        if (count == 0) return sha256();
        if (count == 1) return Arrays.copyOfRange(leaves, (int) (32 * from), (int) (32 * from + 32));
        long left = Long.highestOneBit(count - 1);
        return sha256(NODE, root(leaves, from, left), root(leaves, from + left, count - left));
    }

    /** The roots a path gives from a node upward: of the tree that ends with it, and of the whole one (RFC 9162, 2.1.3.2, 2.1.4.2); null where it does not fit. */
    static byte[][] climb(byte[] node, long at, long last, Collection<byte[]> path) {
        byte[] ending = node, whole = node;
        for (byte[] next : path) {
            if (last == 0) return null;
            boolean right = at % 2 == 1 || at == last;
            if (right) ending = sha256(NODE, next, ending);
            whole = right ? sha256(NODE, next, whole) : sha256(NODE, whole, next);
            if (right) for (; at % 2 == 0 && at != 0; last >>= 1) at >>= 1;
            at >>= 1;
            last >>= 1;
        }
        return last == 0 ? new byte[][] {ending, whole} : null;
    }

    /** A tile's number in groups of three digits, all but the last with an x before them. */
    static String path(long n) {
        String path = "%03d".formatted(n % 1000);
        for (long rest = n / 1000; rest > 0; rest /= 1000) path = "x%03d/".formatted(rest % 1000) + path;
        return path;
    }

    static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)).build();

    static byte[] get(String url, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60));
        if (token != null) request.header("Authorization", "Bearer " + token);
        HttpResponse<InputStream> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = answer.body()) {
            byte[] body = in.readNBytes(LARGEST);
            if (answer.statusCode() == 404 || answer.statusCode() == 403) throw new FileNotFoundException(url + " is answered " + answer.statusCode() + " " + text(body));
            if (answer.statusCode() != 200) throw new IOException(url + " is answered " + answer.statusCode() + " " + text(body));
            return body;
        }
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Whole fen of a decimal string of yuan. */
    static long fen(Object yuan) {
        if (!(yuan instanceof String text) || !AMOUNT.matcher(text).matches()) throw new IllegalArgumentException(yuan + " is no amount");
        return Long.parseLong(text.replace(".", ""));
    }

    static String yuan(long fen) {
        return java.math.BigDecimal.valueOf(fen, 2).toPlainString();
    }

    /** A member that must be there and be of this kind. */
    static <T> T the(Map<?, ?> of, String name, Class<T> kind) {
        if (!kind.isInstance(of.get(name))) throw new IllegalArgumentException("\"" + name + "\" is missing or of another kind");
        return kind.cast(of.get(name));
    }

    static Map<?, ?> json(byte[] bytes, String what, List<String> wrong) {
        try {
            Json json = new Json(new String(bytes, StandardCharsets.ISO_8859_1)); // a byte a character: what is compared and said here is ASCII
            Map<?, ?> object = (Map<?, ?>) json.value();
            if (json.at != json.text.stripTrailing().length()) throw new IllegalArgumentException("something follows at " + json.at);
            return object;
        } catch (RuntimeException e) {
            wrong.add(what + " is no JSON object: " + e.getMessage());
            return null;
        }
    }

    /** RFC 8259, as far as it stands in entries: objects, arrays, strings, whole numbers, true, false, null. */
    static final class Json {
        final String text;
        final boolean plain;
        int at, depth;

        Json(String text) {
            this.text = text;
            plain = text.indexOf('\\') < 0;
        }

        Object value() {
            char c = peek();
            if (c == '"') return string();
            if (c != '{' && c != '[') {
                int from = at;
                while (at < text.length() && ",]} \n".indexOf(text.charAt(at)) < 0) at++;
                String word = text.substring(from, at);
                if (word.equals("true") || word.equals("false")) return Boolean.valueOf(word);
                return word.equals("null") ? "" : (Object) Long.valueOf(word);
            }
            if (++depth > DEEPEST) throw new IllegalArgumentException("it is nested deeper than " + DEEPEST);
            Map<String, Object> object = c == '{' ? new HashMap<>() : null;
            List<Object> array = new ArrayList<>(0);
            for (at++; peek() != (char) (c + 2); skip(',', false)) { // ] and } stand two behind [ and {
                String name = object == null ? null : string();
                if (name != null) skip(':', true);
                Object value = value();
                if (name == null) array.add(value);
                else if (object.put(name, value) != null) throw new IllegalArgumentException("\"" + name + "\" stands there twice");
            }
            at++;
            depth--;
            return object == null ? array : object;
        }

        String string() {
            skip('"', true);
            int from = at, end = text.indexOf('"', at);
            if (plain) return text.substring(from, (at = end + 1) - 1);
            StringBuilder string = new StringBuilder();
            for (; text.charAt(at) != '"'; at++) {
                char c = text.charAt(at);
                if (c == '\\' && text.charAt(++at) == 'u') c = (char) Integer.parseInt(text.substring(at + 1, (at += 4) + 1), 16);
                else if (c == '\\') c = "\"\\/\b\f\n\r\t".charAt("\"\\/bfnrt".indexOf(text.charAt(at)));
                string.append(c);
            }
            at++;
            return string.toString();
        }

        char peek() {
            while (text.charAt(at) == ' ' || text.charAt(at) == '\n') at++;
            return text.charAt(at);
        }

        void skip(char c, boolean must) {
            if (peek() == c) at++;
            else if (must) throw new IllegalArgumentException(c + " is missing at " + at);
        }
    }
}
