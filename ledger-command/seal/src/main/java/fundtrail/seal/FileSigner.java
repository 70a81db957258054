package fundtrail.seal;

import fundtrail.proofs.Checkpoint;
import fundtrail.proofs.Hash;
import fundtrail.proofs.HeadFile;
import fundtrail.proofs.Note;
import fundtrail.proofs.SigningKey;
import fundtrail.proofs.Tree;
import fundtrail.proofs.VerifierKey;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Signs with the keys of a folder, and keeps what was signed last beside them: off the database, which may be set back. */
public final class FileSigner implements Signer {
    private final List<SigningKey> keys;
    private final HeadFile head;
    private final String origin;
    private final Optional<Checkpoint> lost;

    private FileSigner(List<SigningKey> keys, HeadFile head, String origin, Optional<Checkpoint> lost) {
        this.keys = keys;
        this.head = head;
        this.origin = origin;
        this.lost = lost;
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
        if (!Files.exists(folder.head())) {
            throw new IllegalStateException("What these keys signed last is not known: " + folder.head() + " is gone. It is made with the first"
                    + " key and never removed. Bring it back, or the newest checkpoint that anybody kept in its place;"
                    + " see ops/runbooks/log-forked.md.");
        }
        Optional<Checkpoint> lost = Optional.of(new HeadFile(folder.lost()).read(origin)).filter(before -> before.size() > 0);
        FileSigner signer = new FileSigner(keys, new HeadFile(folder.head()), origin, lost);
        signer.last();
        return signer;
    }

    @Override
    public List<VerifierKey> keys() {
        return keys.stream().map(SigningKey::verifier).toList();
    }

    /** Read anew each time: a second signer on the same folder would not know otherwise what this one signed. */
    @Override
    public synchronized Checkpoint last() {
        return head.read(origin);
    }

    @Override
    public synchronized Note sign(Checkpoint next, List<Hash> consistency) {
        Checkpoint last = last();
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
