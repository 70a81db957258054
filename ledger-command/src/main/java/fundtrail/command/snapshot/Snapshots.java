package fundtrail.command.snapshot;

import fundtrail.command.known.Known;
import fundtrail.command.snapshot.SnapshotFile.Content;
import fundtrail.command.snapshot.SnapshotFile.Heading;
import fundtrail.contract.EntryCodec;
import fundtrail.eventstore.FactReader;
import fundtrail.eventstore.StoredEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Snapshots of the decision state in a folder of this node's own, so that a start need not fold the whole log. Nothing
 * rests on them: one that is wrong is put aside, reported, and the log is folded.
 */
public final class Snapshots {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    /** So many facts are read at a time, so that no long transaction stands on the database. */
    private static final long SLICE = 5_000;
    /** Folding so many takes a start a second or two. */
    private static final long EVERY = 50_000;

    private final SnapshotFile file;
    private final EntryCodec codec = new EntryCodec();
    private final String code;
    private final long every;
    private volatile long unverified = -1;
    private volatile long position = -1;
    private volatile long discarded;
    private volatile String lastDiscarded;

    /** Facts are not read any more: the node is closing. */
    static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Snapshots(Path folder, long every) {
        this.every = every;
        file = folder == null ? null : new SnapshotFile(folder.resolve("decision-state.snapshot"));
        code = folder == null ? null : CodeVersion.current();
    }

    /** No snapshots: every start folds the whole log. */
    public static Snapshots none() {
        return new Snapshots(null, 0);
    }

    /** Snapshots in this folder, which is made if need be; none when it is {@code null}. */
    public static Snapshots in(Path folder) {
        return in(folder, EVERY);
    }

