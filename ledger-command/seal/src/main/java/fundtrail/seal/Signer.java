package fundtrail.seal;

import fundtrail.proofs.Checkpoint;
import fundtrail.proofs.Hash;
import fundtrail.proofs.Note;
import fundtrail.proofs.VerifierKey;
import java.util.List;
import java.util.Optional;

/** Signs the checkpoints of one log, and never two that contradict each other. */
public interface Signer {
    /** The keys it signs with, the oldest first: more than one while a new key takes an old one's place. */
    List<VerifierKey> keys();

    /** What it signed last; the empty tree at first. */
    Checkpoint last();

    /**
     * Signs a checkpoint that extends the last. What it signed is on disk before this returns.
     *
     * @param consistency what shows that it does (RFC 6962, 2.1.2)
     * @throws LogForked when it does not
     */
    Note sign(Checkpoint next, List<Hash> consistency);

    /**
     * The checkpoint that was signed last before facts were lost for good, which people have owned up to: the log goes on from
     * what is left, under a new key alone. It counts once, until the change of keys that tells of it is recorded. Empty where nothing was lost.
     */
    Optional<Checkpoint> lost();

    /** Signs what is no checkpoint: a note on a change of keys. */
    Note announce(String text);
}
