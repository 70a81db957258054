package fundtrail.query.read;

import fundtrail.contract.MayBeAbsent;
import fundtrail.proofs.Bundle;
import fundtrail.proofs.Checkpoint;
import fundtrail.proofs.ConsistencyProof;
import fundtrail.proofs.InclusionProof;
import fundtrail.proofs.Tile;
import fundtrail.proofs.stored.StoredLog;
import fundtrail.proofs.stored.StoredLog.KeyChange;
import fundtrail.proofs.stored.StoredLog.Sealed;
import fundtrail.query.extract.OnRecord;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.http.HttpProblem;
import fundtrail.query.http.ProblemCode;
import fundtrail.query.store.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The log of proofs as other people's software reads it (C2SP tlog-tiles, tlog-proof): from the writing side's stored rows, not
 * from what was folded of them here. Hashes and checkpoints are anybody's; entries are theirs who may read each of them.
 */
public final class ProofReads {
    /** Checkpoints follow one another within a second. */
    private static final String FOR_A_SECOND = "public, max-age=1";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String FOR_EVER_ONES_OWN = "private, max-age=31536000, immutable";
    private static final String TEXT = "text/plain; charset=utf-8";

    private final StoredLog log;
    private final StoredLog readers;
    private final DataSource reading;
    private final Questions questions;
    private final OnRecord onRecord;

    /**
     * A key checkpoints are, or were, signed with.
     *
     * @param addedAt   how many facts the last checkpoint before it covered
     * @param retiredAt the same, when it went out of use; absent while it signs
     * @param added     the change in words, signed by the keys in use before it and by this one; after a loss owned up to, by this one alone
     * @param retired   when it went out of use: the same, signed by the keys that stayed
     */
    record LogKey(String verifierKey, long addedAt, @MayBeAbsent Long retiredAt, String added, @MayBeAbsent String retired) {}

    /**
     * What the log is called, with what it is signed, how far it is published.
     *
     * @param origin        the log's name
     * @param size          how many facts the last checkpoint covers
     * @param witnessedSize how many facts the last cosigned checkpoint covers; absent while none is
     * @param keys          every key there was. Trust none because it stands here: compare with the one you were given
     */
    record Log(String origin, long size, @MayBeAbsent Long witnessedSize, List<LogKey> keys) {}

    /**
     * @param proving the writing side's database, by a role that may read the log, for anybody's questions
     * @param writing the same for readers', whom anybody's shall not keep waiting
     * @param reading the reading side's own, for who may see which entry
     */
    public ProofReads(DataSource proving, DataSource writing, DataSource reading, Questions questions, OnRecord onRecord) {
        this.log = new StoredLog(proving);
        this.readers = new StoredLog(writing);
        this.reading = reading;
        this.questions = questions;
        this.onRecord = onRecord;
    }

    public Answer log(Ask ask) {
        Sealed latest = latest();
        return Answer.momentary(200, new Log(Checkpoint.of(latest.note().text()).origin(), latest.size(),
                log.witnessed().map(Sealed::size).orElse(null), keys(log.keyChanges())));
    }

    private static List<LogKey> keys(List<KeyChange> changes) {
        Map<String, LogKey> keys = new LinkedHashMap<>();
        for (KeyChange change : changes) {
            LogKey known = keys.get(change.verifierKey());
            keys.put(change.verifierKey(), known == null
                    ? new LogKey(change.verifierKey(), change.size(), null, change.note(), null)
                    : new LogKey(change.verifierKey(), known.addedAt(), change.size(), known.added(), change.note()));
        }
        return new ArrayList<>(keys.values());
    }

    /** The checkpoint published last. */
    public Answer checkpoint(Ask ask) {
        return text(log.note(latest())).cached(FOR_A_SECOND);
    }

    /** The last checkpoint that a witness has cosigned. */
    public Answer witnessed(Ask ask) {
        return text(log.note(log.witnessed().orElseThrow(() -> HttpProblem.of(ProblemCode.UNKNOWN, "cosignature")))).cached(FOR_A_SECOND);
    }

