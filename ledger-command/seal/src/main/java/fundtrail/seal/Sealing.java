package fundtrail.seal;

import fundtrail.proofs.Checkpoint;
import fundtrail.proofs.GrowingTree;
import fundtrail.proofs.Hash;
import fundtrail.proofs.Note;
import fundtrail.proofs.Tree;
import fundtrail.proofs.VerifierKey;
import fundtrail.proofs.stored.StoredLog;
import fundtrail.proofs.stored.StoredLog.KeyChange;
import fundtrail.proofs.stored.StoredLog.Sealed;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The sealing of one log over one connection: from the last published checkpoint on, round by round. Used by one thread. */
final class Sealing {
    /** Facts read at once: some 2 MB of answers. */
    static final int AT_ONCE = 50_000;

    private final SealStore store;
    private final Signer signer;
    private final String origin;
    private final GrowingTree tree;
    private long published;

    private Sealing(SealStore store, Signer signer, String origin, GrowingTree tree) {
        this.store = store;
        this.signer = signer;
        this.origin = origin;
        this.tree = tree;
        this.published = tree.size();
    }

    /**
     * Goes on from the last published checkpoint.
     *
     * @throws LogForked             when the database is not what was signed
     * @throws IllegalStateException when none of the keys is one the log was signed with, or one is that was retired
     */
    static Sealing begin(SealStore store, StoredLog log, Signer signer, String origin) throws SQLException {
        Sealed latest = log.latest().orElse(new Sealed(0, Hash.EMPTY, null));
        long facts = store.facts();
        if (facts < signer.last().size()) {
            throw new LogForked(LogForked.Kind.SHORTER, signer.last(), facts);
        }
        if (facts < latest.size()) {
            throw new LogForked(LogForked.Kind.SHORTER, new Checkpoint(origin, latest.size(), latest.root()), facts);
        }
        GrowingTree tree = new GrowingTree(latest.size(), log::hashes);
        if (!tree.root().equals(latest.root())) {
            throw new LogForked(LogForked.Kind.OTHER_FACTS, new Checkpoint(origin, latest.size(), latest.root()), facts);
        }
        Sealing sealing = new Sealing(store, signer, origin, tree);
        sealing.requireWhatWasSigned(facts);
        recordKeys(store, log.keyChanges(), signer, origin, latest.size());
        return sealing;
    }

    /** Before anything is written: what a forked log is told of its keys could not be taken back. */
    private void requireWhatWasSigned(long facts) throws SQLException {
        Checkpoint signed = signer.last();
        if (signed.size() == 0) {
            return;
        }
        while (tree.size() < signed.size()) {
            List<Hash> leaves = store.leaves(tree.size(), (int) Math.min(AT_ONCE, signed.size() - tree.size()));
            if (leaves.isEmpty()) {
                throw new LogForked(LogForked.Kind.SHORTER, signed, tree.size());
            }
            leaves.forEach(tree::add);
        }
        if (!Tree.extendsTree(signed.size(), signed.root(), tree.size(), tree.root(), tree.tree().consistency(signed.size()))) {
            throw new LogForked(LogForked.Kind.OTHER_FACTS, signed, facts);
        }
    }

    /** The keys in use according to what is recorded. */
    static Set<String> inUse(List<KeyChange> changes) {
        Set<String> keys = new LinkedHashSet<>();
        for (KeyChange change : changes) {
            if (change.kind().equals("ADDED")) {
                keys.add(change.verifierKey());
            } else {
                keys.remove(change.verifierKey());
            }
        }
        return keys;
    }

    private static void recordKeys(SealStore store, List<KeyChange> changes, Signer signer, String origin, long size) throws SQLException {
        Set<String> recorded = inUse(changes);
        List<String> now = signer.keys().stream().map(VerifierKey::toString).toList();
        String loss = signer.lost().map(lost -> "lost\n" + lost.text()).filter(lost -> changes.stream().noneMatch(change -> tells(change, lost)))
                .orElse("");
        if (!recorded.isEmpty() && now.stream().noneMatch(recorded::contains) && loss.isEmpty()) {
            throw new IllegalStateException("The log " + origin + " is signed with " + String.join(", ", recorded)
                    + ", and none of these keys is here. Bring the key back; a new one comes beside it, never in its place.");
        }
        List<KeyChange> made = new ArrayList<>();
        for (String key : now) {
            if (!recorded.contains(key)) {
                requireNew(key, changes);
                made.add(new KeyChange(key, "ADDED", size, announced(signer, origin, "added " + key, size, loss)));
            }
        }
        for (String gone : recorded) {
            if (!now.contains(gone)) {
                made.add(new KeyChange(gone, "RETIRED", size, announced(signer, origin, "retired " + gone, size, loss)));
            }
        }
        store.recordKeyChanges(made);
    }

    private static boolean tells(KeyChange change, String loss) {
        return Note.of(change.note()).text().endsWith("\n" + loss);
    }

    private static void requireNew(String key, List<KeyChange> changes) {
        for (KeyChange change : changes) {
            if (change.verifierKey().equals(key) && change.kind().equals("RETIRED")) {
                throw new IllegalStateException("The key " + key + " was retired when the log had " + change.size()
                        + " facts, and does not come back. Take its file out of the folder; a new key is made by add-key.");
            }
        }
    }

    private static String announced(Signer signer, String origin, String change, long size, String loss) {
        return signer.announce("fundtrail/log-key/v1\n" + origin + "\n" + change + "\nsize " + size + "\n" + loss).toString();
    }

    /**
     * Publishes a checkpoint over all that is committed by now, or over as many facts as are read at once.
     *
     * @return whether there was anything new
     */
    boolean round() throws SQLException {
        addLeaves();
        while (tree.size() < signer.last().size()) {
            if (!addLeaves()) {
                throw new LogForked(LogForked.Kind.SHORTER, signer.last(), tree.size());
            }
        }
        if (tree.size() == published) {
            return false;
        }
        Checkpoint next = new Checkpoint(origin, tree.size(), tree.root());
        Note note = signer.sign(next, tree.tree().consistency(signer.last().size()));
        store.publish(tree.fresh(), next.size(), next.root(), note);
        tree.forget();
        published = next.size();
        return true;
    }

    private boolean addLeaves() throws SQLException {
        List<Hash> leaves = store.leaves(tree.size(), AT_ONCE);
        leaves.forEach(tree::add);
        return !leaves.isEmpty();
    }

    long published() {
        return published;
    }
}
