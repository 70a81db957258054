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
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * Checks a Fundtrail ledger, or an evidence pack of one, and believes neither. A JDK of version 17 or later is all it needs, and
 * it shares no code with what it checks; read it before you run it.
 *
 *   java Verify.java https://ledger.example:8444 --key VERIFIER-KEY [--since FILE] [--keep FILE] [--token FILE]
 *   java Verify.java pack.zip                    --key VERIFIER-KEY [--since FILE]
 *
 *   --key    the key you were given when the ledger began, or were told by somebody you trust; may be given several times
 *   --since  a checkpoint you kept: what is checked must begin with the very facts that one covers
 *   --keep   writes the checkpoint that was checked, and beside it (FILE.hashes) the hash of every fact, so that the next time
 *            a changed fact can be named
 *   --token  a file with an auditor's token, or FUNDTRAIL_TOKEN; without one, hashes alone are checked and no entry is read
 *
 * Of a ledger: the checkpoint's signature; the bytes of every fact against its hash, position and time; that the lines of every
 * fact balance per division, budget year, fund source and book, and so do their totals; the control total of every batch;
 * that the hashes give the signed root, and those you kept. Of a pack (a zip of checkpoint, manifest.json, facts/N.json and
 * facts/N.tlog-proof): every file's SHA-256, every proof, every line, and the manifest's counts and totals.
 *
 * Ends with PASS and 0, or with every fault found, FAIL and 1; 2 where it could not be checked.
 */
public class Verify {
    static final Pattern AMOUNT = Pattern.compile("-?[0-9]+\\.[0-9]{2}");
    static final byte[] LEAF = {0}, NODE = {1};
    static final int WIDTH = 256, AT_ONCE = 4, MOST_FAULTS = 20;
    static final List<String> faults = new ArrayList<>();
    /** Facts in bundles that the token's owner may not read all of: their hashes alone are checked. */
    static final AtomicLong unseen = new AtomicLong();

    record Checkpoint(String origin, long size, byte[] root) {}
    record Group(String division, String budgetYear, String fundSource, String book) {}
    /** What one bundle of entries amounts to. */
    record Part(List<byte[]> hashes, List<String> faults, Map<Group, long[]> totals, Map<String, Long> batches, String firstTime, String lastTime) {}

