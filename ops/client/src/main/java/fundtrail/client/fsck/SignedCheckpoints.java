package fundtrail.client.fsck;

import fundtrail.client.fsck.Difference.Found;
import fundtrail.client.fsck.Difference.Kind;
import fundtrail.proofs.Checkpoint;
import fundtrail.proofs.Note;
import fundtrail.proofs.VerifierKey;
import java.util.List;
import java.util.stream.Stream;

/** Reads checkpoints that somebody else holds out. */
final class SignedCheckpoints {
    private SignedCheckpoints() {}

    /**
     * @param verifierKeys any of which may have signed it: a log's key changes
     * @throws Found when it is none, or signed with no key of the log it names
     */
    static Checkpoint verified(String note, String... verifierKeys) {
        try {
            Note signed = Note.of(note);
            Checkpoint checkpoint = Checkpoint.of(signed.text());
            List<VerifierKey> keys = Stream.of(verifierKeys).map(VerifierKey::of).filter(key -> key.name().equals(checkpoint.origin())).toList();
            if (!signed.signers(keys).isEmpty()) {
                return checkpoint;
            }
        } catch (IllegalArgumentException unusable) {
            throw new Found(Kind.CHECKPOINT, -1, "/checkpoint: " + unusable.getMessage(), note, String.join(" ", verifierKeys));
        }
        throw new Found(Kind.CHECKPOINT, -1, "/checkpoint", note, String.join(" ", verifierKeys));
    }
}