    /** @param every a new one is written when so many facts were recorded after the last; a start folds about as many */
    public static Snapshots in(Path folder, long every) {
        if (folder != null) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("the folder of snapshots, " + folder + ", cannot be made", e);
            }
        }
        return new Snapshots(folder, every);
    }

    long every() {
        return every;
    }

    boolean areKept() {
        return file != null;
    }

    /** The state of the last snapshot, still to be verified; or one of nothing, when there is none that can be used. */
    public Known restored(FactReader reader) {
        unverified = -1;
        position = -1;
        if (!areKept() || !file.exists()) {
            return new Known();
        }
        try {
            long start = System.nanoTime();
            Heading heading = file.heading();
            if (!code.equals(heading.code())) {
                LOG.info("the snapshot in {} was written by another version of this program; the whole log is folded this once", file.path());
                return new Known();
            }
            check(heading, reader);
            Content content = file.read();
            unverified = content.heading().position();
            position = unverified;
            LOG.info("restored the decision state up to position {} from {} in {} ms; it is verified in the background",
                    unverified, file.path(), (System.nanoTime() - start) / 1_000_000);
            return content.known();
        } catch (SnapshotWrong | IOException e) {
            discard(e);
            return new Known();
        }
    }

    private void check(Heading heading, FactReader reader) throws SnapshotWrong {
        Optional<StoredEvent> there = reader.at(heading.position());
        if (there.isEmpty()) {
            throw new SnapshotWrong("it reaches to position " + heading.position() + ", but the log only to " + reader.head()
                    + ": the database was set back, or is another's");
        }
        String leaf = hex(there.get().leafHash());
        if (!leaf.equals(heading.leafHash())) {
            throw new SnapshotWrong("at position " + heading.position() + " the log has leaf " + leaf + ", the snapshot "
                    + heading.leafHash() + ": it is another ledger's");
        }
    }

    /** Whether a state restored from a snapshot has not yet been compared with the log. */
    boolean isUnverified() {
        return unverified >= 0;
    }

    /**
     * Compares the snapshot from which this node was restored with what the log amounts to; the file is discarded when
     * they differ.
     *
     * @return what is wrong with it; {@code null} when nothing is
     */
    String verify(FactReader reader, BooleanSupplier closing) {
        try {
            long last = unverified;
            Map<String, String> kept = keptDigest(last);
            Known folded = new Known();
            fold(folded, last, reader, closing);
            Map<String, String> expected = folded.memory().digest();
            if (!kept.equals(expected)) {
                throw new SnapshotWrong("up to position " + last + " the log amounts to something else in "
                        + differences(kept, expected));
            }
            LOG.info("the snapshot this node started from is what the log amounts to up to position {}", last);
            unverified = -1;
            return null;
        } catch (SnapshotWrong | IOException e) {
            unverified = -1;
            discard(e);
            return e.getMessage();
        }
    }

    /** Of the state in the file, which is not kept: the one folded beside it is as large. */
    private Map<String, String> keptDigest(long last) throws IOException, SnapshotWrong {
        Content content = file.read();
        if (content.heading().position() != last) {
            throw new SnapshotWrong("it reaches to position " + content.heading().position() + ", and not to " + last + " as at the start");
        }
        return content.known().memory().digest();
    }

    private static String differences(Map<String, String> kept, Map<String, String> expected) {
        return expected.keySet().stream()
                .filter(part -> !Objects.equals(kept.get(part), expected.get(part)))
                .map(part -> part + " (" + kept.get(part) + " instead of " + expected.get(part) + ")")
                .collect(Collectors.joining(", "));
    }

    /** Writes the state at this durable position, folded from the last snapshot and the log behind it. */
    void take(long last, FactReader reader, BooleanSupplier closing) throws IOException, SnapshotWrong {
        long start = System.nanoTime();
        Known known = taken(reader);
        fold(known, last, reader, closing);
        String leaf = hex(reader.at(last).orElseThrow(() -> new SnapshotWrong("position " + last + " is gone")).leafHash());
        file.write(new Heading(code, last, leaf), known);
        position = last;
        LOG.info("wrote a snapshot of the decision state up to position {}, {} bytes, in {} ms",
                last, Files.size(file.path()), (System.nanoTime() - start) / 1_000_000);
    }

    /** What the last snapshot holds; nothing, when there is none or it turns out wrong. */
    private Known taken(FactReader reader) throws IOException {
        if (position < 0) {
            return new Known();
        }
        try {
            Content content = file.read();
            if (!code.equals(content.heading().code())) {
                throw new SnapshotWrong("another program has written it since");
            }
            check(content.heading(), reader);
            return content.known();
        } catch (SnapshotWrong e) {
            discard(e);
            return new Known();
        }
    }

    private void fold(Known known, long last, FactReader reader, BooleanSupplier closing) {
        while (known.next() <= last) {
            long start = System.nanoTime();
            reader.read(known.next(), Math.min(last + 1, known.next() + SLICE), stored -> known.foldDurable(codec.decode(stored.entry())));
            rest(System.nanoTime() - start, closing);
        }
    }

    /** As long as it took: the other half of this processor's time is for those who wait for an answer. */
    private static void rest(long nanos, BooleanSupplier closing) {
        long until = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = until - System.nanoTime()) {
            if (closing.getAsBoolean()) {
                throw new Interrupted();
            }
            LockSupport.parkNanos(left);
        }
    }

    private void discard(Exception why) {
        lastDiscarded = why.getMessage();
        discarded++;
        position = -1;
        try {
            Path aside = file.discard();
            LOG.error("the snapshot of the decision state is discarded, because {}. Nothing that was recorded is touched: this node folds"
                    + " the whole log instead, which takes longer, and writes a new one. The file is kept as {}"
                    + " (ops/runbooks/snapshot-wrong.md).", why.getMessage(), aside);
        } catch (IOException e) {
            LOG.error("the snapshot {} is wrong, because {}, and cannot be put aside: remove it, or the next start meets it again"
                    + " (ops/runbooks/snapshot-wrong.md).", file.path(), why.getMessage(), e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** The position of the last snapshot, −1 when there is none. */
    public long position() {
        return position;
    }

    /** How many were discarded since this node started. */
    public long discarded() {
        return discarded;
    }

    /** Why the last one was discarded; {@code null} when none was. */
    public String lastDiscarded() {
        return lastDiscarded;
    }
}
