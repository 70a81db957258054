package fundtrail.query.evidence;

import fundtrail.contract.Digest;
import fundtrail.contract.Entry;
import fundtrail.contract.EntryCodec;
import fundtrail.contract.Json;
import fundtrail.contract.Line;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.CaseId;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Ledger;
import fundtrail.query.evidence.Manifest.PackedFile;
import fundtrail.query.evidence.Manifest.SealedTree;
import fundtrail.query.evidence.Manifest.Withheld;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes an evidence pack: the checkpoint, perhaps what it goes on from, each fact with its proof, a cover for people, and last the manifest that lists
 * them all. The same facts and checkpoint give the same bytes.
 */
public final class EvidencePack {
    /** A zip keeps a time for each file; ours have none of their own. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final About about;
    private final List<PackedFile> files = new ArrayList<>();
    private final List<Long> positions = new ArrayList<>();
    private final List<Withheld> withheld = new ArrayList<>();
    private final ControlTotals totals = new ControlTotals();
    private final Cover cover = new Cover();

    /** The body a case was referred to last (移送), and when. */
    public record Referral(CaseId caseId, String to, LocalDate on) {}

    /**
     * What a pack is of.
     *
     * @param checkpoint the signed note, to the letter
     * @param size       how many facts the checkpoint covers
     * @param root       in base64
     * @param since      that the checkpoint's log goes on from an earlier one (C2SP tlog-witness); absent where nobody asked
     * @param referral   where the case it is of was referred to; absent of everything else
     */
    public record About(Ledger ledger, AsOf asOf, String query, String verifierKey, String checkpoint, long size, String root,
            @MayBeAbsent String since, @MayBeAbsent Referral referral) {}

    private EvidencePack(OutputStream out, About about) throws IOException {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.about = about;
        put("checkpoint", about.checkpoint().getBytes(StandardCharsets.UTF_8));
        if (about.since() != null) {
            put("consistency", about.since().getBytes(StandardCharsets.UTF_8));
        }
    }

    public static EvidencePack begin(OutputStream out, About about) throws IOException {
        return new EvidencePack(out, about);
    }

    /**
     * Adds a fact, in the order of positions.
     *
     * @param stored its bytes
     * @param proof  that it is in the checkpoint (C2SP tlog-proof)
     */
    public void add(Entry entry, byte[] stored, String proof) throws IOException {
        String name = "%012d".formatted(entry.position());
        put("facts/" + name + ".json", stored);
        put("facts/" + name + ".tlog-proof", proof.getBytes(StandardCharsets.UTF_8));
        positions.add(entry.position());
        for (Line line : entry.fact().lines()) {
            totals.add(line);
        }
        cover.add(entry, EntryCodec.leafHashHex(stored));
    }

    /** Leaves a fact out, and says so: it belongs to what was asked for, and names others. */
    public void withhold(Entry entry, byte[] stored) {
        Withheld one = new Withheld(entry.position(), EntryCodec.leafHashHex(stored), Withheld.Reason.NAMES_OTHERS);
        withheld.add(one);
        cover.withhold(one);
    }

    /** Cover and manifest; answers how many facts the pack holds. */
    public long end() throws IOException {
        put("cover.html", cover.html(about, totals.list()).getBytes(StandardCharsets.UTF_8));
        AsOf asOf = about.asOf();
        var manifest = new Manifest(Manifest.FORMAT, about.ledger().ledgerId(), about.ledger().origin(), about.ledger().purpose(),
                about.verifierKey(), about.query(), asOf.knownPosition(), EntryCodec.instant(asOf.knownAt()), asOf.effective(),
                new SealedTree(about.size(), about.root()), about.referral(), positions.size(), List.copyOf(positions),
                about.referral() == null ? null : List.copyOf(withheld), totals.list(), List.copyOf(files));
        put("manifest.json", Json.canonical(manifest));
        zip.finish();
        return positions.size();
    }

    private void put(String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
        files.add(new PackedFile(name, bytes.length, Digest.sha256(bytes)));
    }
}