    public static void main(String[] arguments) throws Exception {
        List<String> keys = new ArrayList<>();
        String what = null, since = null, keep = null, token = System.getenv("FUNDTRAIL_TOKEN");
        for (int i = 0; i < arguments.length && !arguments[arguments.length - 1].startsWith("--"); i++) {
            switch (arguments[i]) {
                case "--key" -> keys.add(arguments[++i]);
                case "--since" -> since = arguments[++i];
                case "--keep" -> keep = arguments[++i];
                case "--token" -> token = Files.readString(Path.of(arguments[++i])).strip();
                default -> what = arguments[i];
            }
        }
        if (what == null || keys.isEmpty()) refuse("usage: java Verify.java PACK|URL --key VERIFIER-KEY [--since FILE] [--keep FILE] [--token FILE]");
        for (String key : keys)
            if (!key.matches("[^+\\s]+\\+[0-9a-f]{8}\\+[A-Za-z0-9+/]+={0,2}"))
                refuse("\"" + key + "\" is no verifier key. One is name+id+base64, as it was printed when the ledger began.");
        if (since != null && !Files.isReadable(Path.of(since)))
            refuse("There is no checkpoint to read in " + since + ". Name the file that --keep wrote, or one in which you kept a checkpoint.");
        if (keep != null && !Files.isDirectory(Path.of(keep).toAbsolutePath().getParent())) refuse("There is no folder to keep " + keep + " in. Make it first.");
        try {
            if (what.startsWith("http")) ledger(what.replaceAll("/+$", ""), keys, since, keep, token);
            else pack(what, keys, since);
        } catch (Exception unable) {
            Throwable cause = unable instanceof ExecutionException ? unable.getCause() : unable;
            faults.stream().limit(MOST_FAULTS).forEach(System.out::println);
            System.err.println("could not be checked: " + (cause instanceof ConnectException ? "nobody answers at " + what : cause.getMessage())
                    + (cause instanceof javax.net.ssl.SSLException ? ". An authority of the ledger's own is believed with java -Djavax.net.ssl.trustStore=FILE …" : ""));
            System.exit(faults.isEmpty() ? 2 : 1);
        }
        faults.stream().limit(MOST_FAULTS).forEach(System.out::println);
        if (unseen.get() > 0) System.out.println(unseen + " facts were held against the signed root by their hashes alone: this token may not read all"
                + " of the bundles their bytes are served in, so their lines and totals are not among those above");
        System.out.println(faults.isEmpty() ? "PASS" : "FAIL: " + faults.size() + " faults");
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    static void refuse(String why) {
        System.err.println(why);
        System.exit(2);
    }

    // ---- a ledger ----

    static void ledger(String url, List<String> keys, String since, String keep, String token) throws Exception {
        Checkpoint kept = since == null ? null : signed(Files.readString(Path.of(since)), keys, since);
        Checkpoint head = signed(text(get(url + "/checkpoint", null)), keys, "the ledger's checkpoint");
        if (kept != null && kept.size() > head.size())
            faults.add("facts " + head.size() + " to " + (kept.size() - 1) + " are gone: the checkpoint kept in " + since + " covers them,"
                    + " the ledger's newest does not. An older state was put in the place of a newer one.");
        byte[] keptHashes = since != null && Files.exists(Path.of(since + ".hashes")) ? Files.readAllBytes(Path.of(since + ".hashes")) : null;
        System.out.println(head.origin() + ": " + head.size() + " facts" + (token == null ? ", by their hashes alone: no token was given" : ""));

        ByteBuffer hashes = ByteBuffer.allocate(Math.toIntExact(32 * head.size()));
        Map<Group, long[]> totals = new TreeMap<>(Comparator.comparing(Group::toString));
        Map<String, Long> batches = new HashMap<>();
        String time = "";
        ForkJoinPool pool = new ForkJoinPool(AT_ONCE);
        Deque<Future<Part>> under = new ArrayDeque<>();
        for (long first = 0, asked = 0; first < head.size(); first += WIDTH) {
            for (; asked < head.size() && under.size() < 2 * AT_ONCE; asked += WIDTH) {
                long from = asked;
                under.add(pool.submit(() -> part(url, from, (int) Math.min(WIDTH, head.size() - from), token)));
            }
            Part part = under.remove().get();
            faults.addAll(part.faults());
            part.hashes().forEach(hashes::put);
            part.totals().forEach((group, sides) -> add(totals, group, sides[0], sides[1]));
            part.batches().forEach((batch, amount) -> batches.merge(batch, amount, Math::addExact));
            if (part.firstTime().compareTo(time) < 0) faults.add("fact " + first + " was recorded at " + part.firstTime() + ", before the one before it");
            time = part.lastTime().isEmpty() ? time : part.lastTime();
        }
        batches.forEach((batch, off) -> {
            if (off != 0) faults.add("batch " + batch + ": its rows differ from its control total by " + yuan(off));
        });
        totals.forEach((group, sides) -> {
            if (sides[0] != sides[1]) faults.add("in all, " + group + " has debit " + yuan(sides[0]) + " and credit " + yuan(sides[1]));
            System.out.printf("  %s %s %-8s %-7s %20s %20s%n", group.division(), group.budgetYear(), group.fundSource(), group.book(), yuan(sides[0]), yuan(sides[1]));
        });
        if (!Arrays.equals(root(hashes.array(), 0, head.size()), head.root()))
            faults.add("the facts do not give the root that was signed over " + head.size() + " of them");
        if (kept != null) compare(kept, hashes.array(), Math.min(kept.size(), head.size()), keptHashes, since);
        if (keep != null && faults.isEmpty()) {
            Files.writeString(Path.of(keep), text(get(url + "/checkpoints/" + head.size(), null)));
            Files.write(Path.of(keep + ".hashes"), hashes.array());
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
            System.out.println("the first " + common + " facts are those of the checkpoint kept in " + since);
    }

    /** One bundle of up to 256 entries, against the hashes that are served beside it. */
    static Part part(String url, long first, int width, String token) throws Exception {
        String path = path(first / WIDTH) + (width == WIDTH ? "" : ".p/" + width);
        List<byte[]> served = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        try {
            byte[] tile = get(url + "/tile/0/" + path, null);
            for (int i = 0; i < width; i++) served.add(Arrays.copyOfRange(tile, 32 * i, 32 * i + 32));
        } catch (IOException torn) {
            wrong.add("the hashes of facts " + first + " to " + (first + width - 1) + " are not served: " + torn.getMessage());
        }
        if (token == null) return new Part(served, wrong, Map.of(), Map.of(), "", "");
        List<byte[]> entries = new ArrayList<>();
        ByteBuffer bundle;
        try {
            bundle = ByteBuffer.wrap(get(url + "/tile/entries/" + path, token));
        } catch (FileNotFoundException notForThisToken) {
            unseen.addAndGet(width);
            return new Part(served, wrong, Map.of(), Map.of(), "", "");
        }
        while (bundle.hasRemaining()) {
            byte[] entry = new byte[bundle.getShort() & 0xFFFF];
            bundle.get(entry);
            entries.add(entry);
        }
        Part part = new Part(new ArrayList<>(), wrong, new HashMap<>(), new HashMap<>(), "", "");
        String firstTime = "", time = "";
        int next = 0;
        for (long position = first; position < first + width; position++) {
            Map<?, ?> fact = next < entries.size() ? json(entries.get(next), position, wrong) : null;
            boolean some = entries.size() < width; // where facts are missing, those there are say themselves where they belong
            if (fact == null && next >= entries.size() || some && fact != null && ((Number) fact.get("position")).longValue() != position) {
                wrong.add("fact " + position + " is missing: the checkpoint covers it, the ledger does not have it");
                continue;
            }
            byte[] entry = entries.get(next++), hash = sha256(LEAF, entry);
            part.hashes().add(hash);
            int at = (int) (position - first);
            if (at < served.size() && !Arrays.equals(hash, served.get(at)))
                wrong.add("fact " + position + " is not the one that was sealed there: its bytes do not give its hash" + described(fact));
            if (fact == null) continue;
            if (((Number) fact.get("position")).longValue() != position)
                wrong.add("fact " + position + " says that its position is " + fact.get("position") + ": it was moved or put in" + described(fact));
            String recorded = (String) fact.get("recordedAt");
            if (recorded.compareTo(time) < 0) wrong.add("fact " + position + " was recorded at " + recorded + ", before the one before it");
            time = recorded;
            firstTime = firstTime.isEmpty() ? recorded : firstTime;
            money(fact, position, wrong, part.totals(), part.batches());
        }
        return new Part(part.hashes(), wrong, part.totals(), part.batches(), firstTime, time);
    }

    static String described(Map<?, ?> fact) {
        return fact == null ? "" : " (it reads as " + fact.get("type") + " of " + fact.get("effectiveDate") + " by " + fact.get("actor") + ")";
    }

    /** The lines of a fact balance; a batch's rows are its control total. */
    static void money(Map<?, ?> fact, long position, List<String> wrong, Map<Group, long[]> totals, Map<String, Long> batches) {
        Map<Group, long[]> own = new HashMap<>();
        for (Object each : (List<?>) fact.get("lines")) {
            Map<?, ?> line = (Map<?, ?>) each;
            long amount = fen(line.get("amount"));
            boolean debit = line.get("side").equals("D");
            add(own, group(line), debit ? amount : 0, debit ? 0 : amount);
        }
        own.forEach((group, sides) -> {
            if (sides[0] != sides[1]) wrong.add("fact " + position + " does not balance: " + group + " has debit " + yuan(sides[0]) + " and credit " + yuan(sides[1]));
            add(totals, group, sides[0], sides[1]);
        });
        Map<?, ?> body = (Map<?, ?>) fact.get("body");
        if (fact.get("type").equals("DisbursementBatchApproved")) batches.merge((String) body.get("batch"), fen(body.get("controlTotal")), Math::addExact);
        if (fact.get("type").equals("DisbursementBatchApprovedRows"))
            for (Object row : (List<?>) body.get("rows")) batches.merge((String) body.get("batch"), -fen(((Map<?, ?>) row).get("amount")), Math::addExact);
    }

    static Group group(Map<?, ?> of) {
        return new Group(of.get("division") + "", of.get("budgetYear") + "", of.get("fundSource") + "", of.get("book") + "");
    }

    static void add(Map<Group, long[]> totals, Group group, long debit, long credit) {
        long[] sides = totals.computeIfAbsent(group, none -> new long[2]);
        sides[0] = Math.addExact(sides[0], debit);
        sides[1] = Math.addExact(sides[1], credit);
    }

    // ---- a pack ----

    static void pack(String file, List<String> keys, String since) throws Exception {
        try (ZipFile zip = new ZipFile(file)) {
            Map<String, byte[]> files = new TreeMap<>();
            for (var entry : Collections.list(zip.entries())) files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            if (!files.keySet().containsAll(List.of("checkpoint", "manifest.json"))) throw new IllegalArgumentException("the pack has no checkpoint or no manifest.json");
            Checkpoint head = signed(text(files.get("checkpoint")), keys, "the pack's checkpoint");
            Map<?, ?> manifest = json(files.get("manifest.json"), -1, faults);
            Set<String> listed = new HashSet<>(Set.of("manifest.json"));
            for (Object each : (List<?>) manifest.get("files")) {
                Map<?, ?> said = (Map<?, ?>) each;
                String name = (String) said.get("name");
                listed.add(name);
                if (!files.containsKey(name)) faults.add(name + " is listed in the manifest and is not in the pack");
                else if (!HexFormat.of().formatHex(sha256(files.get(name))).equals(said.get("sha256"))) faults.add(name + " is not the file the manifest lists: its SHA-256 is another");
            }
            Map<Group, long[]> totals = new TreeMap<>(Comparator.comparing(Group::toString));
            long count = 0;
            for (String name : files.keySet()) {
                if (!listed.contains(name)) faults.add(name + " is in the pack and not in its manifest");
                if (name.matches("facts/[0-9]+\\.json")) {
                    fact(files, name, head, totals);
                    count++;
                }
            }
            if (count != ((Number) manifest.get("facts")).longValue()) faults.add("the manifest counts " + manifest.get("facts") + " facts, the pack has " + count);
            for (Object each : (List<?>) manifest.get("totals")) {
                Map<?, ?> total = (Map<?, ?>) each;
                add(totals, group(total), -fen(total.get("debit")), -fen(total.get("credit")));
            }
            totals.forEach((group, off) -> {
                if (off[0] != 0 || off[1] != 0) faults.add("the manifest's total of " + group + " is not what the pack's facts amount to");
            });
            if (since != null) extended(signed(Files.readString(Path.of(since)), keys, since), head, files.get("consistency"), since);
            System.out.println(head.origin() + ": " + count + " of " + head.size() + " facts");
        }
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
            else System.out.println("this log goes on from the checkpoint of " + kept.size() + " facts kept in " + since);
        }
    }

    static void fact(Map<String, byte[]> files, String name, Checkpoint head, Map<Group, long[]> totals) {
        long position = Long.parseLong(name.replaceAll("[^0-9]", ""));
        byte[] entry = files.get(name), proof = files.get(name.replace(".json", ".tlog-proof"));
        Map<?, ?> fact = json(entry, position, faults);
        if (proof == null) faults.add("fact " + position + " has no proof");
        if (fact == null || proof == null) return;
        if (((Number) fact.get("position")).longValue() != position) faults.add("fact " + position + " says that its position is " + fact.get("position"));
        List<String> lines = text(proof).substring(0, text(proof).indexOf("\n\n")).lines().filter(line -> !line.startsWith("extra ")).toList();
        List<byte[]> path = lines.subList(2, lines.size()).stream().map(Base64.getDecoder()::decode).toList();
        byte[][] roots = position < head.size() ? climb(sha256(LEAF, entry), position, head.size() - 1, path) : null;
        if (!lines.get(0).equals("c2sp.org/tlog-proof@v1") || !lines.get(1).equals("index " + position) || roots == null || !Arrays.equals(roots[1], head.root()))
            faults.add("fact " + position + " is not proved to be in the log: its bytes or its proof were changed" + described(fact));
        money(fact, position, faults, totals, new HashMap<>());
    }

    // ---- notes, hashes, JSON ----

    /** A checkpoint that one of the keys has signed (C2SP signed-note, tlog-checkpoint). */
    static Checkpoint signed(String note, List<String> keys, String what) throws GeneralSecurityException {
        int end = note.lastIndexOf("\n\n");
        String text = note.substring(0, end + 1);
        String[] lines = text.split("\n");
        if (lines.length < 3) throw new IllegalArgumentException(what + " is no checkpoint: name, size and root, an empty line, signatures");
        boolean signed = false;
        for (String line : note.substring(end + 2).split("\n")) {
            for (String key : keys) {
                String[] parts = key.split("\\+", 3); // name, key id, base64(type || public key)
                byte[] typed = Base64.getDecoder().decode(parts[2]), id = sha256(parts[0].getBytes(StandardCharsets.UTF_8), new byte[] {'\n'}, typed);
                if (!line.startsWith("— " + parts[0] + " ") || typed[0] != 1) continue;
                byte[] both = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
                if (!Arrays.equals(both, 0, 4, id, 0, 4)) continue;
                byte[] x509 = ByteBuffer.allocate(44).put(HexFormat.of().parseHex("302a300506032b6570032100")).put(typed, 1, 32).array();
                Signature check = Signature.getInstance("Ed25519");
                check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
                check.update(text.getBytes(StandardCharsets.UTF_8));
                if (!check.verify(both, 4, both.length - 4)) throw new IllegalArgumentException(what + " bears a false signature of " + key);
                signed |= parts[0].equals(lines[0]);
            }
        }
        if (!signed)
            faults.add(what + " is not signed with a key you gave: somebody else signed it, or the key was changed. Its signatures:\n  "
                    + note.substring(end + 2).strip().replace("\n", "\n  "));
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
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
        HttpResponse<byte[]> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() == 404 || answer.statusCode() == 403) throw new FileNotFoundException(url + " is answered " + answer.statusCode() + " " + text(answer.body()));
        if (answer.statusCode() != 200) throw new IOException(url + " is answered " + answer.statusCode() + " " + text(answer.body()));
        return answer.body();
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

    static Map<?, ?> json(byte[] bytes, long position, List<String> wrong) {
        try {
            Json json = new Json(new String(bytes, StandardCharsets.ISO_8859_1)); // a byte a character: what is compared and said here is ASCII
            Map<?, ?> object = (Map<?, ?>) json.value();
            if (json.at != json.text.stripTrailing().length()) throw new IllegalArgumentException("something follows at " + json.at);
            return object;
        } catch (RuntimeException e) {
            wrong.add((position < 0 ? "the manifest" : "fact " + position) + " is no JSON object: " + e.getMessage());
            return null;
        }
    }

    /** RFC 8259, as far as it stands in entries: objects, arrays, strings, whole numbers, true, false, null. */
    static final class Json {
        final String text;
        final boolean plain;
        int at;

        Json(String text) {
            this.text = text;
            plain = text.indexOf('\\') < 0;
        }

        Object value() {
            char c = peek();
            if (c == '{') {
                Map<String, Object> object = new HashMap<>();
                for (at++; peek() != '}'; skip(',')) {
                    String name = string();
                    peek();
                    expect(':');
                    if (object.put(name, value()) != null) throw new IllegalArgumentException("\"" + name + "\" stands there twice");
                }
                at++;
                return object;
            }
            if (c == '[') {
                List<Object> array = new ArrayList<>();
                for (at++; peek() != ']'; skip(',')) array.add(value());
                at++;
                return array;
            }
            if (c == '"') return string();
            int from = at;
            while (at < text.length() && ",]} \n".indexOf(text.charAt(at)) < 0) at++;
            String word = text.substring(from, at);
            if (word.equals("true") || word.equals("false")) return Boolean.valueOf(word);
            return word.equals("null") ? "" : (Object) Long.valueOf(word);
        }

        String string() {
            expect('"');
            int end = plain ? text.indexOf('"', at) : -1;
            if (end >= 0) {
                int from = at;
                at = end + 1;
                return text.substring(from, end);
            }
            StringBuilder string = new StringBuilder();
            for (; text.charAt(at) != '"'; at++) {
                char c = text.charAt(at);
                if (c == '\\') {
                    c = text.charAt(++at);
                    if (c == 'u') {
                        c = (char) Integer.parseInt(text.substring(at + 1, at + 5), 16);
                        at += 4;
                    } else {
                        c = "\"\\/\b\f\n\r\t".charAt("\"\\/bfnrt".indexOf(c));
                    }
                }
                string.append(c);
            }
            at++;
            return string.toString();
        }

        char peek() {
            while (text.charAt(at) == ' ' || text.charAt(at) == '\n') at++;
            return text.charAt(at);
        }

        void skip(char c) {
            if (peek() == c) at++;
        }

        void expect(char c) {
            if (text.charAt(at++) != c) throw new IllegalArgumentException(c + " is missing at " + (at - 1));
        }
    }
}
