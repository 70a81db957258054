package fundtrail.seal;

import fundtrail.proofs.Checkpoint;
import fundtrail.proofs.Hash;
import fundtrail.proofs.HeadFile;
import fundtrail.proofs.Note;
import fundtrail.proofs.SigningKey;
import fundtrail.proofs.Tree;
import fundtrail.proofs.VerifierKey;
import java.util.List;
import java.util.Optional;

/** Signs with the keys of a folder, and keeps what it signed last beside them: off the database, which may be set back. */
public final class FileSigner implements Signer {
    private final List<SigningKey> keys;
    private final HeadFile head;
    private final Optional<Checkpoint> lost;
    private Checkpoint last;

    private FileSigner(List<SigningKey> keys, HeadFile head, Optional<Checkpoint> lost, Checkpoint last) {
        this.keys = keys;
        this.head = head;
        this.lost = lost;
        this.last = last;
    }

    /** @throws IllegalStateException when the folder has no keys of this log, or what it keeps cannot be used */
    static FileSigner of(KeyFolder folder, String origin) {
        List<SigningKey> keys = folder.keys();
        if (keys.isEmpty()) {
            throw new IllegalStateException("There is no key to sign the log " + origin + " with.");
        }
        for (SigningKey key : keys) {
            if (!key.verifier().name().equals(origin)) {
                throw new IllegalStateException("The key " + key.verifier() + " is not of the log " + origin + ".");
            }
        }
        HeadFile head = new HeadFile(folder.head());
        Optional<Checkpoint> lost = Optional.of(new HeadFile(folder.lost()).read(origin)).filter(before -> before.size() > 0);
        return new FileSigner(keys, head, lost, head.read(origin));
    }

    @Override
    public List<VerifierKey> keys() {
        return keys.stream().map(SigningKey::verifier).toList();
    }

    @Override
    public synchronized Checkpoint last() {
        return last;
    }

    @Override
    public synchronized Note sign(Checkpoint next, List<Hash> consistency) {
        if (!next.origin().equals(last.origin())) {
            throw new IllegalArgumentException(next.origin() + " is not the log " + last.origin());
        }
        if (next.size() < last.size()) {
            throw new LogForked(LogForked.Kind.SHORTER, last, next.size());
        }
        if (!Tree.extendsTree(last.size(), last.root(), next.size(), next.root(), consistency)) {
            throw new LogForked(LogForked.Kind.OTHER_FACTS, last, next.size());
        }
        head.write(next);
        last = next;
        return announce(next.text());
    }

    @Override
    public Optional<Checkpoint> lost() {
        return lost;
    }

    @Override
    public Note announce(String text) {
        return new Note(text, keys.stream().map(key -> key.sign(text)).toList());
    }
}