    /** The checkpoint of one size, with the cosignatures it has by now. */
    public Answer published(Ask ask) {
        return text(log.note(published(ask, "size"))).cached(FOR_A_SECOND);
    }

    public Answer tile(Ask ask) {
        int level = ask.path("level", text -> Math.toIntExact(number(text)));
        Tile tile = covered(log, ask.path("tile", path -> Tile.at(level, path)), ask);
        try {
            return Answer.bytes(log.hashes(tile)).cached(FOR_EVER);
        } catch (StoredLog.Unreadable notWhole) {
            throw whole(notWhole);
        }
    }

    /**
     * As many of a bundle's entries as there are; fewer than its width, where some were removed. That its reader read stored bytes
     * is on record first, once a day: among them are those of flags and cases.
     */
    public Answer entries(Ask ask) throws InterruptedException {
        Tile tile = covered(readers, ask.path("tile", path -> Tile.at(0, path)), ask);
        boolean seesAll = Sql.of("select count(*) from fact where position >= ? and position < ? and",
                        tile.first(), tile.first() + tile.width())
                .and(Visible.entry(ask.reader().scope()))
                .one(reading, row -> row.getInt(1) == tile.width())
                .orElse(false);
        if (!seesAll) {
            throw HttpProblem.of(ProblemCode.UNKNOWN, "entries/" + tile.path());
        }
        onRecord.storedBytes(ask, questions.today());
        return Answer.bytes(Bundle.of(readers.entries(tile))).cached(FOR_EVER_ONES_OWN);
    }

    /** The proof that a fact is in the log: in the checkpoint published last, or in one asked for. */
    public Answer inclusion(Ask ask) {
        long position = ask.path("position", ProofReads::number);
        Sealed sealed = ask.given(Params.SIZE).map(size -> published(size, ask.path("position"))).orElseGet(this::latest);
        if (position >= sealed.size()) {
            throw HttpProblem.of(ProblemCode.UNKNOWN, ask.path("position"));
        }
        try {
            return text(new InclusionProof(position, log.tree(sealed.size()).inclusion(position), log.note(sealed)));
        } catch (StoredLog.Unreadable notWhole) {
            throw whole(notWhole);
        }
    }

    /** The proof that a published checkpoint extends the tree of an earlier size. */
    public Answer consistency(Ask ask) {
        long old = ask.path("old", ProofReads::number);
        Sealed sealed = published(ask, "size");
        if (old > sealed.size()) {
            throw HttpProblem.of(ProblemCode.UNKNOWN, ask.path("old"));
        }
        try {
            return text(new ConsistencyProof(old, log.tree(sealed.size()).consistency(old), log.note(sealed)));
        } catch (StoredLog.Unreadable notWhole) {
            throw whole(notWhole);
        }
    }

    private Sealed latest() {
        return latest(log);
    }

    private static Sealed latest(StoredLog log) {
        return log.latest().orElseThrow(() -> HttpProblem.of(ProblemCode.NOTHING_SEALED).retryAfter(1));
    }

    private Sealed published(Ask ask, String variable) {
        return published(ask.path(variable, ProofReads::number), ask.path(variable));
    }

    private Sealed published(long size, String asked) {
        return log.published(size).orElseThrow(() -> HttpProblem.of(ProblemCode.UNKNOWN, asked));
    }

    /** The tile, if a published checkpoint covers all of it. */
    private static Tile covered(StoredLog log, Tile tile, Ask ask) {
        if (tile.leavesNeeded() > latest(log).size()) {
            throw HttpProblem.of(ProblemCode.UNKNOWN, ask.path("tile"));
        }
        return tile;
    }

    /** Where a tile is torn it is the log's affair, and said; where the database is away it is nobody's fault. */
    private static RuntimeException whole(StoredLog.Unreadable failure) {
        return failure.getCause() == null ? HttpProblem.of(ProblemCode.LOG_NOT_WHOLE, failure.getMessage()) : failure;
    }

    private static long number(String text) {
        if (!text.matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException(text);
        }
        return Long.parseLong(text);
    }

    /** Notes and proofs are sent as they are kept, to the letter. */
    private static Answer text(Object proof) {
        return Answer.text(TEXT, proof.toString());
    }
}
